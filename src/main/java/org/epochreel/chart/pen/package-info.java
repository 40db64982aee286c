/**
 * Ink, type and strokes: how lines, letters and dots become pixels. Used by everything that draws, and knows nothing
 * of what is shown.
 */
package org.epochreel.chart.pen;
