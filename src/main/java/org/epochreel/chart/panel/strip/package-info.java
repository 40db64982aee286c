/**
 * The strip of time under a lone panel: loss so far and still to come, learning rates as bands. Begin with
 * {@link org.epochreel.chart.panel.strip.TimeStrip}.
 */
package org.epochreel.chart.panel.strip;
