package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.epochreel.run.Metrics;

/** The metrics of the epochs so far, which conditions may look back on. */
final class MetricsRecorder {
    private static final int MOST_AT_FIRST = 1 << 14;

    private final Column learningRate;
    private final Column trainLoss;
    private final Column testLoss;
    private final Column gradientNorm;
    private final Column gradientAngle;

    MetricsRecorder(int epochs) {
        int capacity = Math.min(epochs, MOST_AT_FIRST - 1) + 1;
        this.learningRate = new Column(capacity);
        this.trainLoss = new Column(capacity);
        this.testLoss = new Column(capacity);
        this.gradientNorm = new Column(capacity);
        this.gradientAngle = new Column(capacity);
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

    /** Doubles by epoch, growing at the end. */
    private static final class Column {
        private double[] values;
        private int size;

        Column(int capacity) {
            this.values = new double[capacity];
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double get(int index) {
            return values[index];
        }

        ImmutableDoubleArray toImmutable() {
            return ImmutableDoubleArray.copyOf(Arrays.copyOf(values, size));
        }
    }
}
