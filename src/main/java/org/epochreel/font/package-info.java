/**
 * From a text to the outlines that are to be filled: font files and their glyphs, which characters of a text are drawn,
 * marks, scripts that run from the right, lines. Begin with {@link org.epochreel.font.TextShaper}. Nothing here knows a
 * picture.
 */
package org.epochreel.font;
