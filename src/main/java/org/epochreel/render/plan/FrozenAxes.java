package org.epochreel.render.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.epochreel.chart.axis.AxisLimits;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.render.train.ParameterHistory;
import org.epochreel.render.train.TrainedRun;
import org.epochreel.run.Ending;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.Axes.Fit;
import org.epochreel.scene.VideoSpec.Range;

/** Finds limits of the fit panel's axes that serve the whole video, so that nothing jumps. */
public final class FrozenAxes {

    /** Points at which a curve's reach is measured. */
    private static final int SAMPLES = 64;

    /** Curves of a run that are measured at the most. */
    private static final int MAX_CURVES = 1000;

    private FrozenAxes() {}

    /** The scene's own limits of x, or the data's; of several inputs, x is the first. */
    public static Range x(VideoSpec video, DataSet data) {
        return video.axes().x().orElseGet(() -> AxisLimits.around(data.train().inputs().columns().get(0)));
    }

    /**
     * The scene's own limits of y, or those of the data and the first or all curves of the runs; of several inputs, y is
     * the second, and where there is neither a second nor a curve, the first output.
     */
    static Range y(VideoSpec video, DataSet data, Range x, ImmutableList<TrainedRun> runs) {
        Samples train = data.train();
        if (train.inputs().width() > 1 || train.outputs().width() > 1) {
            return video.axes().y().orElseGet(() -> AxisLimits.around(train.inputs().width() > 1
                    ? train.inputs().columns().get(1) : train.outputs().columns().get(0)));
        }
        return video.axes().y().orElseGet(() -> around(video.axes().fit(), data, x, runs));
    }

    private static Range around(Fit fit, DataSet data, Range x, ImmutableList<TrainedRun> runs) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        ImmutableList<TrainedRun> tame = runs.stream().filter(run -> run.run().ending() != Ending.DIVERGED)
                .collect(ImmutableList.toImmutableList());
        // Beside others, what has diverged decides nothing.
        for (TrainedRun run : tame.isEmpty() ? runs : tame) {
            ParameterHistory history = run.firstRun().history();
            Range own = fit == Fit.FIRST
                    ? AxisLimits.first(data.train(), firstCurve(data, run.model(), history.first()))
                    : allCurves(data, run.model(), x, history.samples());
            from = Math.min(from, own.from());
            to = Math.max(to, own.to());
        }
        return new Range(from, to);
    }

    private static ImmutableDoubleArray firstCurve(DataSet data, Model model, double[] parameters) {
        return ImmutableDoubleArray.copyOf(Probe.line(model, data.train().x().toArray()).curve(parameters));
    }

    private static Range allCurves(DataSet data, Model model, Range x, List<double[]> run) {
        double[] at = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            at[i] = x.from() + (i + 0.5) * (x.to() - x.from()) / SAMPLES;
        }
        Probe probe = Probe.line(model, at);
        ImmutableDoubleArray.Builder lows = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder highs = ImmutableDoubleArray.builder();
        int step = (run.size() + MAX_CURVES - 1) / MAX_CURVES;
        for (int i = 0; i < run.size(); i += step) {
            double[] curve = probe.curve(run.get(i));
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : curve) {
                // A replayed curve has gaps, which are not compared.
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            lows.add(low);
            highs.add(high);
        }
        return AxisLimits.all(data.train(), lows.build(), highs.build());
    }
}
