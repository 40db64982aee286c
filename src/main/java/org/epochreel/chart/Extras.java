package org.epochreel.chart;

import com.google.common.collect.ImmutableList;

/**
 * What a chart shows beside its panels, the same in all frames.
 *
 * @param strip whether loss and rates over time lie under a lone panel
 * @param residuals whether a stick goes from each dot to the curve
 * @param notes all texts of the author's that will be shown, so that places can be reserved
 */
public record Extras(boolean strip, boolean residuals, ImmutableList<String> notes) {

    public static final Extras NONE = new Extras(false, false, ImmutableList.of());
}
