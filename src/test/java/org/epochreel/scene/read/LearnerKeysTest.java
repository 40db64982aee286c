package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.scene.Scene;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.TrainingSpec.Penalty;
import org.epochreel.scene.TrainingSpec.Watched;
import org.epochreel.scene.canonical.ResolvedScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys of optimisers, rates, penalties and stop rules mean. */
class LearnerKeysTest {

    @TempDir
    Path directory;

    private Scene scene(String training) throws Exception {
        return resolved("data: {x: {grid: {from: -1, to: 1, count: 9}}, y: {linear: {a: 1, b: 2}}, test: {count: 4}}\n"
                + "network: {hidden: [3]}\ntraining: " + training + "\n");
    }

    private Scene resolved(String text) throws Exception {
        return SceneReader.read(Files.writeString(directory.resolve("scene.yaml"), text), List.of());
    }

    private TrainingSpec training(String training) throws Exception {
        return scene(training).training();
    }

    @Test
    void optimisersHaveTheirNumbersOrTheirDefaults() throws Exception {
        assertEquals(new Optimiser.Nesterov(0.5),
                training("{optimiser: {momentum: {beta: 0.5, nesterov: true}}}").optimiser());
        assertEquals(new Optimiser.Nesterov(0.9), training("{optimiser: {momentum: {nesterov: true}}}").optimiser());
        assertEquals(new Optimiser.Momentum(0), training("{optimiser: {momentum: {beta: 0, nesterov: false}}}")
                .optimiser());
        assertEquals(new Optimiser.AdamW(0.9, 0.999, 1e-8, 0.01), training("{optimiser: adamw}").optimiser());
        assertEquals(new Optimiser.AdamW(0.8, 0.7, 1e-3, 0.2), training(
                "{optimiser: {adamw: {weight-decay: 0.2, beta1: 0.8, beta2: 0.7, epsilon: 1e-3}}}").optimiser());
        assertEquals(new Optimiser.Lbfgs(10), training("{optimiser: lbfgs}").optimiser());
        assertEquals(new Optimiser.Lbfgs(100), training("{optimiser: {lbfgs: {history: 100}}}").optimiser());
    }

    @Test
    void ratesFollowTheirRules() throws Exception {
        assertEquals(Optional.of(new Adaptive.Plateau(0.2, 10, 1e-4, Watched.TRAIN, 1e-6)),
                training("{adaptive: plateau}").adaptive());
        assertEquals(Optional.of(new Adaptive.Plateau(0.5, 0, 0, Watched.TEST, 0)), training(
                "{adaptive: {plateau: {factor: 0.5, patience: 0, min-change: 0, of: test, to: 0}}}").adaptive());
        assertEquals(Optional.of(new Adaptive.Angle(90, 0.5, 1.02, OptionalDouble.empty())),
                training("{adaptive: angle}").adaptive());
        assertEquals(Optional.of(new Adaptive.Angle(60, 0.9, 1.5, OptionalDouble.of(3))),
                training("{adaptive: {angle: {above: 60, shrink: 0.9, grow: 1.5, to: 3}}}").adaptive());
        assertEquals(Optional.of(new Decay.Inverse(0.75)), training("{decay: {inverse: {power: 0.75}}}").decay());
        assertEquals(OptionalInt.of(7), training("{warm-up: {epochs: 7}}").warmUp());
    }

    @Test
    void aBareNumberIsAPenaltyOnBiasesToo() throws Exception {
        assertEquals(new Penalty(0, true, 0.5, true), training("{l2: 0.5}").penalty());
        assertEquals(new Penalty(0.25, false, 0.5, false),
                training("{l1: {weights: 0.25}, l2: {weights: 0.5}}").penalty());
        assertEquals(new Penalty(0.25, true, 0, true), training("{l1: 0.25}").penalty());
    }

    @Test
    void earlyStoppingLooksAtTheTestLossUnlessItSaysOtherwise() throws Exception {
        assertEquals(Optional.of(new Condition.NoImprovement(10, 1e-4, Watched.TEST)),
                training("{stop: {no-improvement: {}}}").stop());
        assertEquals(Optional.of(new Condition.NoImprovement(3, 0, Watched.TRAIN)),
                training("{stop: {no-improvement: {over: 3, by: 0, of: train}}}").stop());
        assertTrue(training("{keep-best: true}").keepBest());
        assertFalse(training("{}").keepBest());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{optimiser: {momentum: {nesterov: true}}, warm-up: {epochs: 3}, batch-size: 2, seed: 4}",
        "{optimiser: {adamw: {weight-decay: 0}}, l1: {weights: 0}, adaptive: {angle: {to: 1}}}",
        "{optimiser: {lbfgs: {history: 3}}, l2: {weights: 1e-3}, l1: 1e-3, stop: {no-improvement: {by: 0}}}",
        "{adaptive: plateau, keep-best: true, stop: {no-improvement: {over: 4}}}",
        "{decay: {inverse: {power: 2}}, l2: {weights: 0}}"})
    void theCanonicalTextReadsBackToAnEqualScene(String training) throws Exception {
        Scene scene = scene(training);
        assertEquals(scene, resolved(ResolvedScene.text(scene)));
    }

    @Test
    void keysThatSayNothingAreNotInTheCanonicalText() throws Exception {
        String plain = ResolvedScene.text(scene("{epochs: 5}"));
        assertEquals(plain, ResolvedScene.text(scene("{epochs: 5, l1: 0, l2: 0, keep-best: false}")));
        for (String key : List.of("l1", "keep-best", "adaptive", "warm-up", "nesterov")) {
            assertFalse(plain.contains('"' + key + '"'), key);
        }
        String lbfgs = ResolvedScene.text(scene("{optimiser: lbfgs}"));
        assertFalse(lbfgs.contains("\"cutoffs\""), lbfgs);
    }
}
