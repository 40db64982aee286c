/**
 * Draws a chart of points and a moving curve from plain numbers. Begin with {@link org.epochreel.chart.ChartDrawer}.
 */
package org.epochreel.chart;
