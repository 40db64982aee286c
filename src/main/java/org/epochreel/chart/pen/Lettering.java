package org.epochreel.chart.pen;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes text from masks of its glyphs, which are kept for each size and each sixteenth of a pixel at which a glyph may
 * begin: a number that changes from frame to frame costs no outlines. Not for several threads at a time.
 */
public final class Lettering {

    private static final int PHASES = 16;

    private final Map<Key, ColumnMask> masks = new HashMap<>();
    private final Map<Color, Tint> tints = new HashMap<>();

    /**
     * What a mask is kept by.
     *
     * @param phaseX sixteenths of a pixel to the right of a whole pixel
     * @param phaseY sixteenths of a pixel below one
     * @param halo pixels by which the glyph is grown
     */
    private record Key(Glyph glyph, double size, int phaseX, int phaseY, double halo) {

        // Written out, for it is asked for every glyph of every frame.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && glyph == key.glyph && size == key.size && phaseX == key.phaseX
                    && phaseY == key.phaseY && halo == key.halo;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(glyph) + PHASES * phaseY + phaseX + Double.hashCode(size);
        }
    }

    /**
     * Writes a text.
     *
     * @param clip pixels that may be written on, within the canvas
     * @param size pixels per em
     * @param x where the text begins
     */
    public void write(Canvas canvas, Rectangle clip, Typeface typeface, double size, String text, double x, int baseline,
            Color color) {
        write(canvas, clip, typeface, size, text, x, baseline, color, 0);
    }

    /** As {@link #write}, each glyph grown by {@code halo} pixels on all sides: a margin to write the text on. */
    public void writeHalo(Canvas canvas, Rectangle clip, Typeface typeface, double size, String text, double x,
            int baseline, Color color, double halo) {
        write(canvas, clip, typeface, size, text, x, baseline, color, halo);
    }

    private void write(Canvas canvas, Rectangle clip, Typeface typeface, double size, String text, double x,
            int baseline, Color color, double halo) {
        Tint tint = tints.computeIfAbsent(color, Tint::new);
        double scale = size / Typeface.UNITS;
        for (GlyphLine.Placed placed : typeface.line(text).glyphs()) {
            int column = (int) Math.rint((x + placed.x() * scale) * PHASES);
            int row = (int) Math.rint((baseline - placed.y() * scale) * PHASES);
            Key key = new Key(placed.glyph(), size, Math.floorMod(column, PHASES), Math.floorMod(row, PHASES), halo);
            masks.computeIfAbsent(key, Lettering::mask)
                    .paint(canvas, clip, Math.floorDiv(column, PHASES), Math.floorDiv(row, PHASES), tint);
        }
    }

    // Of a glyph that begins in pixel (0, 0).
    private static ColumnMask mask(Key key) {
        double scale = key.size / Typeface.UNITS;
        double dx = (double) key.phaseX / PHASES;
        double dy = (double) key.phaseY / PHASES;
        Rectangle2D bounds = key.glyph.outline().getBounds2D();
        int left = (int) Math.floor(bounds.getMinX() * scale + dx) - 1;
        int top = (int) Math.floor(dy - bounds.getMaxY() * scale) - 1;
        int right = (int) Math.ceil(bounds.getMaxX() * scale + dx) + 1;
        int bottom = (int) Math.ceil(dy - bounds.getMinY() * scale) + 1;
        AreaSums sums = new AreaSums(new Rectangle(left, top, right - left, bottom - top));
        double[] point = new double[6];
        for (PathIterator i = key.glyph.outline().getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(point);
            double px = point[0] * scale + dx;
            double py = dy - point[1] * scale;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> {
                    sums.close();
                    sums.moveTo(px, py);
                }
                case PathIterator.SEG_LINETO -> sums.lineTo(px, py);
                default -> sums.close();
            }
        }
        sums.close();
        ColumnMask mask = sums.take();
        return key.halo == 0 ? mask : mask.grown(key.halo);
    }
}
