/**
 * Themes, type and the inks of curves. Used by everything that draws, and knows nothing of what is shown.
 */
package org.epochreel.chart.pen;
