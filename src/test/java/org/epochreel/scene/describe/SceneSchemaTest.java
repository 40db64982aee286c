package org.epochreel.scene.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.epochreel.font.FontFile;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.Png;
import org.epochreel.scene.Scene;
import org.epochreel.scene.SceneResources;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.read.SceneKeys;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.scene.yaml.Mistake;
import org.epochreel.sound.Tone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema and the reader accept the same scenes, but for the few mistakes that a schema cannot see. */
class SceneSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SceneResources.schema(), InputFormat.JSON);

    /** What only the reader reports, by a part of its sentence, and why a schema cannot. */
    private static final Map<String, String> ONLY_THE_READER = Map.ofEntries(
            Map.entry("is empty; the second number must be the larger one", "compares two numbers"),
            Map.entry("is too long; its length", "compares two numbers"),
            Map.entry("data.y.expression: ", "formulas have a grammar"),
            Map.entry("network.inputs[", "formulas have a grammar"),
            Map.entry("each needs at least one", "compares points with classes"),
            Map.entry("are not finite", "computes the data"),
            Map.entry("softmax gives probabilities of classes", "compares with the data"),
            Map.entry("sigmoid is one neuron", "compares with the data"),
            Map.entry("cross-entropy compares classes", "compares with the data"),
            Map.entry("cross-entropy is of probabilities", "compares with the network"),
            Map.entry("is a curve of one x", "compares with the data"),
            Map.entry("this scene has nothing for a panel", "compares with the data"),
            Map.entry("it must be a finite number at every x", "computes the data"),
            Map.entry("write one for each layer, or a single word", "compares the lengths of two lists"),
            Map.entry("weights and biases; at most", "multiplies layer sizes"),
            Map.entry("is larger than the training set", "compares with the number of points"),
            Map.entry("there is no file", "looks for the file"),
            Map.entry("is not a file; name a CSV file", "looks for the file"),
            Map.entry("name a font's file", "looks for the file"),
            Map.entry("is not a file; name a picture", "looks for the file"),
            Map.entry("is not a file; name an array", "looks for the file"),
            Map.entry("cannot be used; ", "reads the file"),
            Map.entry("replay.predictions: the predictions have", "reads the files"),
            Map.entry("the predictions have", "compares with the data"),
            Map.entry("nothing is trained here, so nothing is scaled", "compares with the data"),
            Map.entry("both need the same", "compares files"),
            Map.entry("the loss cannot be computed", "computes the points"),
            Map.entry("what was trained elsewhere has", "compares with the log"),
            Map.entry("is not a file's name", "depends on the file system"),
            Map.entry("is a directory; a file is needed", "looks for the file"),
            Map.entry("there is no column", "reads the file"),
            Map.entry("holds only one class", "reads the file"),
            Map.entry("there are no columns besides", "reads the file"),
            Map.entry("is in the list twice; each may occur once", "compares names as the reader understands them"),
            Map.entry("both need a number for each input", "compares the lengths of two lists"),
            Map.entry("it needs a number for each input", "compares the lengths of two lists"),
            Map.entry("has more than 1000000 points", "multiplies counts"),
            Map.entry("a list is for a grid of as many inputs", "compares with x"),
            Map.entry("is too few for a grid of", "compares with x"),
            Map.entry("this is a curve over one x", "compares with x"),
            Map.entry("there is no test set whose", "looks for points to test on"),
            Map.entry("the blog scheme draws one hidden layer", "compares with the network"),
            Map.entry("so there are no biases; remove this key", "compares with the network"),
            Map.entry("network.bias is false; remove this key", "compares with the network"),
            Map.entry("only networks have biases", "compares with the model"),
            Map.entry("initialisation.parameters", "the shape depends on the model"),
            Map.entry("is not a frame rate; allowed is 1 to 240", "computes a fraction"),
            Map.entry("is given twice", "counts what ranges hold"),
            Map.entry("at most 4096 are allowed", "counts a seed's bits"),
            Map.entry("each format may occur once", "compares kinds"),
            Map.entry("is wider than the video", "compares with the size"),
            Map.entry("is more than H.264 video can hold", "multiplies sides and rate"),
            Map.entry("the page html shows the MP4", "compares items of a list"),
            Map.entry("allowed is a number of decibels", "compares a number that is part of a text"),
            Map.entry("the track is over before the film begins", "compares with the track"),
            Map.entry("cannot be played; allowed are two frequencies", "divides frequencies"),
            Map.entry("training ends at epoch", "compares with the number of epochs"),
            Map.entry("are no stretch; to must be larger", "compares two numbers"),
            Map.entry("an epoch may be slowed down once", "compares items of a list"),
            Map.entry("the note says nothing", "looks for something other than blanks"),
            Map.entry("keyframes cannot be 0 seconds apart", "reads a number that is part of a text"),
            Map.entry("are not two of this model's parameters", "compares with the model"),
            Map.entry("the parameters of a network have no names", "compares with the model"),
            Map.entry("the exact plane is that of a model of two", "compares with the model"),
            Map.entry("this key names the parameters of plane", "compares two keys"),
            Map.entry("a film shows one landscape", "compares items of a list"),
            Map.entry("the plane of a path needs at least", "compares with the training"),
            Map.entry("would take about", "multiplies the work"),
            Map.entry("says no date", "date formats have a grammar"));

    @TempDir
    Path directory;

    @BeforeEach
    void writeNeighbours() throws IOException {
        Files.writeString(directory.resolve("points.csv"), "time,value\n0,1\n1,3\n");
        Files.writeString(directory.resolve("flowers.csv"), "length,width,kind\n1,2,3\n2,3,5\n3,1,3\n2,1,5\n");
        Files.write(directory.resolve("tone.wav"), Tone.wav(1, 0.25));
        Files.writeString(directory.resolve("curves.csv"), "1,2,3\n2,3,4\n");
        Files.writeString(directory.resolve("grid.csv"), "0\n0.5\n1\n");
        Files.writeString(directory.resolve("log.csv"), "epoch,loss\n0,2\n1,1\n");
        Files.write(directory.resolve("cat.png"), Png.encode(new FrameSize(16, 16), new int[256]));
        Files.write(directory.resolve("font.otf"),
                FontFile.class.getResourceAsStream("ideographs.otf").readAllBytes());
        Files.writeString(directory.resolve("parameters.json"),
                "{\"weights\": [[[1]], [[2]]], \"biases\": [[3], [4]]}");
    }

    private List<String> readerMistakes(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("scene.yaml"), text);
        try {
            SceneReader.read(file, List.of());
            return List.of();
        } catch (InvalidSceneException e) {
            return e.mistakes().stream().map(Mistake::toString).toList();
        }
    }

    private void assertSameVerdict(JsonNode scene) throws IOException {
        String text = scene.toString();
        List<String> mistakes = readerMistakes(text);
        boolean schemaAccepts = SCHEMA.validate(scene, OutputFormat.BOOLEAN);
        if (schemaAccepts) {
            List<String> unexplained = mistakes.stream()
                    .filter(mistake -> ONLY_THE_READER.keySet().stream().noneMatch(mistake::contains))
                    .toList();
            assertEquals(List.of(), unexplained, "only the reader refuses " + text);
        } else {
            assertTrue(!mistakes.isEmpty(), () -> "only the schema refuses " + text + " because of "
                    + SCHEMA.validate(text, InputFormat.JSON));
        }
    }

    static List<String> validScenes() throws IOException {
        List<String> scenes = new ArrayList<>();
        JSON.readTree(SceneSchemaTest.class.getResource("valid-scenes.json"))
                .forEach(scene -> scenes.add(scene.toString()));
        return scenes;
    }

    @ParameterizedTest
    @MethodSource("validScenes")
    void bothAcceptValidScenes(String scene) throws IOException {
        assertEquals(List.of(), readerMistakes(scene));
        assertEquals(List.of(), SCHEMA.validate(scene, InputFormat.JSON));
    }

    @Test
    void bothJudgeMutatedScenesAlike() throws IOException {
        List<JsonNode> mutants = new ArrayList<>();
        Set<List<Object>> replaced = new HashSet<>();
        for (String scene : validScenes()) {
            mutate(JSON.readTree(scene), replaced, mutants);
        }
        assertTrue(mutants.size() > 5000, mutants.size() + " mutants");
        for (JsonNode mutant : mutants) {
            assertSameVerdict(mutant);
        }
    }

    @Test
    void theValidScenesTogetherUseEveryKey() throws IOException {
        Set<String> used = new LinkedHashSet<>();
        for (String scene : validScenes()) {
            collectKeys(JSON.readTree(scene), used);
        }
        Set<String> known = Groups.of(SceneKeys.SCENE).stream()
                .flatMap(group -> group.keys().stream().map(Key::name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        known.removeAll(used);
        assertEquals(Set.of(), known);
    }

    private static void collectKeys(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> collectKeys(child, keys));
    }

    private static final List<String> REPLACEMENTS = List.of(
            "null", "true", "false", "\"\"", "\"text\"", "\"100\"", "[]", "{}", "[1]", "[[]]", "[0, 0]", "{\"a\": 1}",
            "-1", "0", "1", "2", "5.0", "0.5", "1.5", "89.5", "180", "1000000", "1000001", "10000001", "1e300",
            "-1e300", "\"1s\"", "\"1000s\"", "\"0ms\"", "\"17x16\"", "\"16x16\"", "\"8192x8194\"", "\"8190x8192\"",
            "\"016x16\"", "\"1080p\"", "\"30/7\"", "\"1/0\"", "\"1/7\"", "\"adam\"", "\"blog\"", "\"he\"", "\"tanh\"",
            "\"linear\"", "\"{epcoh}\"", "\"{loss}{\"", "\"a\\nb\"", "[\"tanh\"]", "[\"loss\", \"loss\"]",
            "[\"loss\"]");

    /** Every scene one step away: a value replaced, a key removed, an unknown key added, a list made longer. */
    private static void mutate(JsonNode root, Set<List<Object>> seen, List<JsonNode> mutants) throws IOException {
        for (String replacement : List.of("null", "[]", "{}", "1", "\"text\"")) {
            mutants.add(JSON.readTree(replacement));
        }
        List<List<Object>> paths = new ArrayList<>();
        collectPaths(root, List.of(), paths);
        for (List<Object> path : paths) {
            JsonNode copy = root.deepCopy();
            JsonNode node = at(copy, path);
            if (node instanceof ObjectNode object) {
                object.put("unknown", 1);
                mutants.add(copy);
            } else if (node instanceof ArrayNode array && !array.isEmpty()) {
                array.add(array.get(0).deepCopy());
                mutants.add(copy);
            }
            if (path.isEmpty()) {
                continue;
            }
            Object last = path.get(path.size() - 1);
            List<Object> above = path.subList(0, path.size() - 1);
            JsonNode without = root.deepCopy();
            if (at(without, above) instanceof ObjectNode object) {
                object.remove((String) last);
            } else {
                ((ArrayNode) at(without, above)).remove((Integer) last);
            }
            mutants.add(without);
            if (!seen.add(path)) {
                continue;
            }
            for (String replacement : REPLACEMENTS) {
                JsonNode replaced = root.deepCopy();
                if (at(replaced, above) instanceof ObjectNode object) {
                    object.set((String) last, JSON.readTree(replacement));
                } else {
                    ((ArrayNode) at(replaced, above)).set((Integer) last, JSON.readTree(replacement));
                }
                mutants.add(replaced);
            }
        }
        addSiblings(root, mutants);
    }

    /** Keys of the same group that exclude or need each other. */
    private static void addSiblings(JsonNode root, List<JsonNode> mutants) throws IOException {
        for (String group : List.of("data", "initialisation", "training")) {
            for (String scene : validScenes()) {
                for (Map.Entry<String, JsonNode> member : JSON.readTree(scene).path(group).properties()) {
                    JsonNode copy = root.deepCopy();
                    ((ObjectNode) copy).withObject("/" + group).set(member.getKey(), member.getValue());
                    mutants.add(copy);
                }
            }
        }
    }

    private static void collectPaths(JsonNode node, List<Object> path, List<List<Object>> paths) {
        paths.add(path);
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> collectPaths(object.get(name), append(path, name), paths));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collectPaths(array.get(i), append(path, i), paths);
            }
        }
    }

    private static List<Object> append(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static JsonNode at(JsonNode root, List<Object> path) {
        JsonNode node = root;
        for (Object step : path) {
            node = step instanceof String name ? node.get(name) : node.get((Integer) step);
        }
        return node;
    }

    @Test
    void theSchemasDefaultsAreTheReaders() throws Exception {
        ObjectNode scene = (ObjectNode) JSON.readTree(validScenes().get(0));
        Path file = directory.resolve("scene.yaml");
        Scene plain = SceneReader.read(Files.writeString(file, scene.toString()), List.of());
        JsonNode definitions = JSON.readTree(SceneResources.schema()).get("$defs");
        int filled = 0;
        for (String place : List.of("scene", "data", "network", "initialisation", "training", "video", "video.hold")) {
            ObjectNode group = place.equals("scene") ? scene : scene.withObject("/" + place.replace('.', '/'));
            for (Map.Entry<String, JsonNode> key : definitions.get(place).get("properties").properties()) {
                JsonNode value = key.getValue().get("default");
                if (value != null) {
                    group.set(key.getKey(), value);
                    filled++;
                }
            }
        }
        assertEquals(35, filled, scene.toString());
        assertEquals(plain, SceneReader.read(Files.writeString(file, scene.toString()), List.of()));
    }
}
