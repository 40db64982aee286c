package org.epochreel.training;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;

/** Training specs that begin as plain gradient descent and differ in what a test is about. */
record Specs(TrainingSpec spec) {

    static Specs descent(Loss loss, double rate, int epochs) {
        return new Specs(new TrainingSpec(
                loss,
                new Optimiser.GradientDescent(),
                rate,
                ImmutableList.of(),
                Optional.empty(),
                OptionalInt.empty(),
                BigInteger.valueOf(5),
                0,
                epochs,
                Optional.empty()));
    }

    Specs by(Optimiser optimiser) {
        return with(optimiser, spec.cutoffs(), spec.decay(), spec.batchSize(), spec.l2(), spec.stop());
    }

    Specs cutoff(Condition when, double rate) {
        ImmutableList<Cutoff> cutoffs = ImmutableList.<Cutoff>builder()
                .addAll(spec.cutoffs())
                .add(new Cutoff(when, rate))
                .build();
        return with(spec.optimiser(), cutoffs, spec.decay(), spec.batchSize(), spec.l2(), spec.stop());
    }

    Specs decay(Decay decay) {
        return with(spec.optimiser(), spec.cutoffs(), Optional.of(decay), spec.batchSize(), spec.l2(), spec.stop());
    }

    Specs batches(int size) {
        return with(spec.optimiser(), spec.cutoffs(), spec.decay(), OptionalInt.of(size), spec.l2(), spec.stop());
    }

    Specs l2(double l2) {
        return with(spec.optimiser(), spec.cutoffs(), spec.decay(), spec.batchSize(), l2, spec.stop());
    }

    Specs stop(Condition when) {
        return with(
                spec.optimiser(), spec.cutoffs(), spec.decay(), spec.batchSize(), spec.l2(), Optional.of(when));
    }

    private Specs with(
            Optimiser optimiser,
            ImmutableList<Cutoff> cutoffs,
            Optional<Decay> decay,
            OptionalInt batchSize,
            double l2,
            Optional<Condition> stop) {
        return new Specs(new TrainingSpec(
                spec.loss(), optimiser, spec.learningRate(), cutoffs, decay, batchSize, spec.seed(), l2, spec.epochs(),
                stop));
    }

    Specs adaptive(Adaptive adaptive) {
        return new Specs(new TrainingSpec(
                spec.loss(), spec.optimiser(), spec.learningRate(), spec.cutoffs(), spec.decay(), spec.batchSize(),
                spec.seed(), spec.penalty(), spec.epochs(), spec.stop(), Optional.of(adaptive), OptionalInt.of(20),
                spec.keepBest()));
    }
}
