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
import org.epochreel.files.TemporaryName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real program's gallery in a temporary folder. */
class GalleryCommandTest {

    private static final String SCENE = """
            title: "</script><b>{seed}"
            data:
              x: {grid: {from: -1, to: 1, count: 10}}
              y: {linear: {a: 2, b: 1}}
              test: {count: 4}
            network: {hidden: [2]}
            training: {epochs: 5, learning-rate: 0.1}
            video: {size: 64x48, fps: 10, hold: {first: 0s, last: 0s}}
            """;

    @TempDir
    private Path folder;

    private Path scene;
    private Path output;
    private final Program program = new Program();

    @BeforeEach
    void writeScene() throws IOException {
        scene = Files.writeString(folder.resolve("line.yaml"), SCENE);
        output = folder.resolve("out");
    }

    @Test
    void everySeedBecomesAVideoAndAllOfThemAWallAndAPage() throws IOException {
        assertEquals(0, run("gallery", scene, "--seeds", "1..2,7", "--wall-size", "128x96", "-o", output), () -> said());
        assertEquals(
                List.of("gallery.json", "index.html", "line-seed-1.csv", "line-seed-1.json", "line-seed-1.mp4",
                        "line-seed-1.png", "line-seed-2.csv", "line-seed-2.json", "line-seed-2.mp4", "line-seed-2.png",
                        "line-seed-7.csv", "line-seed-7.json", "line-seed-7.mp4", "line-seed-7.png", "wall.json",
                        "wall.mp4", "wall.png"),
                results(output).keySet().stream().toList());
        assertFalse(Files.exists(output.resolve(".saved-runs")));
        List<String> printed = program.results().lines().toList();
        assertEquals(List.of("line-seed-1.mp4", "line-seed-2.mp4", "line-seed-7.mp4", "wall.mp4", "index.html"),
                printed.stream().map(path -> Path.of(path).getFileName().toString()).toList());
        String json = Files.readString(output.resolve("gallery.json"));
        assertTrue(json.contains("\"seed\" : 7"), json);
        assertFalse(Files.readString(output.resolve("index.html")).contains("</script><b>"), "escaped");
    }

