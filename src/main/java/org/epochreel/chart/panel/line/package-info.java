/**
 * Panels of lines over epochs, which only ever grow. Begin with {@link org.epochreel.chart.panel.line.LinePanel}.
 */
package org.epochreel.chart.panel.line;
