package org.epochreel.render.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.epochreel.chart.RunCurves;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.scene.VideoSpec;

/** The curves of one run from training frame to training frame, and what stays of earlier ones. */
final class RunSequence {

    private final Model model;
    private final Probe probe;
    private final int trailCount;
    private final boolean showsNeurons;
    private final Deque<ImmutableDoubleArray> trails = new ArrayDeque<>();
    private ImmutableDoubleArray firstCurve;
    private ImmutableDoubleArray curve;
    private ImmutableList<ImmutableDoubleArray> neuronCurves = ImmutableList.of();
    private boolean started;

    /** @param curveX where curves are wanted; may be empty */
    RunSequence(Model model, VideoSpec video, ImmutableDoubleArray curveX) {
        this.model = model;
        this.probe = Probe.line(model, curveX.toArray());
        this.trailCount = video.trails();
        this.showsNeurons = video.neurons();
    }

    /** Goes on to the next training frame, which shows the model with these parameters. */
    void advance(int epoch, double[] parameters) {
        if (curve != null && trailCount > 0) {
            trails.addFirst(curve);
            if (trails.size() > trailCount) {
                trails.removeLast();
            }
        }
        started = epoch > 0;
        if (probe.count() == 0) {
            curve = ImmutableDoubleArray.of();
            return;
        }
        curve = ImmutableDoubleArray.copyOf(probe.curve(parameters));
        if (firstCurve == null) {
            firstCurve = curve;
        }
        if (showsNeurons) {
            neuronCurves = contributions(parameters);
        }
    }

    private ImmutableList<ImmutableDoubleArray> contributions(double[] parameters) {
        double[][] curves = new double[model.neurons()][probe.count()];
        probe.contributions(parameters, curves);
        return Arrays.stream(curves).map(ImmutableDoubleArray::copyOf).collect(ImmutableList.toImmutableList());
    }

    /** The curve of the present training frame. */
    ImmutableDoubleArray curve() {
        return curve;
    }

    /** All of the present training frame. */
    RunCurves curves() {
        boolean ghost = trailCount > 0 && started && probe.count() > 0;
        return new RunCurves(curve, ImmutableList.copyOf(trails), ghost ? Optional.of(firstCurve) : Optional.empty(),
                neuronCurves);
    }
}
