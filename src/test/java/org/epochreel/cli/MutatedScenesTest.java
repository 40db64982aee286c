package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.epochreel.cli.progress.ExitCode;
import org.epochreel.data.DataSource;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneResources;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenes as they come out of editors, scripts and sleepless nights: each mutant is either refused in sentences or can be
 * rendered.
 */
class MutatedScenesTest {

    private static final int MUTANTS = 20_000;

    /** One in so many of the accepted mutants is rendered. */
    private static final int RENDERED_ONE_IN = 80;

    private static final List<String> VALUES = List.of("", "~", "true", "-1", "0", "1", "2", "3.5", "1e3", "1e-9", "1e308",
            "1e999", ".nan", "-.inf", "0x10", "9999999999999999999999", "[]", "{}", "[[]]", "[1, 2]", "[20, 20]", "{a: 1}",
            "text", "\"\"", "'it''s'", "\"\\u001b[2J\\u202e\"", "#3", "*x", "&x 1", "!!int 3", "|", ">", "- 1", "? 1", "%", "@",
            "`", "{epoch}", "[draft] x", "adam", "tanh", "sin", "{adam: {beta1: 0.5}}", "{normal: {sd: 1}}", "blog", "he",
            "{grid: {from: 0, to: 1, count: 5}}", "{expression: \"1/x\"}", "{linear: {a: 1, b: 1}}", "{loss-below: 1}",
            "{every: 2}", "{count: 5, pace: motion}", "[fit, loss]", "[epoch]", "720p", "17x16", "64x48", "30000/1001", "1s",
            "midnight", "points.csv", "{file: points.csv}", "{csv: {file: points.csv, x: x, y: y}}", "../points.csv");
    private static final List<String> KEYS = List.of("lr", "epochs", "seed", "hidden", "title", "data", "x", "y", "<<",
            "weights", "biases", "file", "count", "noise", "panels", "\"quoted key\"", "? odd", "[list]", "a b", "");
    private static final String CHARACTERS = "{}[]:,-#&*!|>'\"%@`?\\\t \n\r0a\u00e9\u202e\u0000\u001b\u2028\uFEFF\u03c0";
    private static final Pattern OF_PROGRAMMERS = Pattern.compile("Exception|\\bat org\\.|java\\.|org\\.|\\bnull\\b|Optional"
            + "|scalar|block mapping|document start|<\\w+ \\w+>|Index \\d|for length|class ");

    @TempDir
    Path directory;

    private final Program program = new Program();
    private final Random random = new Random(20_260_301);

    @BeforeEach
    void writeNeighbours() throws IOException {
        Files.writeString(directory.resolve("points.csv"), "x,y\n0,1\n1,3\n2,2\n");
        Files.writeString(directory.resolve("parameters.json"), "{\"weights\": [[[1], [2]], [[3, 4]]],"
                + " \"biases\": [[5, 6], [7]]}");
    }

    private static List<String> scenes() throws IOException {
        List<String> scenes = new ArrayList<>(List.of(
                SceneResources.starterScene(),
                """
                schema: 1
                title: "{epoch} epochs, loss {loss}"
                data:
                  csv: {file: points.csv, x: x, y: y}
                  test: {file: points.csv}
                network:
                  hidden: [2]
                  activation: [relu]
                initialisation:
                  parameters: {file: parameters.json}
                training:
                  loss: half-sse
                  optimiser: {momentum: {beta: 0.5}}
                  learning-rate: 1e-3
                  cutoffs:
                    - {at-epoch: 2, learning-rate: 1e-4}
                    - {angle-above: 20, learning-rate: 1e-4}
                  batch-size: 2
                  epochs: 5
                  stop: {loss-below: 0.1}
                video:
                  size: 64x48
                  frames: {count: 4, pace: log}
                  panels: [fit, loss, weights]
                  axes: {x: [-1, 1], fit: first}
                """,
                """
                {"data": {"x": {"uniform": {"from": -1, "to": 1, "count": 12}}, "y": {"expression": "sin(3*x) + 1/3"},
                  "noise": 0.1, "seed": 3, "test": {"count": 4}},
                 "model": "sinusoidal",
                 "initialisation": {"seed": 4, "scheme": {"uniform": {"from": 0, "to": 1}}, "scale": 2},
                 "training": {"optimiser": "adam", "decay": {"cosine": {"to": 0, "over": 5}}, "epochs": 5},
                 "video": {"theme": "midnight", "trails": 3, "readout": ["epoch", "seed"]}}
                """));
        for (String name : List.of("blog/lecture", "sine/deep-adam", "instability/f1-h3-rate-1-angle-cutoff")) {
            scenes.add(Files.readString(Path.of("scenes", name + ".yaml")));
        }
        return scenes;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String mutated(String scene) {
        String mutant = scene;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            mutant = mutatedOnce(mutant);
        }
        return mutant;
    }

