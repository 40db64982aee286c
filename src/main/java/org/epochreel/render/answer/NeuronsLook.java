package org.epochreel.render.answer;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.scene.VideoSpec.Range;

/** Looks into a network over a line or a plane. */
final class NeuronsLook {

    private final Model model;
    private final Probe probe;

    NeuronsLook(Model model, Wanted.Neurons wanted) {
        this.model = model;
        this.probe = wanted.x2().isPresent()
                ? Probe.grid(model, centres(wanted.x1(), wanted.columns(), false),
                        centres(wanted.x2().get(), wanted.rows(), true))
                : Probe.line(model, line(wanted));
    }

    private static ImmutableDoubleArray centres(Range range, int count, boolean downwards) {
        double[] centres = new double[count];
        for (int i = 0; i < count; i++) {
            double part = (i + 0.5) / count;
            centres[downwards ? count - 1 - i : i] = range.from() + part * (range.to() - range.from());
        }
        return ImmutableDoubleArray.copyOf(centres);
    }

    private static double[] line(Wanted.Neurons wanted) {
        double[] x = new double[wanted.columns()];
        for (int i = 0; i < x.length; i++) {
            double part = (double) i / (x.length - 1);
            x[i] = wanted.x1().from() + part * (wanted.x1().to() - wanted.x1().from());
        }
        return x;
    }

    Rows at(double[] parameters) {
        int neurons = model.hidden().stream().mapToInt(Integer::intValue).sum() + model.outputs();
        double[][] values = new double[neurons][probe.count()];
        probe.neurons(parameters, model.hidden(), values);
        double[][] seen = probe.seen();
        double[][] all = new double[seen.length + neurons][];
        System.arraycopy(seen, 0, all, 0, seen.length);
        System.arraycopy(values, 0, all, seen.length, neurons);
        return new Rows(all);
    }
}
