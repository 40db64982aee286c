package org.epochreel.scene.read;

import static org.epochreel.scene.read.SceneTexts.SMALLEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.epochreel.data.DataSource;
import org.epochreel.network.Initialisation.Scheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a scene names, which may be large, broken, or none of a scene's business. */
class ForeignFilesTest {

    @TempDir
    Path directory;

    private SceneTexts scenes;

    @BeforeEach
    void setUp() {
        scenes = new SceneTexts(directory.resolve("scenes"));
    }

    private static String withParameters(String file) {
        return SMALLEST + "initialisation: {parameters: {file: " + file + "}}\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"root:secret:0:0", "TOKEN=secret\nOTHER=secret", "- secret\n- secret", "secret", "[secret",
        "secret: {weights: secret}", "weights\n: secret"})
    void whatIsInAFileThatHoldsNoParametersIsNotTold(String content) throws Exception {
        scenes.write("private.txt", content);
        String said = scenes.mistakes(withParameters("private.txt"));
        assertEquals("scene.yaml:3:37: initialisation.parameters.file: \"private.txt\" holds no parameters; a JSON object with"
                + " weights and biases, or a, b, c, d, is needed", said);
    }

    @Test
    void ofAFileOfParametersFewCharactersAreQuoted() throws Exception {
        scenes.write("p.json", "{\"weights\": \"" + "0123456789".repeat(10) + "\", \"biases\": [[1, 2], [3]]}");
        assertEquals("p.json:1:13: initialisation.parameters.weights: \"01234567890123456789...\" is not a list; write one in"
                + " brackets, such as [[0.5], [2]]", scenes.mistakes(withParameters("p.json")));
    }

    @Test
    void namesOfFilesElsewhereAreNotGuessed() throws Exception {
        scenes.write("points.csv", "x,y\n1,2\n");
        scenes.write("../elsewhere/secrets.csv", "x,y\n1,2\n");
        String csv = "data: {csv: {file: %s, x: x, y: y}}\nmodel: linear\n";
        assertTrue(scenes.mistakes(String.format(csv, "point.csv")).endsWith("did you mean \"points.csv\"?"));
        assertFalse(scenes.mistakes(String.format(csv, "../elsewhere/secret.csv")).contains("secrets"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../data/points.csv", "link/points.csv", "away.csv", "../data/none.csv"})
    void aConfinedSceneReadsOnlyItsOwnDirectory(String name) throws Exception {
        scenes.write("../data/points.csv", "x,y\n1,2\n");
        scenes.write("own.csv", "x,y\n1,2\n");
        Files.createSymbolicLink(directory.resolve("scenes/link"), directory.resolve("data"));
        Files.createSymbolicLink(directory.resolve("scenes/away.csv"), directory.resolve("data/points.csv"));
        String scene = "data: {csv: {file: " + name + ", x: x, y: y}}\nmodel: linear\n";
        assertEquals("scene.yaml:1:20: data.csv.file: \"" + name + "\" lies outside of the scene's directory; with --confine"
                + " only files in it are read", scenes.mistakes(true, scene));
        Path own = scenes.write("scene.yaml", scene.replace(name, "own.csv"));
        assertEquals("own.csv", SceneReader.read(own, List.of(), true).scene().data() instanceof
                DataSource.Csv csv ? csv.file().toString() : "");
    }

    @Test
    void aLinkThatLeadsNowhereIsCalledSo() throws Exception {
        scenes.write("scene.yaml", "");
        Files.createSymbolicLink(directory.resolve("scenes/loop.csv"), directory.resolve("scenes/loop.csv"));
        String said = scenes.mistakes("data: {csv: {file: loop.csv, x: x, y: y}}\nmodel: linear\n");
        assertEquals("scene.yaml:1:20: data.csv.file: \"loop.csv\" is a link that leads to no file; name the file itself",
                said);
    }

    @Test
    void thousandsOfParametersAreReadAsTheyAreWritten() throws Exception {
        Random random = new Random(5);
        ImmutableDoubleArray expected = ImmutableDoubleArray.copyOf(random.doubles(3 * 4096 + 1, -1e3, 1e3));
        StringBuilder json = new StringBuilder("{\"weights\": [[");
        for (int i = 0; i < 4096; i++) {
            json.append(i == 0 ? "[" : ",\n[").append(expected.get(i)).append("]");
        }
        json.append("], [[");
        for (int i = 0; i < 4096; i++) {
            json.append(i == 0 ? "" : ", ").append(expected.get(2 * 4096 + i));
        }
        json.append("]]], \"biases\": [[");
        for (int i = 0; i < 4096; i++) {
            json.append(i == 0 ? "" : ", ").append(expected.get(4096 + i));
        }
        json.append("], [").append(expected.get(3 * 4096)).append("]]}");
        scenes.write("large.json", json.toString());
        assertEquals(new Scheme.Explicit(expected), scenes.read(withParameters("large.json")
                .replace("[2]", "[4096]")).scene().initialisation().scheme());
    }

    @Test
    void aTextWithoutEndInAFileOfParametersIsRefused() throws Exception {
        scenes.write("p.json", "{\"weights\": \"" + "x".repeat(25_000_000) + "\"}");
        assertTrue(scenes.mistakes(withParameters("p.json")).endsWith(
                "a text or number here is longer than any parameter is"));
        scenes.write("p.json", "{\"weights\": [[[" + "9".repeat(5_000_000) + "]]]}");
        assertTrue(scenes.mistakes(withParameters("p.json")).endsWith(
                "a text or number here is longer than any parameter is"));
    }

    @Test
    void mistakesInJsonHaveTheirPlace() throws Exception {
        scenes.write("p.json", "{\"weights\": [[[1], [2]],\n [[3, 1e999]]], \"biases\": [[1, 2], [3]], \"biases\": 1}");
        assertEquals("p.json:2:7: initialisation.parameters.weights[1][0][1]: 1e999 is beyond the largest double; allowed is a"
                + " number such as 2.5, -3 or 1e-3\n"
                + "p.json:2:42: biases: the key \"biases\" occurs twice; keep one of them",
                scenes.mistakes(withParameters("p.json")));
    }

    @Test
    void aMarkOfTheByteOrderMayStandTwice() throws Exception {
        assertEquals(scenes.read(SMALLEST).scene(), scenes.read("\uFEFF\uFEFF" + SMALLEST).scene());
    }
}
