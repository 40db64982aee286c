package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.ShownRun;
import org.epochreel.run.Metrics;

/** Axes of the strip of time: epochs from edge to edge, and all losses of the runs. */
public final class StripAxes {

    private StripAxes() {}

    public static Axis.Epochs epochs(ChartSpec spec) {
        return new Axis.Epochs(spec.lastEpoch());
    }

    /** Whether the loss on the test set is shown, too. */
    public static boolean hasTest(ChartSpec spec) {
        return spec.runs().size() == 1 && spec.runs().get(0).metrics().hasTestLoss();
    }

    public static LogAxis losses(ChartSpec spec) {
        ImmutableList.Builder<ImmutableDoubleArray> shown = ImmutableList.builder();
        for (ShownRun run : spec.runs()) {
            shown.add(run.metrics().trainLoss());
        }
        Metrics first = spec.runs().get(0).metrics();
        if (hasTest(spec)) {
            shown.add(first.testLoss());
        }
        return LogAxis.unlessDiverging(shown.build());
    }
}
