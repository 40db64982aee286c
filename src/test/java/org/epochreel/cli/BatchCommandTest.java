package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.epochreel.files.ProcessIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real program's batch in a temporary folder. */
class BatchCommandTest {

    private static final String SCENE = """
            title: "{seed} <script>alert(1)</script>"
            data:
              x: {grid: {from: -1, to: 1, count: 10}}
              y: {linear: {a: 2, b: 1}}
            network: {hidden: [2]}
            training: {epochs: 5, learning-rate: 0.1}
            video: {size: 64x48, fps: 10, hold: {first: 0s, last: 0s}}
            """;

    @TempDir
    private Path folder;

    private Path scenes;
    private Path output;
    private final Program program = new Program();

    @BeforeEach
    void writeScenes() throws IOException {
        scenes = folder.resolve("scenes");
        output = folder.resolve("out");
        for (String name : List.of("a", "b", "deep/er/c", "deep/d")) {
            scene(name, SCENE);
        }
    }

    private void scene(String name, String text) throws IOException {
        Path file = scenes.resolve(name + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void everySceneBecomesItsVideoAtItsPlace() throws IOException {
        assertEquals(0, run("batch", scenes, "-o", output));
        assertEquals(List.of("a", "b", "deep/d", "deep/er/c"), videos());
        assertEquals(
                Stream.of("a", "b", "deep/d", "deep/er/c").map(name -> output.resolve(name + ".mp4").toString()).toList(),
                program.results().lines().toList());
        assertTrue(said().contains("4 scenes") && said().contains("4 rendered"), said());
        assertEquals(List.of(), hidden());
    }

    @Test
    void filesDoNotDependOnTheJobsNorOnTheCompany() throws IOException {
        run("batch", scenes, "-o", output, "--jobs", "1");
        Map<String, byte[]> expected = results(output);
        Path other = folder.resolve("other");
        run("batch", scenes, "-o", other, "--jobs", "4");
        assertSame(expected, results(other));
        run("render", scenes.resolve("deep/d.yaml"), "-o", folder.resolve("alone"));
        assertArrayEquals(expected.get("deep/d.mp4"), Files.readAllBytes(folder.resolve("alone/d.mp4")));
    }

    @Test
    void brokenScenesStopNoOther() throws IOException {
        scene("aa", SCENE.replace("epochs", "epoch"));
        scene("bb", "]");
        Files.write(scenes.resolve("cc.yml"), new byte[] {(byte) 0xFF, 0, 1});
        Files.createDirectories(output.resolve("b.mp4/in the way"));
        assertEquals(4, run("batch", scenes, "-o", output));
        assertEquals(List.of("a", "b", "deep/d", "deep/er/c"), videos());
        String report = Files.readString(output.resolve("batch.json"));
        assertEquals(List.of("rendered", "invalid", "unwritten", "invalid", "invalid", "rendered", "rendered"),
                values(report, "state"));
        assertTrue(report.contains(scenes + "/aa.yaml:6:"), report);
        assertTrue(values(report, "error").get(2).contains("b.mp4"), report);
        String log = Files.readString(output.resolve("batch-logs/b.log"));
        assertTrue(log.contains("OutputException"), log);
        assertTrue(said().contains("3 rendered, 1 unwritten, 3 invalid"), said());
        assertFalse(Files.exists(output.resolve("aa.json")));
    }

    @Test
    void invalidScenesAloneNeedNoOtherTry() throws IOException {
        scene("aa", SCENE.replace("epochs", "epoch"));
        assertEquals(1, run("batch", scenes, "-o", output));
        assertEquals(3, run("batch", scenes.resolve("aa.yaml"), "-o", output));
    }

    @Test
    void whatIsThereIsNotRenderedAgain() throws IOException {
        run("batch", scenes, "-o", output);
        Object first = Files.getLastModifiedTime(output.resolve("a.mp4"));
        Files.delete(output.resolve("b.csv"));
        assertEquals(0, run("batch", scenes, "-o", output));
        assertEquals(List.of("skipped", "rendered", "skipped", "skipped"),
                values(Files.readString(output.resolve("batch.json")), "state"));
        assertEquals(first, Files.getLastModifiedTime(output.resolve("a.mp4")));
        assertEquals(0, run("batch", scenes, "-o", output, "--force"));
        assertFalse(first.equals(Files.getLastModifiedTime(output.resolve("a.mp4"))), "forced");
    }

    @Test
    void shardsDivideTheScenesAndReportEachForItself() throws IOException {
        assertEquals(0, run("batch", scenes, "-o", output, "--shard", "1/3"));
        assertEquals(List.of("a", "deep/er/c"), videos());
        assertTrue(Files.exists(output.resolve("batch-1-of-3.json")));
        assertEquals(0, run("batch", scenes, "-o", output, "--shard", "2/3"));
        assertEquals(0, run("batch", scenes, "-o", output, "--shard", "3/3"));
        assertEquals(List.of("a", "b", "deep/d", "deep/er/c"), videos());
        assertEquals(2, run("batch", scenes, "-o", output, "--shard", "0/3"));
        assertEquals(0, run("batch", scenes, "-o", output, "--shard", "9/9"));
    }

    @Test
    void whatDeadRunsLeftIsRemovedAndWhatLiveOnesWriteIsNot() throws IOException {
        ProcessIdentity self = ProcessIdentity.current();
        ProcessIdentity dead = new ProcessIdentity(self.machine(), self.pid(), self.start() + 1);
        ProcessIdentity live = new ProcessIdentity("0badcafe", 1, 1);
        Files.createDirectories(output.resolve("deep"));
        Path left = Files.createFile(output.resolve("deep/.d.mp4." + dead + ".part"));
        Path written = Files.createFile(output.resolve("deep/.d.png." + live + ".part"));
        Path claim = Files.createDirectory(output.resolve("deep/.d.claim"));
        Files.createFile(claim.resolve(dead + ".1"));
        assertEquals(0, run("batch", scenes, "-o", output));
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(written));
        assertFalse(Files.exists(claim));
        assertEquals(List.of("a", "b", "deep/d", "deep/er/c"), videos());
    }

    @Test
    void hostileNamesAreNamesLikeOthers() throws IOException {
        List<String> names = List.of("sp ace", "-o", "quo'te\"", "new\nline", "{*?}[a]", "%s%n", "ünï©ødé", "x".repeat(245),
                "a.b", "..c", "$(touch x)");
        scenes = folder.resolve("hostile");
        for (String name : names) {
            scene("d" + name, SCENE);
        }
        assertEquals(0, run("batch", scenes, "-o", output), () -> said());
        assertEquals(names.stream().map(name -> "d" + name).sorted().toList(), videos());
        assertEquals(0, run("batch", scenes, "-o", output));
        assertTrue(said().contains(names.size() + " skipped"), said());
        assertEquals(List.of(), hidden());
    }

    @Test
    void moreThanTheHeapHoldsIsRefusedBeforeAnythingIsRendered() throws IOException {
        for (int i = 0; i < 96; i++) {
            scene("large" + i, SCENE);
        }
        assertEquals(5, run("batch", scenes, "-o", output, "--size", "8192x4320", "--jobs", "64"), () -> said());
        assertTrue(said().contains("8192x4320") && said().contains("-Xmx"), said());
        assertFalse(Files.exists(output));
    }

    @Test
    void wrongUsageIsRefused() {
        assertEquals(2, run("batch"));
        assertEquals(2, run("batch", folder.resolve("absent")));
        assertEquals(2, run("batch", scenes, "--jobs", "0"));
        assertEquals(2, run("batch", scenes, scenes, "-o", output));
        assertTrue(said().contains("would both be written"), said());
    }

    private int run(Object... arguments) {
        return program.run(arguments);
    }

    private String said() {
        return program.said();
    }

    private List<String> videos() throws IOException {
        return files(output).filter(name -> name.endsWith(".mp4")).map(name -> name.substring(0, name.length() - 4))
                .sorted().toList();
    }

    private List<String> hidden() throws IOException {
        return files(output).filter(name -> name.startsWith(".") || name.contains("/.")).toList();
    }

    private static Stream<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> directory.relativize(file).toString()).toList().stream();
        }
    }

    private static Map<String, byte[]> results(Path directory) throws IOException {
        Map<String, byte[]> results = new TreeMap<>();
        for (String name : files(directory).filter(name -> name.matches("[^.]*\\.(mp4|png|csv|json)"))
                .filter(name -> !name.equals("batch.json")).toList()) {
            results.put(name, Files.readAllBytes(directory.resolve(name)));
        }
        return results;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    /** The strings of one key, in their order; an absent one as an empty string. */
    private static List<String> values(String json, String key) {
        return json.lines()
                .filter(line -> line.strip().startsWith("\"" + key + "\""))
                .map(line -> line.replaceAll("^[^:]*: \"?|\"?,?$", ""))
                .toList();
    }
}
