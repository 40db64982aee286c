package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a command line that is not quite right, or of a scene that is not quite what it seems. */
class CommandLineMistakesTest {

    @TempDir
    Path directory;

    private final Program program = new Program();
    private Path scene;

    @BeforeEach
    void writeScene() throws IOException {
        scene = Files.writeString(directory.resolve("line.yaml"), """
                title: Line #1
                data: {x: {grid: {from: -1, to: 1, count: 10}}, y: {linear: {a: 1, b: 2}}}
                model: linear
                training: {epochs: 3}
                video: {size: 160x120}
                """);
    }

    @Test
    void aFractionWhereAnOptionNeedsAWholeNumberIsSaidInPlainWords() {
        assertEquals(2, program.run("still", scene, "--epoch", "2.5", "-o",
                directory.resolve("a.png")));
        assertTrue(program.said().contains("\"2.5\" is not a whole number"), program.said());
        assertEquals(2, program.run("batch", scene, "--jobs", "two"));
        assertTrue(program.said().contains("\"two\" is not a whole number"), program.said());
    }

    @Test
    void warningsGoToStandardErrorAndTheSceneIsValid() {
        assertEquals(0, program.run("check", scene));
        assertEquals("", program.results());
        assertEquals(scene + ":1:8: title: warning: what follows # is a comment, so the text is \"Line\"; to keep"
                + " it, write"
                + " \"Line #1\"\nthe scene is valid\n", program.said());
    }

    @Test
    void aSceneThatIsRenderedWarnsAsMuch() {
        assertEquals(0, program.run("render", "-q", scene, "-o", directory.resolve("output")));
        assertTrue(program.said().startsWith(scene + ":1:8: title: warning: "), program.said());
    }

    @Test
    void anOptionKeepsAStrangersSceneToItsOwnDirectory() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("inner"));
        Files.writeString(directory.resolve("points.csv"), "x,y\n0,1\n1,2\n");
        Path stranger = Files.writeString(inner.resolve("stranger.yaml"),
                "data: {csv: {file: ../points.csv, x: x, y: y}}\nmodel: linear\n");
        assertEquals(0, program.run("check", stranger));
        assertEquals(3, program.run("check", "--confine", stranger));
        assertTrue(program.said().contains("\"../points.csv\" lies outside of the scene's directory"), program.said());
    }

    @Test
    void theStarterSceneIsValidAndWarnsOfNothing() {
        Path starter = directory.resolve("new.yaml");
        assertEquals(0, program.run("new", starter));
        assertEquals(0, program.run("check", starter));
        assertEquals("the scene is valid\n", program.said());
    }
}
