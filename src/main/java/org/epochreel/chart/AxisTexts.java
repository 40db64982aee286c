package org.epochreel.chart;

import java.util.Optional;
import org.epochreel.data.Dates;

/**
 * What the axes of the data say besides numbers.
 *
 * @param xLabel what x is
 * @param yLabel what y is
 * @param xDates the dates that x stands for, if it does
 */
public record AxisTexts(Optional<String> xLabel, Optional<String> yLabel, Optional<Dates> xDates) {

    public static final AxisTexts NONE = new AxisTexts(Optional.empty(), Optional.empty(), Optional.empty());
}
