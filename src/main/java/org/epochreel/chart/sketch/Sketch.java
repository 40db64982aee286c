package org.epochreel.chart.sketch;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.epochreel.frame.FrameSize;
import org.epochreel.print.Instruction;
import org.epochreel.print.Sheet;

/**
 * Keeps the instructions by which a picture is drawn, beside its pixels. Whatever changes pixels otherwise is noticed
 * by comparing them, before the next instruction there and at the end, and kept as those very pixels: a sheet lacks
 * nothing, but only what was drawn by pens is more than pixels.
 */
public final class Sketch {

    private final FrameSize size;
    private final int[] pixels;
    // Those that the instructions so far account for.
    private final int[] known;
    private final List<Instruction> instructions = new ArrayList<>();
    private boolean drawing;

    /** Nothing yet of a picture whose {@code pixels} are all of the same colour. */
    public Sketch(FrameSize size, int[] pixels) {
        this.size = size;
        this.pixels = pixels;
        this.known = pixels.clone();
    }

    /**
     * Draws and keeps how.
     *
     * @param bounds pixels that may change
     * @param what is not asked for within another drawing, which stands for it
     */
    public void draw(Rectangle bounds, Supplier<ImmutableList<Instruction>> what, Runnable pen) {
        if (drawing) {
            pen.run();
            return;
        }
        Rectangle part = bounds.intersection(new Rectangle(size.width(), size.height()));
        if (part.isEmpty()) {
            return;
        }
        if (!isKnown(part)) {
            keepPixels();
        }
        drawing = true;
        try {
            pen.run();
        } finally {
            drawing = false;
        }
        take(part);
        instructions.addAll(what.get());
    }

    /** Takes the pixels of an area as what the instructions so far, or those that follow at once, lead to. */
    public void take(Rectangle area) {
        Rectangle part = area.intersection(new Rectangle(size.width(), size.height()));
        for (int row = part.y; row < part.y + part.height; row++) {
            int from = row * size.width() + part.x;
            System.arraycopy(pixels, from, known, from, part.width);
        }
    }

    /** Keeps instructions for pixels that are drawn already, and were {@link #take taken}. */
    public void add(ImmutableList<Instruction> what) {
        instructions.addAll(what);
    }

    /** All that was drawn. */
    public Sheet sheet() {
        if (!isKnown(new Rectangle(size.width(), size.height()))) {
            keepPixels();
        }
        return new Sheet(size, ImmutableList.copyOf(instructions));
    }

    private boolean isKnown(Rectangle part) {
        for (int row = part.y; row < part.y + part.height; row++) {
            int from = row * size.width() + part.x;
            for (int i = from; i < from + part.width; i++) {
                if (differs(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    // Java2D leaves an opacity in the upper byte.
    private boolean differs(int i) {
        return (pixels[i] ^ known[i]) << 8 != 0;
    }

    private void keepPixels() {
        Rectangle area = changed();
        int[] kept = new int[area.width * area.height];
        Arrays.setAll(kept, i -> {
            int at = (area.y + i / area.width) * size.width() + area.x + i % area.width;
            return differs(at) ? 0xFF000000 | pixels[at] : 0;
        });
        instructions.add(new Instruction.Pixels(area, kept));
        take(area);
    }

    private Rectangle changed() {
        Rectangle area = new Rectangle();
        for (int row = 0; row < size.height(); row++) {
            int first = -1;
            int last = -1;
            for (int column = 0; column < size.width(); column++) {
                if (differs(row * size.width() + column)) {
                    first = first < 0 ? column : first;
                    last = column;
                }
            }
            if (first >= 0) {
                Rectangle found = new Rectangle(first, row, last - first + 1, 1);
                area = area.isEmpty() ? found : area.union(found);
            }
        }
        return area;
    }
}
