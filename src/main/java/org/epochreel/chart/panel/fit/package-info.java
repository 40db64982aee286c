/**
 * The panel of points and moving curves. Begin with {@link org.epochreel.chart.panel.fit.FitPanel}, which lays everything
 * in it over each other anew wherever something has changed.
 */
package org.epochreel.chart.panel.fit;
