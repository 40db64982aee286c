package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.run.Metrics;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenes with the defaults of scikit-learn 1.2.1's MLPRegressor and MLPClassifier (100 relu neurons, Adam at 0.001,
 * batches of 200, alpha = 1e-4, 200 epochs) end where ten seeds of it end. Its draws cannot be had, so the ranges are
 * widened: losses by a factor of 3, accuracies by 0.02.
 */
class ScikitLearnRangesTest {

    @TempDir
    Path directory;

    private Metrics trained(String data, String start, int batch) throws Exception {
        Path file = Files.writeString(directory.resolve("scene.yaml"), "data: " + data + "\n"
                + "network: {hidden: [100], activation: relu}\n"
                + "initialisation: {seed: 1, scheme: " + start + "}\n"
                + "training: {optimiser: adam, learning-rate: 0.001, batch-size: " + batch + ", epochs: 200, l2: {weights: "
                + 1e-4 / batch + "}}\nvideo: {panels: [loss]}\n");
        return Plan.train(SceneReader.read(file, List.of()), 1, new RenderProgress() {
            @Override
            public void trained(int epoch, int epochs) {}

            @Override
            public void drawn(int frame, int frames) {}
        }).get(0).run().metrics();
    }

    private static void between(double least, double most, double value) {
        assertTrue(least <= value && value <= most, value + " is not from " + least + " to " + most);
    }

    @Test
    void theDefaultsDoNotLearnSineOfTenX() throws Exception {
        Metrics metrics = trained("{x: {grid: {from: 0, to: 1, count: 200}}, y: {expression: \"sin(10*x)\"}}",
                "{uniform: {from: -0.2437, to: 0.2437}}", 200);
        between(0.3417 / 3, 0.4400 * 3, metrics.trainLoss().get(200));
        between(0.3417 - 0.0983, 0.4400 + 0.0983, metrics.trainLoss().get(200));
    }

    @Test
    void moonsAreToldApartAsWell() throws Exception {
        Metrics metrics = trained("{points: {moons: {count: 300}}, noise: 0.2, seed: 7, test: {count: 200}}",
                "{uniform: {from: -0.2426, to: 0.2426}}", 200);
        between(0.2383 / 3, 0.2548 * 3, metrics.trainLoss().get(200));
        between(0.8767 - 0.02, 0.8900 + 0.02, metrics.trainAccuracy().get(200));
        between(0.9050 - 0.02, 0.9050 + 0.02, metrics.testAccuracy().get(200));
    }

    @Test
    void digitsAreReadAsWell() throws Exception {
        Metrics metrics = trained("{digits: {}, seed: 7, test: {fraction: 0.25}}", "xavier", 200);
        between(0.01184 / 3, 0.01335 * 3, metrics.trainLoss().get(200));
        assertEquals(1, metrics.trainAccuracy().get(200));
        between(0.1229 / 3, 0.1405 * 3, metrics.testLoss().get(200));
        between(0.9532 - 0.02, 0.9666 + 0.02, metrics.testAccuracy().get(200));
    }
}
