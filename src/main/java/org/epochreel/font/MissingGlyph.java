package org.epochreel.font;

/**
 * A character that no typeface has, or one that is drawn by itself where its script would join it with its neighbours.
 *
 * @param index where it stands in the text, in {@code char}s
 * @param codePoint the character
 * @param instead what is drawn in its place; empty where it is left out, the character itself where it is not joined
 */
public record MissingGlyph(int index, int codePoint, String instead) {}
