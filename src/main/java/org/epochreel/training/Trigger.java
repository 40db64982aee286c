package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Condition;

/** Whether a condition of the scene holds at an epoch that has just been recorded. */
interface Trigger {

    boolean holds(int epoch, MetricsRecorder metrics);

    static Trigger of(Condition condition) {
        if (condition instanceof Condition.AtEpoch at) {
            return (epoch, metrics) -> epoch == at.epoch();
        }
        if (condition instanceof Condition.LossBelow below) {
            return (epoch, metrics) -> metrics.trainLoss(epoch) < below.value();
        }
        if (condition instanceof Condition.LossChangeBelow plateau) {
            int first = Math.max(plateau.notBefore(), plateau.over());
            return (epoch, metrics) -> epoch >= first
                    && Math.abs(metrics.trainLoss(epoch) - metrics.trainLoss(epoch - plateau.over()))
                            < plateau.change();
        }
        if (condition instanceof Condition.NoImprovement none) {
            return new NoImprovement(none);
        }
        Condition.AngleAbove above = (Condition.AngleAbove) condition;
        return (epoch, metrics) -> metrics.gradientAngle(epoch) > above.degrees();
    }

    /** Counts the epochs since the best; asked once an epoch. */
    final class NoImprovement implements Trigger {
        private final Condition.NoImprovement rule;
        private double best = Double.POSITIVE_INFINITY;
        private int since;

        private NoImprovement(Condition.NoImprovement rule) {
            this.rule = rule;
        }

        @Override
        public boolean holds(int epoch, MetricsRecorder metrics) {
            double loss = metrics.loss(rule.of(), epoch);
            if (loss < best && loss <= best - rule.by()) {
                best = loss;
                since = 0;
            } else {
                since++;
            }
            return since >= rule.over();
        }
    }
}
