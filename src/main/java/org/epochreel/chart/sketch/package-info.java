/**
 * How a picture was drawn, as instructions beside its pixels: for print. Begin with
 * {@link org.epochreel.chart.sketch.Sketch}; pens and shapes that know what they draw tell it.
 */
package org.epochreel.chart.sketch;
