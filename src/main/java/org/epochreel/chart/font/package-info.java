/**
 * Font files: which glyph stands for a character, how wide it is and what its outline is. Begin with
 * {@link org.epochreel.chart.font.Face}. How glyphs become a line of text is the pen's matter.
 */
package org.epochreel.chart.font;
