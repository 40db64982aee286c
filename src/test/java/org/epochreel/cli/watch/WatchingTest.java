package org.epochreel.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.epochreel.cli.progress.Console;
import org.epochreel.cli.watch.Watching.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchingTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private Path scene;
    private Path data;
    private FutureTask<Integer> watching;
    private Thread thread;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        scene = Files.writeString(folder.resolve("scene.yaml"), "one");
        data = Files.writeString(folder.resolve("data.csv"), "1");
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Watching watch = new Watching(new Console(out, out, false, 80), thrown -> events.add("failed: " + thrown.getMessage()));
        watching = new FutureTask<>(() -> watch.over(List.of(scene), () -> {
            if (!Files.exists(scene)) {
                throw new IOException("gone");
            }
            events.add(Files.readString(scene) + Files.readString(data));
            return new Outcome(ImmutableList.of(scene, data), true);
        }));
        thread = new Thread(watching);
        thread.start();
        assertEquals("one1", next());
    }

    @AfterEach
    void end() throws Exception {
        thread.interrupt();
        assertEquals(130, watching.get(60, TimeUnit.SECONDS));
    }

    private String next() throws InterruptedException {
        return events.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void eachSaveOfAnyInputDoesTheWorkAnew() throws Exception {
        Files.writeString(scene, "other");
        assertEquals("other1", next());
        Files.writeString(data, "22");
        assertEquals("other22", next());
    }

    @Test
    void aFileThatReplacesAnotherByItsNameCounts() throws Exception {
        Path swap = Files.writeString(folder.resolve(".scene.yaml.swp"), "two");
        Files.move(swap, scene, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("two1", next());
    }

    @Test
    void aFileMayGoAndComeBack() throws Exception {
        Files.delete(scene);
        assertEquals("failed: gone", next());
        Files.writeString(scene, "back");
        assertEquals("back1", next());
    }

    @Test
    void afterAFailureEveryFileThatWasReadIsStillWatched() throws Exception {
        Files.delete(scene);
        assertEquals("failed: gone", next());
        Files.writeString(data, "333");
        assertEquals("failed: gone", next());
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("watching 2 files"));
    }
}
