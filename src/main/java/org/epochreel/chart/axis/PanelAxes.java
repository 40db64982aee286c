package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import org.epochreel.chart.ChartSpec;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;

/**
 * The axes of one panel; they never change during a video.
 *
 * @param xRange positions at the plot's left and right; for epochs a little more than the axis itself
 */
public record PanelAxes(Axis x, Range xRange, Axis y) {

    /**
     * Axes of a panel.
     *
     * @param inside where its data are drawn
     * @param air pixels that are left free before the first and behind the last epoch
     */
    public static PanelAxes of(PanelKind kind, ChartSpec spec, Rectangle inside, double air) {
        return switch (kind) {
            case FIT -> plain(spec.x(), spec.y());
            case DATA -> plain(spec.x(), dataReach(spec));
            case LOSS -> overEpochs(spec, loss(spec.panels().metrics()), inside, air);
            case GRADIENT_NORM ->
                    overEpochs(spec, LogAxis.around(ImmutableList.of(norm(spec.panels().metrics()))), inside, air);
            case GRADIENT_ANGLE -> overEpochs(spec, new Axis.Degrees(), inside, air);
            case GRADIENT_PATH -> path(spec.panels().metrics(), inside);
            case WEIGHTS -> overEpochs(spec, new Axis.Linear(spec.panels().reach()), inside, air);
        };
    }

    private static PanelAxes plain(Range x, Range y) {
        return new PanelAxes(new Axis.Linear(x), x, new Axis.Linear(y));
    }

    private static PanelAxes overEpochs(ChartSpec spec, Axis y, Rectangle inside, double air) {
        Axis.Epochs x = new Axis.Epochs(spec.panels().metrics().lastEpoch());
        double span = x.range().to();
        double more = inside.width > 4 * air ? air * span / (inside.width - 2 * air) : 0;
        return new PanelAxes(x, new Range(-more, span + more), y);
    }

    private static Range dataReach(ChartSpec spec) {
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder().addAll(spec.points().y());
        spec.panels().test().ifPresent(test -> y.addAll(test.y()));
        return AxisLimits.around(y.build());
    }

    public static LogAxis loss(Metrics metrics) {
        return LogAxis.around(metrics.hasTestLoss()
                ? ImmutableList.of(metrics.trainLoss(), metrics.testLoss()) : ImmutableList.of(metrics.trainLoss()));
    }

    /** The norms that exist, from epoch 1 on. */
    public static ImmutableDoubleArray norm(Metrics metrics) {
        return metrics.gradientNorm().subArray(1, metrics.gradientNorm().length());
    }

    private static PanelAxes path(Metrics metrics, Rectangle inside) {
        GradientPath.Box box = GradientPath.of(metrics).box((double) inside.width / inside.height);
        return plain(box.x(), box.y());
    }
}
