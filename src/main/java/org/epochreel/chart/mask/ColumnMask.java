package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Optional;
import org.epochreel.chart.sketch.Origin;
import org.epochreel.print.Instruction;

/**
 * How much of each pixel something covers, from 0 to 255: in each of successive columns the rows from one to another.
 * Fits curves, which cross every column but few of its rows. Immutable.
 */
public final class ColumnMask {

    private final ColumnSpans spans;
    private final int[] offsets;
    private final byte[] amounts;
    private final Optional<Origin> origin;

    /** @param offsets where each column's amounts begin, and the end of the last one's; owned from now on */
    ColumnMask(ColumnSpans spans, int[] offsets, byte[] amounts, Optional<Origin> origin) {
        this.origin = origin;
        this.spans = spans;
        this.offsets = offsets;
        this.amounts = amounts;
    }

    /** Where there may be something. */
    public ColumnSpans spans() {
        return spans;
    }

    int offset(int index) {
        return offsets[index];
    }

    byte[] amounts() {
        return amounts;
    }

    /**
     * The inside of a shape of straight lines after it was transformed; where its outlines overlap, they must go around
     * in the same direction.
     */
    public static ColumnMask filled(Shape shape, AffineTransform transform) {
        Rectangle area = transform.createTransformedShape(shape).getBounds();
        area.grow(1, 1);
        AreaSums sums = new AreaSums(area);
        double[] point = new double[6];
        for (PathIterator i = shape.getPathIterator(transform); !i.isDone(); i.next()) {
            switch (i.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> {
                    sums.close();
                    sums.moveTo(point[0], point[1]);
                }
                case PathIterator.SEG_LINETO -> sums.lineTo(point[0], point[1]);
                case PathIterator.SEG_CLOSE -> sums.close();
                default -> throw new IllegalArgumentException("only shapes of straight lines can be filled");
            }
        }
        sums.close();
        return sums.take(color -> ImmutableList.of(
                new Instruction.Fill(new Path2D.Double(shape, transform), color, Optional.empty())));
    }

    /**
     * Takes from what shines through each pixel of {@code area}, column by column, what this mask covers.
     *
     * @param through of {@link Short#MAX_VALUE}
     */
    void dim(short[] through, Rectangle area, double opacity) {
        for (int i = 0; i < spans.columns(); i++) {
            int cell = (spans.left() + i - area.x) * area.height + spans.start(i) - area.y;
            for (int at = offsets[i]; at < offsets[i + 1]; at++, cell++) {
                through[cell] = (short) Math.rint(through[cell] * (1 - opacity * (amounts[at] & 0xFF) / 255));
            }
        }
    }

    /** The mask of what does not shine through, as {@link #dim} leaves it. */
    static ColumnMask ofDimmed(short[] through, Rectangle area, Origin origin) {
        int[] starts = new int[area.width];
        int[] ends = new int[area.width];
        int[] offsets = new int[area.width + 1];
        for (int i = 0; i < area.width; i++) {
            int from = i * area.height;
            int end = from + area.height;
            while (from < end && through[from] == Short.MAX_VALUE) {
                from++;
            }
            while (end > from && through[end - 1] == Short.MAX_VALUE) {
                end--;
            }
            starts[i] = area.y + from - i * area.height;
            ends[i] = area.y + end - i * area.height;
            offsets[i + 1] = offsets[i] + end - from;
        }
        byte[] amounts = new byte[offsets[area.width]];
        for (int i = 0; i < area.width; i++) {
            int cell = i * area.height + starts[i] - area.y;
            for (int at = offsets[i]; at < offsets[i + 1]; at++, cell++) {
                amounts[at] = (byte) Math.rint(255 * (1 - (double) through[cell] / Short.MAX_VALUE));
            }
        }
        return new ColumnMask(new ColumnSpans(area.x, starts, ends), offsets, amounts, Optional.of(origin));
    }

    /** Lays a colour over what is covered. */
    public void paint(Canvas canvas, Tint tint) {
        sketched(canvas, tint, () -> paint(canvas.pixels(), canvas.image().getWidth(), tint));
    }

    /** As {@link #paint(Canvas, Tint)}, but no pixel outside of {@code within}. */
    public void paint(Canvas canvas, Tint tint, ColumnRegion within) {
        sketched(canvas, tint, () -> paint(canvas.pixels(), canvas.image().getWidth(), tint, within));
    }

    private void sketched(Canvas canvas, Tint tint, Runnable pen) {
        if (origin.isPresent()) {
            canvas.draw(bounds(), () -> origin.get().in(tint.color()), pen);
        } else {
            pen.run();
        }
    }

