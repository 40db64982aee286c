package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.scene.Scene;
import org.epochreel.scene.canonical.ResolvedScene;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedScenesTest {

    private static final String SHARED = """
            data: {x: {grid: {from: -3, to: 3, count: 60}}, y: {expression: "sin(x)"}}
            network: {hidden: [10]}
            training: {learning-rate: 0.05, epochs: 40}
            """;

    @TempDir
    Path directory;

    @Test
    void eachRunIsTheSceneThatItWouldBeAlone() throws Exception {
        Scene scene = read(SHARED + "compare: {training.optimiser: {plain: gradient-descent, Adam: adam}}");

        assertEquals(ImmutableList.of("plain", "Adam"), scene.compared().stream().map(Scene.Compared::name).toList());
        assertEquals(read(SHARED), scene.compared().get(0).scene());
        assertEquals(read(SHARED.replace("epochs: 40", "epochs: 40, optimiser: adam")), scene.compared().get(1).scene());
    }

    @Test
    void theFirstRunIsTheScenesOwn() throws Exception {
        Scene scene = read(SHARED + "compare: {training.optimiser: {Adam: adam, plain: gradient-descent}}");

        assertEquals(scene.compared().get(0).scene().training(), scene.training());
    }

    @Test
    void namedRunsMaySetSeveralKeysThatTheSceneLacks() throws Exception {
        Scene scene = read("""
                data: {x: {grid: {from: -3, to: 3, count: 60}}, y: {expression: "sin(x)"}}
                compare:
                  runs:
                    "narrow, plain": {network.hidden: [2], initialisation.seed: 4}
                    wide: {network.hidden: [9, 9], training.optimiser: {momentum: {beta: 0.5}}, training.learning-rate: 1e-3}
                """);

        Scene wide = scene.compared().get(1).scene();
        assertEquals(4, scene.initialisation().seed().intValue());
        assertEquals(1e-3, wide.training().learningRate());
        assertEquals(ImmutableList.of(9, 9), ((Scene.Learner.Network) wide.learner()).architecture().hidden().asList());
    }

    @Test
    void theCanonicalTextReadsAsTheSameScene() throws Exception {
        Scene scene = read(SHARED + """
                compare:
                  runs:
                    a: {training.cutoffs: [{at-epoch: 3, learning-rate: 0.1}], training.batch-size: 5}
                    b: {initialisation.scheme: {normal: {sd: 0.5}}, network.bias: false, data.scale: standard}
                """);

        assertEquals(ResolvedScene.text(scene), ResolvedScene.text(read(ResolvedScene.text(scene))));
        assertEquals(ResolvedScene.hash(scene), ResolvedScene.hash(read(ResolvedScene.text(scene))));
    }

    @Test
    void theHashTellsComparisonsApartByTheFilesOfTheirRuns() throws Exception {
        String compare = SHARED.replace("[10]", "[1]") + "compare: {initialisation.parameters: {one: {file: one.json},"
                + " two: {file: two.json}}}";
        write("one.json", "{\"weights\": [[[1]], [[2]]], \"biases\": [[0], [0]]}");
        write("two.json", "{\"weights\": [[[1]], [[2]]], \"biases\": [[0], [1]]}");
        String before = ResolvedScene.hash(read(compare));
        write("two.json", "{\"weights\": [[[1]], [[2]]], \"biases\": [[0], [3]]}");

        Scene after = read(compare);
        assertNotEquals(before, ResolvedScene.hash(after));
        assertEquals(ImmutableList.of("scene.yaml", "one.json", "two.json"),
                after.inputs().stream().map(file -> file.getFileName().toString()).toList());
    }

    private Scene read(String text) throws IOException, InvalidSceneException {
        return SceneReader.read(write("scene.yaml", text), List.of());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
