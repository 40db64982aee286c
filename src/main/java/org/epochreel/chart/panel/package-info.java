/**
 * What each kind of panel draws. Begin with {@link org.epochreel.chart.panel.Panel}.
 */
package org.epochreel.chart.panel;
