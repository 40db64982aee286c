/**
 * The panel of the loss over a plane of the parameters. Begin with
 * {@link org.epochreel.chart.panel.landscape.LandscapeLines}.
 */
package org.epochreel.chart.panel.landscape;
