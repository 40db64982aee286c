/**
 * Draws the frames of one chart one after the other. {@link org.epochreel.chart.draw.ChartDrawer} is what other
 * stations use, and {@link org.epochreel.chart.draw.PanelEntries} lists what may be drawn.
 */
package org.epochreel.chart.draw;
