package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.cli.progress.Console;
import org.epochreel.font.FontFile;
import org.epochreel.text.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gives the program inputs that hold orders to a terminal, and looks at every character that it prints. */
class PrintedTextTest {

    /** Clears the screen, names the window, colours, goes to the line's start, turns the order, rings. */
    private static final String ATTACK = "\u001b[2J\u001b]0;owned\u0007\u009b31m\rgone\u202eexe\u2028end";

    private static final String SCENE = """
            data:
              x: {grid: {from: -1, to: 1, count: 20}}
              y: {linear: {a: 2, b: 1}}
            model: linear
            training: {epochs: 3, learning-rate: 0.1}
            video: {size: 64x48}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aValueOfASceneGivesNoOrders() throws IOException {
        String escaped = "\\e[2J\\e]0;owned\\a\\u009b31m\\rgone\\u202eexe\\Lend\\n";
        for (String scene : new String[] {
                SCENE.replace("model: linear", "model: \"" + escaped + "\""),
                SCENE.replace("model: linear", "\"" + escaped + "\": linear"),
                SCENE + "title: \"{" + escaped + "}\"\n",
                SCENE.replace("linear: {a: 2, b: 1}", "expression: \"x + " + escaped + "\""),
                SCENE.replace("model: linear", "model: !" + "%1b[2J *x"),
                "data: {csv: {file: \"" + escaped + ".csv\", x: x, y: y}}\nmodel: linear\n"}) {
            assertEquals(3, run(false, "check", write("scene.yaml", scene)), said());
            assertTrue(said().contains("scene.yaml:"), said());
            assertIsSafe();
        }
    }

    @Test
    void aHeaderOfACsvGivesNoOrders() throws IOException {
        write("points.csv", ATTACK.replace("\r", "") + ",y\n1,2\n2,3\n");
        Path scene = write("scene.yaml", "data: {csv: {file: points.csv, x: x, y: y}}\nmodel: linear\n");
        assertEquals(3, run(false, "check", scene), said());
        assertTrue(said().contains("\\u001b]0;owned\\u0007\\u009b31m"), said());
        assertIsSafe();
    }

    @Test
    void anArgumentGivesNoOrders() throws IOException {
        Path scene = write("scene.yaml", SCENE);
        for (String option : new String[] {"--set=" + ATTACK, "--set=" + ATTACK + "=1", "--set=title=" + ATTACK + "{x}",
                "--" + ATTACK, "--size=" + ATTACK, "--seed=" + ATTACK}) {
            int code = run(false, "check", scene, option);
            assertTrue(code == 2 || code == 3, code + ": " + said());
            assertIsSafe();
        }
    }

    @Test
    void aNameOfAFileGivesNoOrdersAndStaysOnItsLine() throws IOException {
        Path scene = write("a" + ATTACK + "\nb.yaml", SCENE);
        assertEquals(0, run(true, "render", "-v", scene, "-o", folder.resolve("out")), said());
        assertIsSafe();
        assertEquals(VisibleText.line(folder.resolve("out/a" + ATTACK + "\nb.mp4").toString()) + "\n", printed(out));
        run(true, "batch", scene, write("broken\n\u001b.yaml", "data: 3\n"), "-o", folder.resolve("batch"));
        assertIsSafe();
        assertTrue(Files.readString(folder.resolve("batch/batch.json")).codePoints()
                .noneMatch(c -> VisibleText.isHidden(c) && c != '\n'));
        try (Stream<Path> logs = Files.walk(folder.resolve("batch/batch-logs")).filter(Files::isRegularFile)) {
            for (Path log : logs.toList()) {
                assertTrue(Files.readString(log).codePoints().noneMatch(c -> VisibleText.isHidden(c) && c != '\n'));
            }
        }
    }

    @Test
    void aCharacterThatNoTypefaceHasIsNamedWithItsPlaceAndTheSceneIsValid() throws IOException {
        Path scene = write("scene.yaml", "title: \"Learning 🚀 a 学習 sine\"\n" + SCENE);
        assertEquals(0, run(false, "check", scene));
        assertEquals(scene + ":1:18: title: warning: 🚀 (U+1F680) is in no typeface and left out\n"
                + scene + ":1:22: title: warning: 学 (U+5B66), 習 (U+7FD2) are in no typeface and drawn as a box;"
                + " video.font can name a font that has it\nthe scene is valid\n", said());
        assertEquals(0, run(false, "render", scene, "-o", folder.resolve("out")), said());
        assertTrue(said().contains(":1:18: title: warning: 🚀"), said());
        Files.write(folder.resolve("font.otf"), FontFile.class.getResourceAsStream("ideographs.otf").readAllBytes());
        assertEquals(0, run(false, "check", scene, "--set", "video.font={file: font.otf}"));
        assertEquals(scene + ":1:18: title: warning: 🚀 (U+1F680) is in no typeface and left out\nthe scene is valid\n",
                said());
    }

    @Test
    void mathematicsInATitleNeedsNoWarning() throws IOException {
        Path scene = write("scene.yaml", "title: \"w ← w − η ∇L(w), x̂ ∈ ℝⁿ, Gro\u0308ße\"\n" + SCENE);
        assertEquals(0, run(false, "check", scene));
        assertEquals("the scene is valid\n", said());
    }

    @Test
    void aPathThatHoldsNoControlsIsPrintedAsItIs() throws IOException {
        Path scene = write("Größe 网络 👩\u200d💻.yaml", SCENE);
        assertEquals(0, run(false, "render", "-q", scene, "-o", folder.resolve("out")), said());
        assertEquals(folder.resolve("out/Größe 网络 👩\u200d💻.mp4") + "\n", printed(out));
    }

    @Test
    void aMillionMistakesAndAMistakeOfAMillionLettersAreTold() throws IOException {
        String keys = IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
        assertEquals(3, run(false, "check", write("many.yaml", keys)));
        assertTrue(said().length() < 50_000, "printed " + said().length());
        assertTrue(said().contains(" mistakes more\n"), said());
        Path longWord = write("long.yaml", SCENE.replace("linear\n", "x".repeat(1_000_000) + "\n"));
        assertEquals(3, run(false, "check", longWord));
        assertTrue(said().length() < 3000, "printed " + said().length());
        write("wide.csv", "c".repeat(900_000) + ",y\n1,2\n");
        assertEquals(3, run(false, "check", write("wide.yaml", "data: {csv: {file: wide.csv, x: x, y: y}}\n")));
        assertTrue(said().length() < 3000, "printed " + said().length());
    }

    private void assertIsSafe() {
        for (String text : new String[] {printed(out), said()}) {
            // A bar is drawn anew from the start of its line.
            assertTrue(text.codePoints().noneMatch(c -> VisibleText.isHidden(c) && c != '\n' && c != '\r'),
                    VisibleText.lines(text));
            assertTrue(!text.contains("\rgone"), VisibleText.lines(text));
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(boolean terminal, Object... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), terminal, 80);
        return Main.run(console, Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private String said() {
        return printed(err);
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
