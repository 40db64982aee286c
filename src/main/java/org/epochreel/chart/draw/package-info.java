/**
 * Draws the frames of one chart one after the other. {@link org.epochreel.chart.draw.ChartDrawer} is what other
 * stations use.
 */
package org.epochreel.chart.draw;
