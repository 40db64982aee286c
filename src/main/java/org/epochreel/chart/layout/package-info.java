/**
 * Where title, readout and panels lie in a picture. Begin with {@link org.epochreel.chart.layout.ChartLayout}.
 */
package org.epochreel.chart.layout;