    private String mutatedOnce(String scene) {
        List<String> lines = new ArrayList<>(Arrays.asList(scene.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int at = random.nextInt(scene.length() + 1);
        switch (random.nextInt(11)) {
            case 0:
                lines.remove(line);
                break;
            case 1:
                lines.add(line, pick(lines));
                break;
            case 2:
                lines.set(line, lines.get(line).replaceFirst(":\\s.*", ": " + quoted(pick(VALUES))));
                break;
            case 3:
                lines.set(line, lines.get(line).replaceFirst("[a-z0-9-]+(?=:)", quoted(pick(KEYS))));
                break;
            case 4:
                lines.set(line, lines.get(line).replaceFirst(": ", ":"));
                break;
            case 5:
                lines.set(line, " ".repeat(random.nextInt(4)) + lines.get(line));
                break;
            case 6:
                lines.add(line, " ".repeat(random.nextInt(5)) + pick(KEYS) + ": " + pick(VALUES));
                break;
            case 7:
                return replacedValue(scene);
            case 8:
                return scene.substring(0, at);
            case 9:
                return scene.substring(0, at) + CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) + scene.substring(at);
            default:
                return scene.substring(0, at) + scene.substring(Math.min(scene.length(), at + 1 + random.nextInt(5)));
        }
        return String.join("\n", lines);
    }

    /** Any one of the values in the text, be it in braces or at a line's end, gives way to another. */
    private String replacedValue(String scene) {
        List<int[]> values = Pattern.compile("(?<=: )[^,{}\\[\\]\\n]+").matcher(scene).results()
                .map(found -> new int[] {found.start(), found.end()}).toList();
        if (values.isEmpty()) {
            return scene;
        }
        int[] value = pick(values);
        return scene.substring(0, value[0]) + pick(VALUES) + scene.substring(value[1]);
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    @Test
    @Timeout(900)
    void everyMutantIsRefusedInSentencesOrCanBeRendered() throws Exception {
        List<String> scenes = scenes();
        Path file = directory.resolve("mutant.yaml");
        int accepted = 0;
        int rendered = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutated(pick(scenes));
            Files.writeString(file, mutant);
            int code = program.run("check", file);
            assertTrue(code == ExitCode.DONE || code == ExitCode.INVALID_SCENE, () -> "code " + code + "\n" + mutant);
            assertEquals("", program.results(), mutant);
            assertSentences(mutant);
            if (code == ExitCode.DONE && accepted++ % RENDERED_ONE_IN == 0 && isSmall(file)) {
                rendered++;
                render(file, mutant);
            }
        }
        assertTrue(accepted > MUTANTS / 20 && accepted < MUTANTS / 2, accepted + " accepted");
        assertTrue(rendered > 20, rendered + " rendered");
    }

    private void assertSentences(String mutant) {
        String said = program.said();
        assertFalse(said.isBlank(), mutant);
        for (String line : said.split("\n")) {
            assertFalse(OF_PROGRAMMERS.matcher(line.replaceAll("\"[^\"]*\"|'[^']*'", "")).find(), () -> line + "\n" + mutant);
        }
    }

    private static boolean isSmall(Path file) throws Exception {
        Scene scene = SceneReader.read(file, List.of());
        boolean fewWeights = !(scene.learner() instanceof Scene.Learner.Network network)
                || network.architecture().hidden().stream().mapToInt(n -> n).max().getAsInt() <= 200;
        DataSource data = scene.data();
        return fewWeights && data.trainCount() <= 2000 && data.dataSet().test().map(test -> test.count() <= 2000).orElse(true);
    }

    private void render(Path file, String mutant) throws IOException {
        Path output = directory.resolve("output");
        int code = program.run("render", file, "-o", output, "--force", "--size", "160x120", "--fps", "10",
                "--set", "training.epochs=3", "--set", "video.frames={every: 1}", "--set", "video.hold={first: 0s, last: 0s}");
        assertSentences(mutant);
        if (code == ExitCode.SCENE_FAILED) {
            assertTrue(program.said().contains("finite"), () -> program.said() + mutant);
            return;
        }
        assertEquals(ExitCode.DONE, code, () -> program.said() + mutant);
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(List.of("mutant.csv", "mutant.json", "mutant.mp4", "mutant.png"),
                    files.map(written -> written.getFileName().toString()).sorted().toList());
        }
    }
}
