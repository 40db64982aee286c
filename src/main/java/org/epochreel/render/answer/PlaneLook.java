package org.epochreel.render.answer;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.scene.VideoSpec.Range;

/** Looks at a model of the plane at the centres of equal cells. */
final class PlaneLook {

    private final Wanted.Plane plane;
    private final int outputs;
    private final Probe probe;

    PlaneLook(Model model, Wanted.Plane plane) {
        this.plane = plane;
        this.outputs = model.outputs();
        this.probe = Probe.grid(model, centres(plane.x1(), plane.columns(), false),
                centres(plane.x2(), plane.rows(), true));
    }

    static ImmutableDoubleArray centres(Range range, int count, boolean downwards) {
        double[] centres = new double[count];
        for (int i = 0; i < count; i++) {
            double part = (i + 0.5) / count;
            centres[downwards ? count - 1 - i : i] = range.from() + part * (range.to() - range.from());
        }
        return ImmutableDoubleArray.copyOf(centres);
    }

    Rows at(double[] parameters) {
        double[][] values = new double[outputs][plane.columns() * plane.rows()];
        if (plane.numbers() == Wanted.Numbers.SUMS) {
            probe.sums(parameters, values);
        } else {
            probe.outputs(parameters, values);
        }
        return new Rows(values);
    }
}
