/**
 * How lines, letters and dots become pixels: masks of how much of each pixel something covers, and colours laid over
 * pixels by them. Begin with {@link org.epochreel.chart.mask.ColumnMask}; knows nothing of what is shown.
 */
package org.epochreel.chart.mask;
