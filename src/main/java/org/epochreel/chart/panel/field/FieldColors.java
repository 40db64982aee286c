package org.epochreel.chart.panel.field;

import org.epochreel.chart.wanted.Rows;

/** The colour of each cell of a field. */
interface FieldColors {

    /** Writes 0x00RRGGBB for each of {@code numbers} into {@code colors}. */
    void paint(Rows numbers, int[] colors);
}
