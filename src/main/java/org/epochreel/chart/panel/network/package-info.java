/**
 * The panel of the network itself. Begin with {@link org.epochreel.chart.panel.network.NetworkPanel}.
 */
package org.epochreel.chart.panel.network;
