package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.print.Instruction;

/** One thing that is drawn over a panel's lines. Equal marks have equal pixels. */
public interface Mark {

    /** Pixels that it may cover. */
    Rectangle area();

    /** Draws it, but nothing outside of {@code clip}, which lies in the picture. */
    void draw(Canvas canvas, Rectangle clip, Lettering lettering);

    /** A full circle; the amount at a pixel follows from the distance of its centre. */
    record Disc(double x, double y, double diameter, Color color) implements Mark {

        @Override
        public Rectangle area() {
            int left = (int) Math.floor(x - diameter / 2 - 1);
            int top = (int) Math.floor(y - diameter / 2 - 1);
            return new Rectangle(left, top, (int) Math.ceil(x + diameter / 2 + 1) - left,
                    (int) Math.ceil(y + diameter / 2 + 1) - top);
        }

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            canvas.draw(area().intersection(clip), () -> ImmutableList.of(new Instruction.Dots(
                    ImmutableList.of(new Point2D.Double(x, y)), diameter, color, Optional.of(clip))),
                    () -> paint(canvas, clip));
        }

        private void paint(Canvas canvas, Rectangle clip) {
            Rectangle inked = area().intersection(clip);
            Tint tint = new Tint(color);
            int[] pixels = canvas.pixels();
            double reach = diameter / 2 + 0.5;
            for (int row = inked.y; row < inked.y + inked.height; row++) {
                for (int column = inked.x; column < inked.x + inked.width; column++) {
                    double dx = column + 0.5 - x;
                    double dy = row + 0.5 - y;
                    double away = dx * dx + dy * dy;
                    if (away < reach * reach) {
                        int i = row * canvas.image().getWidth() + column;
                        pixels[i] = tint.over(pixels[i], (int) Math.rint(255 * Math.min(1, reach - Math.sqrt(away))));
                    }
                }
            }
        }
    }

    /** A full rectangle. */
    record Fill(Rectangle area, Color color) implements Mark {

        private static final int OPAQUE = 255;

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            Rectangle filled = canvas.within(area.intersection(clip));
            if (filled.isEmpty()) {
                return;
            }
            canvas.draw(filled, () -> ImmutableList.of(new Instruction.Fill(new Path2D.Double(filled), color,
                    Optional.empty())), () -> paint(canvas, filled));
        }

        private void paint(Canvas canvas, Rectangle filled) {
            int width = canvas.image().getWidth();
            int[] pixels = canvas.pixels();
            if (color.getAlpha() == OPAQUE) {
                for (int row = filled.y; row < filled.y + filled.height; row++) {
                    int from = row * width + filled.x;
                    Arrays.fill(pixels, from, from + filled.width, color.getRGB() & 0xFFFFFF);
                }
                return;
            }
            Tint tint = new Tint(color);
            for (int row = filled.y; row < filled.y + filled.height; row++) {
                for (int i = row * width + filled.x; i < row * width + filled.x + filled.width; i++) {
                    pixels[i] = tint.over(pixels[i], OPAQUE);
                }
            }
        }
    }

    /** A straight line with round ends; the amount at a pixel follows from the distance of its centre. */
    record Stroke(double x0, double y0, double x1, double y1, double width, Color color) implements Mark {

        @Override
        public Rectangle area() {
            double reach = width / 2 + 1;
            int left = (int) Math.floor(Math.min(x0, x1) - reach);
            int top = (int) Math.floor(Math.min(y0, y1) - reach);
            return new Rectangle(left, top, (int) Math.ceil(Math.max(x0, x1) + reach) - left,
                    (int) Math.ceil(Math.max(y0, y1) + reach) - top);
        }

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            Rectangle inked = area().intersection(clip);
            if (!inked.isEmpty()) {
                canvas.draw(inked, () -> ImmutableList.of(new Instruction.Line(path(), width, 0, 0, color,
                        Optional.of(clip))), () -> paint(canvas, inked));
            }
        }

        private Path2D path() {
            Path2D path = new Path2D.Double();
            path.moveTo(x0, y0);
            path.lineTo(x1, y1);
            return path;
        }

        private void paint(Canvas canvas, Rectangle inked) {
            Tint tint = new Tint(color);
            int[] pixels = canvas.pixels();
            double dx = x1 - x0;
            double dy = y1 - y0;
            double square = dx * dx + dy * dy;
            double reach = Math.max(1, width) / 2 + 0.5;
            for (int row = inked.y; row < inked.y + inked.height; row++) {
                double py = row + 0.5 - y0;
                for (int column = inked.x; column < inked.x + inked.width; column++) {
                    double px = column + 0.5 - x0;
                    double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
                    double awayX = px - along * dx;
                    double awayY = py - along * dy;
                    double away = awayX * awayX + awayY * awayY;
                    if (away < reach * reach) {
                        int i = row * canvas.image().getWidth() + column;
                        pixels[i] = tint.over(pixels[i], (int) Math.rint(255 * Math.min(1, reach - Math.sqrt(away))));
                    }
                }
            }
        }
    }

    /**
     * A triangle that points upwards, with a margin around it.
     *
     * @param x of its tip
     * @param top y of its tip
     * @param size height and width
     */
    record Arrow(double x, double top, double size, Color color, double margin, Color around) implements Mark {

        @Override
        public Rectangle area() {
            int left = (int) Math.floor(x - size / 2 - 2 * margin - 1);
            int from = (int) Math.floor(top - 2 * margin - 1);
            return new Rectangle(left, from, (int) Math.ceil(x + size / 2 + 2 * margin + 1) - left,
                    (int) Math.ceil(top + size + 2 * margin + 1) - from);
        }

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            fill(canvas, clip, 2 * margin, around);
            fill(canvas, clip, 0, color);
        }

        private void fill(Canvas canvas, Rectangle clip, double more, Color paint) {
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(x, top - more);
            triangle.lineTo(x + size / 2 + more, top + size + more / 2);
            triangle.lineTo(x - size / 2 - more, top + size + more / 2);
            triangle.closePath();
            canvas.draw(area().intersection(clip), () -> ImmutableList.of(
                    new Instruction.Fill(triangle, paint, Optional.of(clip))),
                    () -> ColumnMask.filled(triangle, new AffineTransform()).paint(canvas, clip, 0, 0, new Tint(paint)));
        }
    }

    /**
     * A line of text.
     *
     * @param width of the text in pixels
     */
    record Words(String text, double x, int baseline, double width, Typeface typeface, double size, Color color)
            implements Mark {

        @Override
        public Rectangle area() {
            return lineArea(x, baseline, width, size, 0);
        }

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            lettering.write(canvas, clip, typeface, size, text, x, baseline, color);
        }
    }

    /** The margin that parts a text from what lies under it. */
    record Halo(Words words, double radius, Color color) implements Mark {

        @Override
        public Rectangle area() {
            return lineArea(words.x, words.baseline, words.width, words.size, radius);
        }

        @Override
        public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
            lettering.writeHalo(canvas, clip, words.typeface, words.size, words.text, words.x, words.baseline, color,
                    radius);
        }
    }

    private static Rectangle lineArea(double x, int baseline, double width, double size, double more) {
        int left = (int) Math.floor(x - 0.2 * size - more - 1);
        int top = (int) Math.floor(baseline - size - more - 1);
        return new Rectangle(left, top, (int) Math.ceil(x + width + 0.2 * size + more + 1) - left,
                (int) Math.ceil(baseline + 0.3 * size + more + 1) - top);
    }
}