    /** What this is the mask of in a colour; nothing where that is not known. */
    ImmutableList<Instruction> in(Color color) {
        return origin.map(known -> known.in(color)).orElse(ImmutableList.of());
    }

    private Rectangle bounds() {
        int top = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < spans.columns(); i++) {
            top = Math.min(top, spans.start(i));
            bottom = Math.max(bottom, spans.end(i));
        }
        return spans.columns() == 0 ? new Rectangle()
                : new Rectangle(spans.left(), top, spans.columns(), bottom - top);
    }

    /** As {@link #paint(Canvas, Tint)}, on pixels alone, of a picture {@code width} pixels wide. */
    public void paint(int[] pixels, int width, Tint tint) {
        for (int i = 0; i < spans.columns(); i++) {
            tint.over(pixels, spans.start(i) * width + spans.left() + i, width, amounts, offsets[i], offsets[i + 1]);
        }
    }

    /** As {@link #paint(Canvas, Tint, ColumnRegion)}, on pixels alone: no pixel outside of {@code within}. */
    public void paint(int[] pixels, int width, Tint tint, ColumnRegion within) {
        int first = Math.max(0, within.left() - spans.left());
        int stop = Math.min(spans.columns(), within.left() + within.columns() - spans.left());
        for (int i = first; i < stop; i++) {
            int column = spans.left() - within.left() + i;
            int at = offsets[i] - spans.start(i);
            for (int run = 0; run < within.runs(column); run++) {
                int from = Math.max(spans.start(i), within.start(column, run));
                int end = Math.min(spans.end(i), within.end(column, run));
                if (from < end) {
                    tint.over(pixels, from * width + spans.left() + i, width, amounts, at + from, at + end);
                }
            }
        }
    }

    /** Lays a colour over what is covered, moved by {@code dx} and {@code dy}, within {@code clip}. */
    public void paint(Canvas canvas, Rectangle clip, int dx, int dy, Tint tint) {
        int width = canvas.image().getWidth();
        int[] pixels = canvas.pixels();
        int left = spans.left() + dx;
        int stop = Math.min(spans.columns(), clip.x + clip.width - left);
        for (int i = Math.max(0, clip.x - left); i < stop; i++) {
            int top = spans.start(i) + dy;
            int from = Math.max(top, clip.y);
            int end = Math.min(spans.end(i) + dy, clip.y + clip.height);
            if (from < end) {
                int at = offsets[i] - top;
                tint.over(pixels, from * width + left + i, width, amounts, at + from, at + end);
            }
        }
    }

    /**
     * This mask grown by a disc: each pixel has the most that any pixel has whose edge is within {@code radius}, less
     * over the last pixel of the distance.
     */
    public ColumnMask grown(double radius) {
        int reach = (int) Math.ceil(radius + 1);
        int top = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < spans.columns(); i++) {
            top = Math.min(top, spans.start(i));
            bottom = Math.max(bottom, spans.end(i));
        }
        int height = Math.max(0, bottom - top + 2 * reach);
        int columns = spans.columns() == 0 ? 0 : spans.columns() + 2 * reach;
        int[] starts = new int[columns];
        int[] ends = new int[columns];
        int[] grownOffsets = new int[columns + 1];
        byte[] grown = new byte[columns * height];
        for (int i = 0; i < columns; i++) {
            starts[i] = top - reach;
            ends[i] = bottom + reach;
            grownOffsets[i + 1] = (i + 1) * height;
        }
        for (int i = 0; i < spans.columns(); i++) {
            for (int at = offsets[i]; at < offsets[i + 1]; at++) {
                int amount = amounts[at] & 0xFF;
                if (amount != 0) {
                    stamp(grown, height, i + reach, spans.start(i) + at - offsets[i] - top + reach, amount, radius);
                }
            }
        }
        return new ColumnMask(new ColumnSpans(spans.left() - reach, starts, ends), grownOffsets, grown, Optional.empty());
    }

    private static void stamp(byte[] grown, int height, int column, int row, int amount, double radius) {
        int reach = (int) Math.ceil(radius + 1);
        for (int dx = -reach; dx <= reach; dx++) {
            for (int dy = -reach; dy <= reach; dy++) {
                double part = Math.min(1, radius + 1 - Math.sqrt(dx * dx + dy * dy));
                int i = (column + dx) * height + row + dy;
                int raised = part <= 0 ? 0 : (int) Math.rint(part * amount);
                if (raised > (grown[i] & 0xFF)) {
                    grown[i] = (byte) raised;
                }
            }
        }
    }
}
