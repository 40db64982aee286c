package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.epochreel.run.Metrics;
import org.epochreel.scene.TrainingSpec.Watched;

/** The metrics of the epochs so far, which conditions may look back on. */
final class MetricsRecorder {
    private static final int MOST_AT_FIRST = 1 << 14;

    private final Column learningRate;
    private final Column trainLoss;
    private final Column testLoss;
    private final Column gradientNorm;
    private final Column gradientAngle;
    private final Column trainAccuracy;
    private final Column testAccuracy;

    MetricsRecorder(int epochs) {
        int capacity = Math.min(epochs, MOST_AT_FIRST - 1) + 1;
        this.learningRate = new Column(capacity);
        this.trainLoss = new Column(capacity);
        this.testLoss = new Column(capacity);
        this.gradientNorm = new Column(capacity);
        this.gradientAngle = new Column(capacity);
        this.trainAccuracy = new Column(capacity);
        this.testAccuracy = new Column(capacity);
    }

    void addAccuracy(double train, double test) {
        trainAccuracy.add(train);
        testAccuracy.add(test);
    }

    void add(double rate, double train, double test, double norm, double angle) {
        learningRate.add(rate);
        trainLoss.add(train);
        testLoss.add(test);
        gradientNorm.add(norm);
        gradientAngle.add(angle);
    }

    double loss(Watched of, int epoch) {
        return (of == Watched.TRAIN ? trainLoss : testLoss).get(epoch);
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
                gradientAngle.toImmutable(),
                trainAccuracy.toImmutable(),
                testAccuracy.toImmutable());
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
