/**
 * Typefaces cut down to the glyphs that a sheet shows, as font files to embed. Begin with
 * {@link org.epochreel.print.type.SubsetFont}.
 */
package org.epochreel.print.type;
