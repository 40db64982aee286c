package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * What a chart shows beside its panels, the same in all frames.
 *
 * @param strip whether loss and rates over time lie under a lone panel
 * @param residuals whether a stick goes from each dot to the curve
 * @param notes all texts of the author's that will be shown, so that places can be reserved
 * @param bends x at which curves bend within a pixel and have to be seen for it, besides even ones
 */
public record Extras(boolean strip, boolean residuals, ImmutableList<String> notes, ImmutableDoubleArray bends) {

    public static final Extras NONE = new Extras(false, false, ImmutableList.of());

    /** Extras of a chart whose curves bend gently. */
    public Extras(boolean strip, boolean residuals, ImmutableList<String> notes) {
        this(strip, residuals, notes, ImmutableDoubleArray.of());
    }
}
