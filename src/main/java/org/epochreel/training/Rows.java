package org.epochreel.training;

import org.epochreel.data.Samples;
import org.epochreel.network.Model;

/**
 * Samples as one model learns them: arrays by input or output and sample.
 *
 * @param inputs as the model's evaluator wants them
 * @param targets what its outputs should be
 * @param classes of labelled samples the class of each, else nothing
 */
record Rows(double[][] inputs, double[][] targets, int[] classes) {

    /** Samples without classes. */
    Rows(double[][] inputs, double[][] targets) {
        this(inputs, targets, new int[0]);
    }

    static Rows of(Model model, Samples samples) {
        return new Rows(
                model.prepared(samples.inputs().toColumns()),
                samples.targets(model.outputs()).toColumns(),
                samples.labels().map(labels -> labels.indices().toArray()).orElse(new int[0]));
    }

    boolean hasClasses() {
        return classes.length > 0;
    }

    int count() {
        return targets[0].length;
    }

    /** Room for as many samples as there are here, without their classes. */
    Rows ofSameSize() {
        return new Rows(new double[inputs.length][count()], new double[targets.length][count()]);
    }

    /** Becomes the samples of {@code source} in another order. */
    void fill(Rows source, int[] order) {
        pick(source.inputs, order, inputs);
        pick(source.targets, order, targets);
    }

    private static void pick(double[][] from, int[] order, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            double[] source = from[i];
            double[] target = to[i];
            for (int s = 0; s < order.length; s++) {
                target[s] = source[order[s]];
            }
        }
    }
}
