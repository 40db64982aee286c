package org.epochreel.render.train;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.axis.AxisLimits;
import org.epochreel.scene.VideoSpec.Range;

/** The least and the greatest parameter of every epoch: two numbers an epoch, however many parameters there are. */
final class ParameterReach {

    private final ImmutableDoubleArray.Builder lows = ImmutableDoubleArray.builder();
    private final ImmutableDoubleArray.Builder highs = ImmutableDoubleArray.builder();
    private boolean empty = true;

    void add(double[] parameters) {
        double low = parameters[0];
        double high = low;
        for (double parameter : parameters) {
            low = Math.min(low, parameter);
            high = Math.max(high, parameter);
        }
        lows.add(low);
        highs.add(high);
        empty = false;
    }

    /** The visible range of an axis that stays the same for the whole run. */
    Range range() {
        return empty ? new Range(-1, 1) : AxisLimits.reach(lows.build(), highs.build());
    }
}
