package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.sequence.WidestValue;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.text.PictureNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenes with each way to learn become films, and their records say what came out. */
class LearnerScenesTest {

    @TempDir
    private Path folder;

    private Scene scene(String training) throws Exception {
        Path file = Files.writeString(folder.resolve("wave.yaml"), """
                data:
                  x: {uniform: {from: -1, to: 1, count: 12}}
                  y: {sinusoidal: {a: 1, b: 4, c: 0, d: 0}}
                  noise: 0.3
                  test: {count: 20}
                network: {hidden: [4]}
                video: {size: 96x64, panels: [fit, loss]}
                training: %s
                """.formatted(training));
        return SceneReader.read(file, ImmutableList.of());
    }

    private JsonNode record(String training) throws Exception {
        SceneRenderer.preparing().render(scene(training), new OutputFiles(folder, "wave"), new Silence());
        assertTrue(Files.size(folder.resolve("wave.mp4")) > 0);
        return new ObjectMapper().readTree(folder.resolve("wave.json").toFile());
    }

    private double[] rates() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("wave.csv"));
        int column = List.of(lines.get(0).split(",")).indexOf("learning_rate");
        return lines.stream().skip(2).mapToDouble(line -> Double.parseDouble(line.split(",")[column])).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{optimiser: {momentum: {beta: 0.9, nesterov: true}}, epochs: 6}",
        "{optimiser: adamw, epochs: 6}",
        "{optimiser: {lbfgs: {history: 4}}, epochs: 6}",
        "{optimiser: adam, adaptive: {plateau: {patience: 1, of: test}}, epochs: 6}",
        "{adaptive: {angle: {to: 0.1}}, epochs: 6}",
        "{l1: {weights: 1e-3}, l2: {weights: 1e-3}, epochs: 6}"})
    void everyLearnerLowersTheLossInAFilm(String training) throws Exception {
        JsonNode record = record(training);
        assertEquals("epochs", record.get("stopped").asText());
        assertTrue(record.get("final_train_loss").asDouble() < record.get("first_train_loss").asDouble(),
                record.toString());
    }

    @Test
    void aWarmUpGrowsInEvenStepsOfAnInverseDecay() throws Exception {
        record("{learning-rate: 0.1, decay: {inverse: {power: 1}}, warm-up: {epochs: 4}, epochs: 6}");
        double[] rates = rates();
        for (int update = 1; update <= 6; update++) {
            assertEquals(0.1 / update * Math.min(update / 4.0, 1), rates[update - 1], 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{optimiser: lbfgs, epochs: 30}",
        "{adaptive: {angle: {grow: 1.037}}, epochs: 30}",
        "{learning-rate: 0.1, warm-up: {epochs: 30}, epochs: 30}"})
    void noRateIsWiderThanTheRoomForIt(String training) throws Exception {
        Plan plan = Plan.of(scene(training), new Silence());
        String widest = WidestValue.of(Readout.LEARNING_RATE, plan);
        plan.run().metrics().learningRate().stream().skip(1).mapToObj(PictureNumber::rate)
                .forEach(rate -> assertEquals(widest, PictureNumber.wider(widest, rate)));
    }

    @Test
    void aRunThatCannotLowerItsLossAnyMoreIsRecordedAsConverged() throws Exception {
        JsonNode record = record("{optimiser: lbfgs, epochs: 100000, l2: 1}");
        assertEquals("converged", record.get("stopped").asText());
        assertTrue(record.get("epochs").asInt() < 100000);
    }

    @Test
    void theRecordHasTheBestParametersAndTheLastOnes() throws Exception {
        JsonNode record = record("{optimiser: {adam: {}}, learning-rate: 0.1, epochs: 2000,"
                + " stop: {no-improvement: {over: 15, by: 0, of: test}}, keep-best: true}");
        assertEquals("stop", record.get("stopped").asText());
        int best = record.get("lowest_test_loss_epoch").asInt();
        assertEquals(best, record.get("parameters_epoch").asInt());
        assertEquals(best + 15, record.get("epochs").asInt());
        assertNotEquals(record.get("parameters"), record.get("final_parameters"));
        JsonNode shorter = record("{optimiser: {adam: {}}, learning-rate: 0.1, epochs: " + best + "}");
        assertEquals(shorter.get("parameters"), record.get("parameters"));
        assertTrue(!shorter.has("final_parameters"));
    }
}
