package org.epochreel.training;

import org.epochreel.metrics.Metrics;

/** The metrics of the epochs so far, which conditions may look back on. */
final class MetricsRecorder {
    private static final int MOST_AT_FIRST = 1 << 14;

    private final DoubleColumn learningRate;
    private final DoubleColumn trainLoss;
    private final DoubleColumn testLoss;
    private final DoubleColumn gradientNorm;
    private final DoubleColumn gradientAngle;

    MetricsRecorder(int epochs) {
        int capacity = Math.min(epochs, MOST_AT_FIRST - 1) + 1;
        this.learningRate = new DoubleColumn(capacity);
        this.trainLoss = new DoubleColumn(capacity);
        this.testLoss = new DoubleColumn(capacity);
        this.gradientNorm = new DoubleColumn(capacity);
        this.gradientAngle = new DoubleColumn(capacity);
    }

    void add(double rate, double train, double test, double norm, double angle) {
        learningRate.add(rate);
        trainLoss.add(train);
        testLoss.add(test);
        gradientNorm.add(norm);
        gradientAngle.add(angle);
    }

    double trainLoss(int epoch) {
        return trainLoss.get(epoch);
    }

    double gradientAngle(int epoch) {
        return gradientAngle.get(epoch);
    }

    Metrics toMetrics() {
        return new Metrics(
                learningRate.toImmutable(),
                trainLoss.toImmutable(),
                testLoss.toImmutable(),
                gradientNorm.toImmutable(),
                gradientAngle.toImmutable());
    }
}
