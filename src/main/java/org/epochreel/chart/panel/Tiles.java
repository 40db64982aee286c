package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Draws a ground and marks over it anew wherever one of them changed, macroblock by macroblock. What a pixel shows
 * follows from the ground and the marks alone. Not for several threads at a time.
 */
public final class Tiles {

    private static final int SIDE = 16;

    private final FrameSize size;
    private final Rectangle cell;
    private final Lettering lettering;
    private final MacroblockSet changed;
    private ImmutableList<Optional<Mark>> shown = ImmutableList.of();

    /** @param cell the pixels that may be drawn on */
    public Tiles(FrameSize size, Rectangle cell, Lettering lettering) {
        this.size = size;
        this.cell = cell.intersection(new Rectangle(size.width(), size.height()));
        this.lettering = lettering;
        this.changed = MacroblockSet.noneOf(size);
    }

    /** What lies under the marks. */
    public interface Ground {

        /** Paints the pixels of {@code clip} and no others. */
        void paint(Canvas canvas, Rectangle clip);
    }

    /** The still picture as a ground. */
    public static Ground still(int[] still) {
        return (canvas, clip) -> {
            int width = canvas.image().getWidth();
            for (int row = clip.y; row < clip.y + clip.height; row++) {
                System.arraycopy(still, row * width + clip.x, canvas.pixels(), row * width + clip.x, clip.width);
            }
        };
    }

    /** Where the ground changed since the last drawing; to be added to before the next. */
    public MacroblockSet changed() {
        return changed;
    }

    /** Nothing is shown any more, as after the still picture was drawn anew. */
    public void forget() {
        shown = ImmutableList.of();
        changed.addPixels(cell.x, cell.y, cell.x + cell.width - 1, cell.y + cell.height - 1);
    }

    /**
     * Shows {@code marks}, from back to front. Places in the list that keep their mark cost nothing.
     *
     * @param marks what each place shows, if anything
     * @param touched where pixels may have changed; added to
     */
    public void show(ImmutableList<Optional<Mark>> marks, Ground ground, Canvas canvas, MacroblockSet touched) {
        for (int i = 0; i < Math.max(marks.size(), shown.size()); i++) {
            Optional<Mark> before = i < shown.size() ? shown.get(i) : Optional.empty();
            Optional<Mark> next = i < marks.size() ? marks.get(i) : Optional.empty();
            if (before != next && !before.equals(next)) {
                before.ifPresent(mark -> add(mark.area()));
                next.ifPresent(mark -> add(mark.area()));
            }
        }
        shown = marks;
        if (changed.isEmpty()) {
            return;
        }
        touched.addAll(changed);
        if (canvas.sketch().isPresent()) {
            drawWhole(marks, ground, canvas);
        } else {
            drawChanged(marks, ground, canvas);
        }
        changed.clear();
    }

    // Who keeps how a picture is drawn wants each thing once.
    private void drawWhole(ImmutableList<Optional<Mark>> marks, Ground ground, Canvas canvas) {
        ground.paint(canvas, cell);
        marks.forEach(place -> place.ifPresent(mark -> mark.draw(canvas, cell, lettering)));
    }

    private void drawChanged(ImmutableList<Optional<Mark>> marks, Ground ground, Canvas canvas) {
        List<List<Mark>> byRow = byRow(marks);
        for (int first = changed.next(0); first >= 0; ) {
            int end = changed.endOfRun(first);
            draw(first, end, byRow.get(first / size.macroblockColumns()), ground, canvas);
            first = changed.next(end);
        }
    }

    private void add(Rectangle area) {
        Rectangle part = area.intersection(cell);
        if (!part.isEmpty()) {
            changed.addPixels(part.x, part.y, part.x + part.width - 1, part.y + part.height - 1);
        }
    }

    private List<List<Mark>> byRow(ImmutableList<Optional<Mark>> marks) {
        List<List<Mark>> rows = new ArrayList<>();
        for (int row = 0; row < size.macroblockRows(); row++) {
            rows.add(new ArrayList<>());
        }
        for (Optional<Mark> place : marks) {
            if (place.isPresent()) {
                Rectangle part = place.get().area().intersection(cell);
                for (int row = part.y / SIDE; !part.isEmpty() && row <= (part.y + part.height - 1) / SIDE; row++) {
                    rows.get(row).add(place.get());
                }
            }
        }
        return rows;
    }

    private void draw(int first, int end, List<Mark> marks, Ground ground, Canvas canvas) {
        int columns = size.macroblockColumns();
        Rectangle clip = new Rectangle(first % columns * SIDE, first / columns * SIDE, (end - first) * SIDE, SIDE)
                .intersection(cell);
        if (clip.isEmpty()) {
            return;
        }
        ground.paint(canvas, clip);
        for (Mark mark : marks) {
            if (mark.area().intersects(clip)) {
                mark.draw(canvas, clip, lettering);
            }
        }
    }
}
