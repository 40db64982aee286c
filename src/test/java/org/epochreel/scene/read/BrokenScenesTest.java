package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenes as people get them wrong: what each NAME.yaml says is in NAME.expected beside it. */
class BrokenScenesTest {

    private static final Path BROKEN = directory();

    private static Path directory() {
        try {
            return Path.of(BrokenScenesTest.class.getResource("broken").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the test's resources are not in a directory", e);
        }
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String mistakesOf(Path scene) {
        return assertThrows(InvalidSceneException.class, () -> SceneReader.read(scene, List.of())).getMessage()
                .replace(scene.getParent() + "/", "") + "\n";
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMistakeIsSaid(String name) throws IOException {
        assertEquals(Files.readString(BROKEN.resolve(name + ".expected"), StandardCharsets.UTF_8),
                mistakesOf(BROKEN.resolve(name + ".yaml")));
    }

    @Test
    void thereAreScenesForAllMistakes() throws IOException {
        assertTrue(names().size() >= 50, names().toString());
    }

    @Test
    void aHugeFileIsRefusedByItsSize(@TempDir Path directory) throws IOException {
        Path scene = directory.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(scene.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertEquals("huge.yaml:1:1: \"huge.yaml\" is too large; at most 1 MiB are read\n", mistakesOf(scene));
    }

    @Test
    void aFileThatIsNotThereIsSaid(@TempDir Path directory) {
        assertEquals("none.yaml:1:1: there is no file \"none.yaml\"; check the name and the directory\n",
                mistakesOf(directory.resolve("none.yaml")));
    }

    @Test
    void aDirectoryIsNotRead(@TempDir Path directory) throws IOException {
        Path scene = Files.createDirectory(directory.resolve("scene.yaml"));
        assertEquals("scene.yaml:1:1: \"scene.yaml\" is a directory; a file is needed\n", mistakesOf(scene));
    }

    @Test
    void nestingWithoutBoundIsRefused(@TempDir Path directory) throws IOException {
        Path scene = Files.writeString(directory.resolve("deep.yaml"), "data: " + "[".repeat(100_000));
        assertEquals("deep.yaml:1:47: lists or keys are nested deeper than 40 levels; a scene needs far fewer\n",
                mistakesOf(scene));
    }

    @Test
    void parenthesesWithoutBoundAreRefused(@TempDir Path directory) throws IOException {
        Path scene = Files.writeString(directory.resolve("deep.yaml"), "data:\n"
                + "  x: {grid: {from: 0, to: 1, count: 2}}\n  y: {expression: \"" + "(".repeat(100_000) + "x\"}\n"
                + "network: {hidden: [1]}\n");
        assertEquals("deep.yaml:3:1020: data.y.expression: the formula has 100001 characters; at most 1000"
                + " are allowed\n",
                mistakesOf(scene));
    }
}