    @Test
    void aMemberEqualsTheSceneRenderedAlone() throws IOException {
        run("gallery", scene, "--seeds", "3..4", "--wall-size", "128x96", "-o", output);
        run("render", scene, "--seed", "4", "-o", folder.resolve("alone"));
        for (String end : List.of(".mp4", ".png", ".csv", ".json")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("alone/line" + end)),
                    Files.readAllBytes(output.resolve("line-seed-4" + end)), end);
        }
    }

    @Test
    void filesDependNeitherOnTheJobsNorOnTheShardsNorOnAnInterruption() throws IOException {
        run("gallery", scene, "--seeds", "1..4", "--wall-size", "128x96", "-o", output, "--jobs", "1");
        Map<String, byte[]> expected = results(output);

        Path sharded = folder.resolve("sharded");
        run("gallery", scene, "--seeds", "1..4", "--wall-size", "128x96", "-o", sharded, "--shard", "1/2");
        assertTrue(said().contains("the shard that ends last"), said());
        assertFalse(Files.exists(sharded.resolve("wall.mp4")));
        run("gallery", scene, "--seeds", "1..4", "--wall-size", "128x96", "-o", sharded, "--shard", "2/2");
        assertSame(expected, results(sharded));

        // As a power cut would leave it: two records never got their names, a video of theirs is missing.
        Path cut = folder.resolve("cut");
        run("gallery", scene, "--seeds", "1..4", "--wall-size", "128x96", "-o", cut, "--jobs", "3");
        ProcessIdentity self = ProcessIdentity.current();
        ProcessIdentity dead = new ProcessIdentity(self.machine(), self.pid(), self.start() + 1);
        Files.move(cut.resolve("wall.json"), TemporaryName.of(cut.resolve("wall.json"), dead));
        Files.delete(cut.resolve("wall.mp4"));
        Files.move(cut.resolve("line-seed-2.json"), TemporaryName.of(cut.resolve("line-seed-2.json"), dead));
        assertEquals(0, run("gallery", scene, "--seeds", "1..4", "--wall-size", "128x96", "-o", cut));
        assertSame(expected, results(cut));
    }

    @Test
    void aCompleteGalleryIsLeftAlone() throws IOException {
        run("gallery", scene, "--seeds", "1..2", "--wall-size", "128x96", "-o", output);
        Object wall = Files.getLastModifiedTime(output.resolve("wall.mp4"));
        assertEquals(0, run("gallery", scene, "--seeds", "1..2", "--wall-size", "128x96", "-o", output));
        assertTrue(said().contains("2 skipped"), said());
        assertEquals(wall, Files.getLastModifiedTime(output.resolve("wall.mp4")));
        assertEquals(0, run("gallery", scene, "--seeds", "1..3", "--wall-size", "128x96", "-o", output));
        assertFalse(wall.equals(Files.getLastModifiedTime(output.resolve("wall.mp4"))), "a wall of three is another wall");
    }

    @Test
    void valuesOfAnotherKeyMakeATableWithTheSeeds() throws IOException {
        assertEquals(0, run("gallery", scene, "--seeds", "1,2", "--over", "network.hidden=[2],[3,2],[1]", "-o", output,
                "--wall-size", "128x96"), () -> said());
        assertEquals(
                List.of("line-hidden-1-seed-1", "line-hidden-1-seed-2", "line-hidden-2-seed-1", "line-hidden-2-seed-2",
                        "line-hidden-3_2-seed-1", "line-hidden-3_2-seed-2", "wall"),
                results(output).keySet().stream().filter(name -> name.endsWith(".mp4"))
                        .map(name -> name.replace(".mp4", "")).toList());
        assertEquals(0, run("gallery", scene, "--over", "training.learning-rate=1e-3,0.1,1e300", "-o",
                folder.resolve("rates"), "--wall-size", "128x96"), () -> said());
        assertTrue(Files.readString(folder.resolve("rates/gallery.json")).contains("\"diverged\""));
    }

    @Test
    void twoKeysMakeAMatrix() throws IOException {
        assertEquals(0, run("gallery", scene, "--over", "training.learning-rate=0.1,0.2", "--over",
                "training.optimiser=adam,{momentum: {beta: 0.9}},gradient-descent", "-o", output, "--wall-size", "320x180"),
                () -> said());
        String json = Files.readString(output.resolve("gallery.json"));
        assertTrue(json.contains("\"label\" : \"learning rate 0.2, optimiser momentum beta 0.9\""), json);
        assertTrue(Files.exists(output.resolve("line-learning-rate-0.2-optimiser-momentum_beta_0.9.mp4")));
        assertRefused("given twice", "gallery", scene, "--over", "training.epochs=1,2", "--over", "training.epochs=3,4", "-o",
                output);
    }

    @Test
    void seedsMayStandInTheScene() throws IOException {
        Files.writeString(scene, SCENE + "seeds: 5..6\n");
        assertEquals(0, run("gallery", scene, "-o", output, "--wall-size", "128x96"), () -> said());
        assertTrue(Files.exists(output.resolve("line-seed-6.mp4")));
        assertEquals(0, run("render", scene, "-o", output));
    }

    @Test
    void wrongUsageIsRefusedBeforeAnythingIsRendered() throws IOException {
        assertRefused("nothing to compare", "gallery", scene, "-o", output);
        assertRefused("3..1", "gallery", scene, "--seeds", "3..1", "-o", output);
        assertRefused("twice", "gallery", scene, "--over", "training.epochs=3,3", "-o", output);
        assertRefused("equals sign", "gallery", scene, "--over", "training.epochs", "-o", output);
        assertRefused("too small", "gallery", scene, "--seeds", "1..64", "--wall-size", "64x48", "-o", output);
        assertRefused("no frame size", "gallery", scene, "--seeds", "1..4", "--wall-size", "63x48", "-o", output);
        assertEquals(3, run("gallery", scene, "--over", "training.epochs=3,-3", "-o", output));
        assertTrue(said().contains("--over training.epochs"), said());
        Files.writeString(scene, SCENE + "initialisation: {parameters: {weights: [[[1], [2]], [[1, 2]]], "
                + "biases: [[1, 2], [1]]}}\n");
        assertRefused("all seeds would be the same", "gallery", scene, "--seeds", "1..4", "-o", output);
        assertFalse(Files.exists(output));
    }

    @Test
    void pointsOfThePlaneAreRefusedBeforeAnythingIsRendered() throws IOException {
        Files.writeString(scene, "data: {points: {moons: {count: 20}}}\nnetwork: {hidden: [2]}\ntraining: {epochs: 2}\n");
        assertRefused("shows curves over one x", "gallery", scene, "--seeds", "1..2", "-o", output);
        assertFalse(Files.exists(output));
    }

    @Test
    void anotherScenesGalleryIsNotOverwritten() throws IOException {
        run("gallery", scene, "--seeds", "1", "-o", output, "--wall-size", "128x96");
        Path other = Files.writeString(folder.resolve("other.yaml"), SCENE);
        assertRefused("holds the gallery of line", "gallery", other, "--seeds", "1", "-o", output, "--wall-size", "128x96");
        assertEquals(0, run("gallery", other, "--seeds", "1", "-o", output, "--wall-size", "128x96", "--force"));
    }

    private void assertRefused(String sentence, Object... arguments) {
        assertEquals(2, run(arguments), () -> said());
        assertTrue(said().contains(sentence), said());
    }

    private int run(Object... arguments) {
        return program.run(arguments);
    }

    private String said() {
        return program.said();
    }

    private static Map<String, byte[]> results(Path directory) throws IOException {
        Map<String, byte[]> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith("batch")) {
                    results.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return results;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }
}
