package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.Tint;
import org.epochreel.font.Glyph;
import org.epochreel.font.GlyphLine;
import org.epochreel.print.Instruction;

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
    public void write(Canvas canvas, Rectangle clip, Typeface typeface, double size, String text, double x,
            int baseline, Color color) {
        GlyphLine line = typeface.line(text);
        canvas.draw(clip, () -> ImmutableList.of(new Instruction.Words(
                line, typeface.name(), size, x, baseline, false, color, Optional.of(clip))),
                () -> write(canvas, clip, line, size, x, baseline, color, 0));
    }

    /** As {@link #write}, each glyph grown by {@code halo} pixels on all sides: a margin to write the text on. */
    public void writeHalo(Canvas canvas, Rectangle clip, Typeface typeface, double size, String text, double x,
            int baseline, Color color, double halo) {
        canvas.draw(clip, () -> {
            Path2D outline = typeface.outline(text, size, x, baseline);
            return ImmutableList.of(new Instruction.Line(outline, 2 * halo, 0, 0, color, Optional.of(clip)),
                    new Instruction.Fill(outline, color, Optional.of(clip)));
        }, () -> write(canvas, clip, typeface.line(text), size, x, baseline, color, halo));
    }

    private void write(Canvas canvas, Rectangle clip, GlyphLine line, double size, double x, int baseline, Color color,
            double halo) {
        Tint tint = tints.computeIfAbsent(color, Tint::new);
        double scale = size / Typeface.UNITS;
        for (GlyphLine.Placed placed : line.glyphs()) {
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
        AffineTransform place = new AffineTransform(
                scale, 0, 0, -scale, (double) key.phaseX / PHASES, (double) key.phaseY / PHASES);
        ColumnMask mask = ColumnMask.filled(key.glyph.outline(), place);
        return key.halo == 0 ? mask : mask.grown(key.halo);
    }
}
