package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.files.OutputFiles;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final String SHARED = """
            data: {x: {grid: {from: -3, to: 3, count: 40}}, y: {expression: "sin(2*x)"}, noise: 0.1, test: {count: 10}}
            network: {hidden: [6], activation: tanh}
            training: {learning-rate: 0.05, epochs: 60, batch-size: 7}
            video: {size: 320x180, panels: [fit, loss], hold: {first: 0s, last: 0s}, frames: {every: 4}}
            """;

    private static final String COMPARE = SHARED + """
            compare:
              runs:
                plain: {}
                "Adam, wide": {training.optimiser: adam, network.hidden: [9]}
                fast: {training.learning-rate: 1e200}
                until 0.3: {training.stop: {loss-below: 0.3}, training.optimiser: {momentum: {beta: 0.9}}}
            """;

    @TempDir
    Path directory;

    @Test
    void itsMembersAreTheRunsThatTheyAreAlone() throws Exception {
        List<String> compared = Files.readAllLines(csv(render(COMPARE, SceneRenderer.alone())));
        assertEquals("run,epoch,learning_rate,train_loss,test_loss,gradient_norm,gradient_angle", compared.get(0));
        List<String> expected = new ArrayList<>();
        alone("plain", expected);
        alone("\"Adam, wide\"", expected, "training.optimiser=adam", "network.hidden=[9]");
        alone("fast", expected, "training.learning-rate=1e200");
        alone("until 0.3", expected, "training.stop={loss-below: 0.3}", "training.optimiser={momentum: {beta: 0.9}}");
        assertEquals(expected, compared.subList(1, compared.size()));
    }

    private void alone(String name, List<String> rows, String... settings) throws Exception {
        List<String> alone = Files.readAllLines(csv(render(SHARED, SceneRenderer.amongOthers(), settings)));
        alone.subList(1, alone.size()).forEach(row -> rows.add(name + "," + row));
    }

    @Test
    void itsBytesDoNotDependOnHowManyRunsTrainAtOnce() throws Exception {
        Path alone = render(COMPARE, SceneRenderer.alone());
        Path among = render(COMPARE, SceneRenderer.amongOthers());
        for (String ending : List.of(".mp4", ".png", ".csv", ".json")) {
            assertArrayEquals(Files.readAllBytes(alone.resolve("scene" + ending)),
                    Files.readAllBytes(among.resolve("scene" + ending)), ending);
        }
    }

    @Test
    void itsRecordListsTheRuns() throws Exception {
        String record = Files.readString(render(COMPARE, SceneRenderer.amongOthers()).resolve("scene.json"));
        for (String name : List.of("plain", "Adam, wide", "fast", "until 0.3")) {
            assertTrue(record.replaceAll("\\s", "").contains("\"name\":\"" + name.replace(" ", "") + "\""), name);
        }
        assertTrue(record.contains("diverged") && record.contains("\"stop\""), record);
    }

    private Path render(String text, SceneRenderer renderer, String... settings) throws Exception {
        Path out = Files.createTempDirectory(directory, "out");
        renderer.render(scene(text, settings), new OutputFiles(out, "scene"), new Silence());
        return out;
    }

    private Scene scene(String text, String... settings) throws Exception {
        List<KeyOverride> overrides = new ArrayList<>();
        for (String setting : settings) {
            overrides.add(KeyOverride.parse(setting));
        }
        return SceneReader.read(write(text), overrides);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("scene.yaml"), text);
    }

    private static Path csv(Path out) {
        return out.resolve("scene.csv");
    }
}
