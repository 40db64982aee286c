package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.PanelSite;

/**
 * What each hidden neuron adds to the curve, in order of how much it bends it: those that raise it in one colour, those
 * that lower it in another, the fainter the less they add. While they build the curve up, one after the other, those
 * that have come are strong and the others hardly seen.
 */
final class NeuronBuilders {

    private static final double THIN = 0.4;
    private static final double FAINTEST = 0.22;
    private static final double STRONGEST = 0.6;
    private static final double WAITING = 0.12;
    private static final int STEPS = 12;

    private final PolylineStroke stroke;
    private final Color raises;
    private final Color lowers;

    /** A curve and how it is drawn. */
    record Line(ImmutableDoubleArray curve, PolylineStroke stroke, Tint tint) {}

    NeuronBuilders(PanelSite site) {
        this.stroke = new PolylineStroke(Math.max(1, THIN * site.theme().lines().curve() * site.scale()));
        this.raises = site.theme().palette().second();
        this.lowers = site.theme().palette().curve();
    }

    /** A run's neurons from back to front; {@code built} as a {@link org.epochreel.chart.Telling} says it. */
    List<Line> lay(RunCurves run, double built) {
        List<Integer> order = order(run.neurons());
        List<Line> lines = new ArrayList<>();
        double greatest = order.isEmpty() ? 0 : reach(run.neurons().get(order.get(0)));
        for (int rank = order.size() - 1; rank >= 0; rank--) {
            ImmutableDoubleArray neuron = run.neurons().get(order.get(rank));
            double share = greatest > 0 ? reach(neuron) / greatest : 0;
            double opacity = FAINTEST + (STRONGEST - FAINTEST) * share;
            if (built < 1) {
                double come = Math.max(0, Math.min(1, built * order.size() - rank));
                opacity = WAITING + (STRONGEST - WAITING) * come;
            }
            double stepped = Math.rint(opacity * STEPS) / STEPS;
            lines.add(new Line(neuron, stroke, new Tint(Departure.faded(isRaised(neuron) ? raises : lowers, stepped))));
        }
        return lines;
    }

    /** The curve without what the neurons that are still to come add. */
    static ImmutableDoubleArray sum(RunCurves run, double built) {
        double[] curve = run.curve().toArray();
        List<Integer> order = order(run.neurons());
        for (int rank = 0; rank < order.size(); rank++) {
            double lacking = 1 - Math.max(0, Math.min(1, built * order.size() - rank));
            ImmutableDoubleArray neuron = run.neurons().get(order.get(rank));
            for (int i = 0; lacking > 0 && i < curve.length; i++) {
                curve[i] -= lacking * neuron.get(i);
            }
        }
        return ImmutableDoubleArray.copyOf(curve);
    }

    private static List<Integer> order(ImmutableList<ImmutableDoubleArray> neurons) {
        double[] reaches = neurons.stream().mapToDouble(NeuronBuilders::reach).toArray();
        return IntStream.range(0, reaches.length).boxed()
                .sorted(Comparator.comparingDouble(neuron -> -reaches[neuron]))
                .toList();
    }

    // From its least to its greatest value.
    private static double reach(ImmutableDoubleArray neuron) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < neuron.length(); i++) {
            least = Math.min(least, neuron.get(i));
            greatest = Math.max(greatest, neuron.get(i));
        }
        return greatest >= least ? greatest - least : 0;
    }

    private static boolean isRaised(ImmutableDoubleArray neuron) {
        double sum = 0;
        for (int i = 0; i < neuron.length(); i++) {
            sum += neuron.get(i);
        }
        return sum >= 0;
    }
}
