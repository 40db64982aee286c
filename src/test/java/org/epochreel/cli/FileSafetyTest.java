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
import org.epochreel.files.ProcessIdentity;
import org.epochreel.files.TemporaryName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An author's folder with data of a year's work, and every way in which a command could write over them. */
class FileSafetyTest {

    private static final String SCENE = """
            data: {csv: {file: tide.csv, x: hour, y: metres}}
            network: {hidden: [2]}
            training: {epochs: 4, learning-rate: 0.01}
            video: {size: 64x48, fps: 10}
            """;

    @TempDir
    private Path folder;

    private Path scene;
    private Path data;
    private final Program program = new Program();
    private final Map<Path, byte[]> authors = new TreeMap<>();

    @BeforeEach
    void writeScene() throws IOException {
        data = author("tide.csv", "hour,metres\n0,1.2\n1,1.9\n2,2.4\n3,2.2\n4,1.5\n");
        scene = author("tide.yaml", SCENE);
    }

    private Path author(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        authors.put(file, Files.readAllBytes(file));
        return file;
    }

    @AfterEach
    void nothingOfTheAuthorsHasChanged() throws IOException {
        for (Map.Entry<Path, byte[]> file : authors.entrySet()) {
            assertArrayEquals(file.getValue(), Files.readAllBytes(file.getKey()), file.getKey().toString());
        }
        try (var files = Files.walk(folder)) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().startsWith(".")).toList());
        }
    }

    /** Exit code 2, both names, and nothing written beside what was there. */
    private void refusedAsInput(Path input, Object... arguments) throws IOException {
        List<Path> before = all();
        assertEquals(2, program.run(arguments), program.said());
        assertTrue(program.said().contains(input.getFileName().toString())
                && program.said().contains("would be written over"), program.said());
        assertEquals(before, all());
    }

    private List<Path> all() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatASceneReadsIsNeverWrittenOverWhateverTheOptions() throws IOException {
        refusedAsInput(data, "render", scene, "-o", folder);
        refusedAsInput(data, "render", scene, "-o", folder, "--force");
        refusedAsInput(data, "train", scene, "-o", data);
        refusedAsInput(data, "train", scene, "-o", data, "--force");
        refusedAsInput(data, "batch", folder, "-o", folder, "--force");
    }

    @Test
    void aSceneInJsonIsNotReplacedByItsRecord() throws IOException {
        Path json = author("wave.json", """
                {"data": {"x": {"grid": {"from": 0, "to": 1, "count": 9}}, "y": {"linear": {"a": 1, "b": 0}}},
                "network": {"hidden": [2]}, "training": {"epochs": 3}, "video": {"size": "64x48"}}
                """);
        refusedAsInput(json, "render", json, "-o", folder);
        refusedAsInput(json, "batch", json, "-o", folder);
    }

    @Test
    void parametersFromAFileAreNotReplacedByTheRecord() throws IOException {
        Path parameters = author("start.json", "{\"a\": 1, \"b\": 0.5}");
        Path reading = author("start.yaml", SCENE.replace("network: {hidden: [2]}",
                "model: linear\ninitialisation: {parameters: {file: start.json}}"));
        refusedAsInput(parameters, "render", reading, "-o", folder);
    }

    @Test
    void theDataOfAnotherSceneOfTheSameCommandCountToo() throws IOException {
        Path other = author("b/other.yaml", SCENE.replace("tide.csv", "../out/plain.csv"));
        Path read = author("out/plain.csv", "hour,metres\n0,1\n1,2\n2,3\n");
        Path plain = author("plain.yaml", SCENE);
        refusedAsInput(read, "render", other, plain, "-o", folder.resolve("out"), "--force");
        refusedAsInput(read, "batch", folder.resolve("b"), plain, "-o", folder.resolve("out"), "--force");
    }

    @Test
    void linksAreTheFilesThatTheyLeadTo() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("tide.csv"), data);
        refusedAsInput(data, "render", scene, "-o", out, "--force");
        Files.delete(out.resolve("tide.csv"));
        Files.createLink(out.resolve("tide.csv"), data);
        refusedAsInput(data, "render", scene, "-o", out, "--force");
        Files.delete(out.resolve("tide.csv"));
        Files.delete(out);
        Files.createSymbolicLink(out, folder);
        refusedAsInput(data, "render", scene, "-o", out, "--force");
        Files.delete(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tide.mp4", "tide.png", "tide.csv", "tide.json"})
    void whatSomebodyElseWroteIsReplacedOnlyByForce(String name) throws IOException {
        Path out = folder.resolve("out");
        Path theirs = author("out/" + name, "{\"drawn\": \"by hand\"}");
        List<Path> before = all();
        for (String command : List.of("render", "batch")) {
            assertEquals(4, program.run(command, scene, "-o", out), program.said());
            assertTrue(program.said().contains(theirs.toString()) && program.said().contains("--force"), program.said());
            if (command.equals("render")) {
                assertEquals(before, all());
            }
        }
        authors.remove(theirs);
        assertEquals(0, program.run("render", scene, "-o", out, "--force"), program.said());
        assertEquals(0, program.run("render", scene, "-o", out), program.said());
        assertTrue(program.said().contains("already rendered"), program.said());
    }

    @Test
    void aGalleryLeavesTheIndexOfABlogAlone() throws IOException {
        author("index.html", "<h1>My blog</h1>");
        List<Path> before = all();
        assertEquals(4, program.run("gallery", scene, "--seeds", "1..2", "-o", folder), program.said());
        assertTrue(program.said().contains("index.html"), program.said());
        assertEquals(before, all());
    }

    @Test
    void aStillAndMetricsUnderATakenNameAreRefused() throws IOException {
        Path picture = author("shore.png", "a photograph");
        Path table = author("wide.csv", "a,b\n1,2\n");
        assertEquals(4, program.run("still", scene, "-o", picture), program.said());
        assertEquals(4, program.run("train", scene, "-o", table), program.said());
        authors.remove(picture);
        assertEquals(0, program.run("still", scene, "-o", picture, "--force"), program.said());
    }

    @Test
    void anEditedResultIsTheAuthorsAndAnUntouchedOneIsOurs() throws IOException {
        Path out = folder.resolve("out");
        assertEquals(0, program.run("render", scene, "-o", out));
        assertEquals(0, program.run("render", scene, "-o", out, "--fps", "12"), program.said());
        assertTrue(program.said().contains("tide.mp4: rendered anew, video.fps has changed"), program.said());
        Files.writeString(out.resolve("tide.csv"), "my notes");
        assertEquals(4, program.run("render", scene, "-o", out), program.said());
        assertEquals("my notes", Files.readString(out.resolve("tide.csv")));
    }

    @Test
    void newDataAreToldOfWhereNoKeyHasChanged() throws IOException {
        Path out = folder.resolve("out");
        program.run("render", scene, "-o", out);
        author("tide.csv", "hour,metres\n0,1\n1,2\n2,3\n");
        assertEquals(0, program.run("render", scene, "-o", out));
        assertTrue(program.said().contains("rendered anew, the data have changed"), program.said());
    }

    @Test
    void aBatchTellsWhyItRendersAnew() throws IOException {
        Path out = folder.resolve("out");
        program.run("batch", scene, "-o", out);
        assertEquals(0, program.run("batch", scene, "-o", out, "--size", "32x32"));
        assertTrue(program.said().contains("rendered anew, video.size has changed"), program.said());
    }

    @Test
    void aFileUnderTheNameOfTheReportIsKept() throws IOException {
        author("out/batch.json", "[1, 2, 3]");
        assertEquals(4, program.run("batch", scene, "-o", folder.resolve("out")), program.said());
        assertTrue(program.said().contains("batch.json"), program.said());
    }

    @Test
    void namesThatDifferInCaseOrUnicodeFormAloneAreOneName() throws IOException {
        Path upper = author("a/Tide.yaml", SCENE.replace("tide.csv", "../tide.csv"));
        assertEquals(2, program.run("render", scene, upper, "-o", folder.resolve("out")));
        assertEquals(2, program.run("batch", scene, upper, "-o", folder.resolve("out")));
        Path composed = author("a/\u00e9bb.yaml", SCENE.replace("tide.csv", "../tide.csv"));
        Path decomposed = author("b/e\u0301bb.yaml", SCENE.replace("tide.csv", "../tide.csv"));
        assertEquals(2, program.run("render", composed, decomposed, "-o", folder.resolve("out")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void anEndingSaysWhatAFileIs() throws IOException {
        assertEquals(2, program.run("render", scene, "-o", folder.resolve("film.mp4")));
        assertTrue(program.said().contains("-o names a folder"), program.said());
        assertEquals(2, program.run("still", scene, "-o", folder.resolve("frame.jpg")));
        assertTrue(program.said().contains("a still is a PNG, SVG or PDF picture"), program.said());
        assertEquals(2, program.run("still", scene, "-o", scene));
        assertEquals(2, program.run("train", scene, "-o", folder.resolve("table.txt")));
        assertEquals(2, program.run("batch", scene, "-o", folder.resolve("all.csv")));
        assertEquals(2, program.run("gallery", scene, "--seeds", "1..2", "-o", folder.resolve("page.html")));
        Path dotted = Files.createDirectory(folder.resolve("takes.mp4"));
        assertEquals(0, program.run("render", scene, "-o", dotted), program.said());
    }

    @Test
    void theNextRunTakesAwayWhatAKilledOneLeft() throws IOException {
        Path out = folder.resolve("out");
        program.run("render", scene, "-o", out);
        ProcessIdentity self = ProcessIdentity.current();
        ProcessIdentity dead = new ProcessIdentity(self.machine(), self.pid(), self.start() + 1);
        // Killed between the names: the new video has its own, the record has not yet.
        Files.move(out.resolve("tide.json"), TemporaryName.of(out.resolve("tide.json"), dead));
        Files.move(out.resolve("tide.png"), TemporaryName.of(out.resolve("tide.png"), dead));
        Files.writeString(TemporaryName.of(out.resolve("other.mp4"), dead), "half a video");
        assertEquals(0, program.run("render", scene, "-o", out), program.said());
        try (var files = Files.list(out)) {
            assertEquals(List.of("tide.csv", "tide.json", "tide.mp4", "tide.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(0, program.run("render", scene, "-o", out));
        assertTrue(program.said().contains("already rendered"), program.said());
    }
}
