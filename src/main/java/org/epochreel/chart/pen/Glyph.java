package org.epochreel.chart.pen;

import java.awt.geom.Path2D;

/**
 * The shape of one character in one typeface. A typeface gives the same object for the same character each time, so
 * that whoever fills it may keep what came of it. Lengths in {@link Typeface#UNITS} to the em.
 *
 * @param outline of straight lines, upwards from the line; not to be changed
 * @param advance how far the next glyph stands from this one
 */
public record Glyph(Path2D outline, double advance) {}
