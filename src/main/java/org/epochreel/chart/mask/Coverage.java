package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.print.Instruction;

/**
 * How much of each pixel of a region is inked, from 0 to 255. A pixel keeps the most that any line left on it, so
 * that the result depends neither on the order of lines nor on how many are added at a time: what a long run has
 * drawn stays, and equals what drawing everything at once would give.
 */
public final class Coverage {

    private static final int FULL = 255;
    private static final int SHIFT = 2;
    private static final int LAST = 3;
    private static final int BITS = 8;

    private final Rectangle area;
    // Four neighbours of a row to a word, the leftmost lowest, and words of the same four columns one below the other:
    // most of a region is not inked, and is told from what is by a quarter of the looks.
    private final int[] words;
    private final Optional<LineMemory> memory;

    public Coverage(Rectangle area) {
        this(area, false);
    }

    /** @param remembering whether {@link #instructions} will be asked for, which costs memory for every line */
    public Coverage(Rectangle area, boolean remembering) {
        this.memory = remembering ? Optional.of(new LineMemory()) : Optional.empty();
        this.area = area;
        this.words = area.isEmpty() ? new int[0]
                : new int[((area.x + area.width - 1 >> SHIFT) - (area.x >> SHIFT) + 1) * area.height];
    }

    /** What inked it, in a colour; nothing is known if it does not remember. */
    public Optional<ImmutableList<Instruction>> instructions(Color color) {
        return memory.map(lines -> lines.instructions(color, area));
    }

    /** From 0 to 255 at the picture's pixel in {@code column} and {@code row}, which must be in the region. */
    public int at(int column, int row) {
        return words[word(column, row)] >>> BITS * (column & LAST) & FULL;
    }

    /** Lays a colour over {@code part} of the region in a picture {@code width} pixels wide. */
    public void paint(int[] pixels, int width, Rectangle part, Tint tint) {
        for (int left = part.x & ~LAST; left < part.x + part.width; left += LAST + 1) {
            int within = within(left, part);
            int i = word(left, part.y);
            for (int row = part.y; row < part.y + part.height; row++, i++) {
                int pixel = row * width + left;
                for (int rest = words[i] & within; rest != 0; rest >>>= BITS, pixel++) {
                    if ((rest & FULL) != 0) {
                        pixels[pixel] = tint.over(pixels[pixel], rest & FULL);
                    }
                }
            }
        }
    }

    private int word(int column, int row) {
        return ((column >> SHIFT) - (area.x >> SHIFT)) * area.height + row - area.y;
    }

    /** The bits of those of four columns that a part has. */
    private static int within(int left, Rectangle part) {
        int bits = -1;
        if (left < part.x) {
            bits = bits << BITS * (part.x - left);
        }
        int beyond = left + LAST + 1 - (part.x + part.width);
        return beyond > 0 ? bits & -1 >>> BITS * beyond : bits;
    }

    /**
     * Inks a straight line with round ends; the amount at a pixel follows from the distance of its centre.
     *
     * @param added where pixels may change; added to
     */
    public void addLine(double x0, double y0, double x1, double y1, double width, Strips added) {
        ink(x0, y0, x1, y1, width);
        added.addSegment(x0, y0, x1, y1, Math.max(0.5, width / 2) + 1.5);
    }

    /** As the other; {@code added} are the macroblocks where pixels may change. */
    public void addLine(double x0, double y0, double x1, double y1, double width, MacroblockSet added) {
        ink(x0, y0, x1, y1, width);
        double reach = Math.max(0.5, width / 2) + 1;
        int left = Math.max(area.x, floor(Math.min(x0, x1) - reach));
        int top = Math.max(area.y, floor(Math.min(y0, y1) - reach));
        int right = Math.min(area.x + area.width - 1, floor(Math.max(x0, x1) + reach));
        int bottom = Math.min(area.y + area.height - 1, floor(Math.max(y0, y1) + reach));
        if (left <= right && top <= bottom) {
            added.addPixels(left, top, right, bottom);
        }
    }

    /** Takes all ink away from {@code part} of the region. */
    public void clear(Rectangle part) {
        for (int left = part.x & ~LAST; left < part.x + part.width; left += LAST + 1) {
            int kept = ~within(left, part);
            int i = word(left, part.y);
            for (int row = 0; row < part.height; row++) {
                words[i + row] &= kept;
            }
        }
    }

    private void ink(double x0, double y0, double x1, double y1, double width) {
        memory.ifPresent(lines -> lines.addLine(x0, y0, x1, y1, Math.max(1, width)));
        double radius = Math.max(0.5, width / 2);
        double reach = radius + 0.5;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        int top = Math.max(area.y, floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(area.y + area.height - 1, floor(Math.max(y0, y1) + reach));
        for (int row = top; row <= bottom; row++) {
            double py = row + 0.5;
            double near = 0;
            double far = 1;
            if (Math.abs(dy) > 1e-9) {
                double first = (py - reach - y0) / dy;
                double second = (py + reach - y0) / dy;
                near = Math.max(0, Math.min(first, second));
                far = Math.min(1, Math.max(first, second));
            }
            double nearX = x0 + near * dx;
            double farX = x0 + far * dx;
            int left = Math.max(area.x, floor(Math.min(nearX, farX) - reach));
            int right = Math.min(area.x + area.width - 1, floor(Math.max(nearX, farX) + reach));
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + (py - y0) * dy) / square));
                double awayX = px - along * dx;
                double awayY = py - y0 - along * dy;
                raise(column, row, reach - Math.sqrt(awayX * awayX + awayY * awayY));
            }
        }
    }

    /** Inks the pixels of one column from one height to another. */
    public void addSpan(int column, double y0, double y1, Strips added) {
        if (column < area.x || column >= area.x + area.width) {
            return;
        }
        memory.ifPresent(lines -> lines.addSpan(column, y0, y1));
        int top = Math.max(area.y, floor(y0));
        int bottom = Math.min(area.y + area.height - 1, floor(y1));
        for (int row = top; row <= bottom; row++) {
            raise(column, row, Math.min(y1, row + 1) - Math.max(y0, row));
        }
        added.addSegment(column, y0, column, y1, 1);
    }

    private void raise(int column, int row, double part) {
        if (part <= 0) {
            return;
        }
        int amount = part >= 1 ? FULL : (int) Math.rint(FULL * part);
        int shift = BITS * (column & LAST);
        int i = word(column, row);
        if (amount > (words[i] >>> shift & FULL)) {
            words[i] = words[i] & ~(FULL << shift) | amount << shift;
        }
    }

    // A cast saturates, so that a place far outside of every picture stays outside.
    private static int floor(double value) {
        int towardsZero = (int) value;
        return towardsZero > value && towardsZero > Integer.MIN_VALUE ? towardsZero - 1 : towardsZero;
    }
}
