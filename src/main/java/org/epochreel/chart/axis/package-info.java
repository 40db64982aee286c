/**
 * Axes, ticks and limits: where a value lies and which values are named. Begin with {@link
 * org.epochreel.chart.axis.Ticks}.
 */
package org.epochreel.chart.axis;
