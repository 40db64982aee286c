/**
 * The words that drawing understands: what stays the same in all frames of a chart, and what one frame shows. Begin
 * with {@link org.epochreel.chart.ChartSpec}; {@code draw} makes pictures of it.
 */
package org.epochreel.chart;
