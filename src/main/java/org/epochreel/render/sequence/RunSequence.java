package org.epochreel.render.sequence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.Standing;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.render.answer.ModelAnswers;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.TrainedRun;
import org.epochreel.scene.VideoSpec.Range;

/** The curves of one run from training frame to training frame, and what stays of earlier ones. */
final class RunSequence {

    /** The part of a curve that must lie in the plot for it to be seen there. */
    private static final double SEEN = 0.02;

    private final Model model;
    private final Probe probe;
    private final ModelAnswers answering;
    private final int trailCount;
    private final boolean showsNeurons;
    private final Deque<ImmutableDoubleArray> trails = new ArrayDeque<>();
    private ImmutableDoubleArray firstCurve;
    private ImmutableDoubleArray curve;
    private ImmutableDoubleArray lastSeen = ImmutableDoubleArray.of();
    private final Range y;
    private ImmutableList<ImmutableDoubleArray> neuronCurves = ImmutableList.of();
    private boolean started;

    /**
     * @param curveX where curves are wanted; may be empty
     * @param wanted what is to be answered of the model
     */
    RunSequence(Plan plan, TrainedRun run, ImmutableDoubleArray curveX, ImmutableSet<Wanted<?>> wanted) {
        this.model = run.model();
        this.probe = Probe.line(model, curveX.toArray());
        this.y = plan.y();
        this.answering = new ModelAnswers(model, plan.data(), wanted);
        this.trailCount = plan.scene().video().trails();
        this.showsNeurons = plan.scene().video().neurons();
    }

    /** Goes on to the next training frame, which shows the model with these parameters from {@code frame} on. */
    void advance(int epoch, double[] parameters, int frame) {
        answering.advance(parameters, frame);
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
        if (isSeen()) {
            lastSeen = curve;
        }
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

    private boolean isSeen() {
        return curve.stream().filter(value -> value >= y.from() && value <= y.to()).count() >= SEEN * curve.length();
    }

    /** The last curve that was seen, if the present one has left the plot; none if it never was in it. */
    Optional<ImmutableDoubleArray> lostCurve() {
        return lastSeen.isEmpty() || lastSeen == curve ? Optional.empty() : Optional.of(lastSeen);
    }

    /** The curve of the present training frame. */
    ImmutableDoubleArray curve() {
        return curve;
    }

    /**
     * All of the present training frame, as frame {@code frame} of the video shows it.
     *
     * @param standing how the run stands among others
     */
    RunCurves curves(int frame, Standing standing) {
        boolean ghost = trailCount > 0 && started && probe.count() > 0;
        return new RunCurves(curve, ImmutableList.copyOf(trails), ghost ? Optional.of(firstCurve) : Optional.empty(),
                neuronCurves, answering.at(frame), standing);
    }
}
