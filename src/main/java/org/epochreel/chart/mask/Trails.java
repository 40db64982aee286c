package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.epochreel.print.Instruction;

/**
 * The curves of some frames before, fading with age. Each pixel keeps two sums over the n trails' amounts: one plain,
 * and one in which the oldest trail counts once and the newest n times. A frame on, every trail counts once less, which
 * is the second sum less the first. Whole numbers, so that what is shown depends on the trails alone. A pixel's opacity
 * is 1 - 2^(-w / 255n) of its weighted sum w: a half where the newest trail is alone. Not for several threads at a
 * time.
 */
public final class Trails {

    private static final int FULL = 255;

    /** Opacity of 256 at each 256th of w / 255n; further on all is covered. */
    private static final int[] OPACITY = opacity();

    private final Rectangle area;
    private final Tint tint;
    // Up to 128 trails add up within a short.
    private final short[] sums;
    private final int[] weighted;
    private final ColumnSpans spans;
    private List<Trail> shown = List.of();

    /** A curve and its mask. */
    private record Trail(ImmutableDoubleArray curve, ColumnMask mask) {}

    /** Trails in a colour that never leave {@code area}. */
    public Trails(Rectangle area, Tint tint) {
        this.area = area;
        this.tint = tint;
        this.sums = new short[area.width * area.height];
        this.weighted = new int[sums.length];
        this.spans = ColumnSpans.none(area.x, area.width);
    }

    private static int[] opacity() {
        int[] opacity = new int[10 * 256];
        for (int i = 0; i < opacity.length; i++) {
            opacity[i] = (int) Math.rint(256 * (1 - StrictMath.pow(2, -i / 256.0)));
        }
        return opacity;
    }

    /**
     * Goes on to the trails of the next frame.
     *
     * @param curves the newest first
     * @param pen makes the mask of a curve
     */
    public void show(ImmutableList<ImmutableDoubleArray> curves, Function<ImmutableDoubleArray, ColumnMask> pen) {
        int count = curves.size();
        int before = shown.size();
        boolean follows = count > 0 && (count == before || count == before + 1) && areShown(curves, count - 1);
        if (count == before && areSame(curves)) {
            return;
        }
        List<Trail> next = new ArrayList<>();
        if (follows) {
            next.add(new Trail(curves.get(0), pen.apply(curves.get(0))));
            next.addAll(shown.subList(0, count - 1));
            if (count == before) {
                age();
                add(shown.get(before - 1).mask, -1, 0);
            }
            add(next.get(0).mask, 1, count);
        } else {
            Map<ImmutableDoubleArray, Trail> known = new IdentityHashMap<>();
            shown.forEach(trail -> known.put(trail.curve, trail));
            clear();
            for (int age = 0; age < count; age++) {
                ImmutableDoubleArray curve = curves.get(age);
                Trail trail = known.containsKey(curve) ? known.get(curve) : new Trail(curve, pen.apply(curve));
                next.add(trail);
                add(trail.mask, 1, count - age);
            }
        }
        shown = next;
        spans.clear();
        shown.forEach(trail -> spans.include(trail.mask.spans()));
    }

    // Whether the curves after the first are the first ones that are shown.
    private boolean areShown(ImmutableList<ImmutableDoubleArray> curves, int others) {
        for (int i = 0; i < others; i++) {
            if (curves.get(i + 1) != shown.get(i).curve) {
                return false;
            }
        }
        return true;
    }

    private boolean areSame(ImmutableList<ImmutableDoubleArray> curves) {
        for (int i = 0; i < curves.size(); i++) {
            if (curves.get(i) != shown.get(i).curve) {
                return false;
            }
        }
        return true;
    }

    private void age() {
        for (int i = 0; i < spans.columns(); i++) {
            int column = i * area.height - area.y;
            for (int at = column + spans.start(i); at < column + spans.end(i); at++) {
                weighted[at] -= sums[at];
            }
        }
    }

    private void clear() {
        for (int i = 0; i < spans.columns(); i++) {
            int column = i * area.height - area.y;
            for (int at = column + spans.start(i); at < column + spans.end(i); at++) {
                sums[at] = 0;
                weighted[at] = 0;
            }
        }
    }

    private void add(ColumnMask mask, int times, int rank) {
        byte[] amounts = mask.amounts();
        for (int i = 0; i < mask.spans().columns(); i++) {
            int at = (mask.spans().left() + i - area.x) * area.height + mask.spans().start(i) - area.y;
            int end = mask.offset(i + 1);
            for (int from = mask.offset(i); from < end; from++, at++) {
                int amount = amounts[from] & FULL;
                sums[at] += (short) (times * amount);
                weighted[at] += rank * amount;
            }
        }
    }

    /** Where trails may be: in each column from the highest to the lowest one. */
    public ColumnSpans spans() {
        return spans;
    }

    /** Lays the trails over a picture, but over no pixel outside of {@code within}. */
    public void paint(Canvas canvas, ColumnRegion within) {
        if (!shown.isEmpty()) {
            canvas.draw(area, this::instructions, () -> paint(canvas.pixels(), canvas.image().getWidth(), within));
        }
    }

    // What is left of the light below two trails is the product of what each leaves.
    private ImmutableList<Instruction> instructions() {
        ImmutableList.Builder<Instruction> all = ImmutableList.builder();
        for (int age = shown.size() - 1; age >= 0; age--) {
            double opacity = 1 - StrictMath.pow(2, -(double) (shown.size() - age) / shown.size());
            Color color = tint.color();
            all.addAll(shown.get(age).mask.in(new Color(color.getRed(), color.getGreen(), color.getBlue(),
                    (int) Math.rint(opacity * color.getAlpha()))));
        }
        return all.build();
    }

    void paint(int[] pixels, int width, ColumnRegion within) {
        int scale = (256 << 16) / (FULL * shown.size());
        for (int i = 0; i < spans.columns(); i++) {
            int column = i * area.height - area.y;
            int index = area.x + i - within.left();
            for (int run = 0; run < within.runs(index); run++) {
                int from = Math.max(spans.start(i), within.start(index, run));
                int end = column + Math.min(spans.end(i), within.end(index, run));
                int pixel = from * width + area.x + i;
                for (int at = column + from; at < end; at++) {
                    int weight = weighted[at];
                    if (weight != 0) {
                        int opacity = OPACITY[Math.min(OPACITY.length - 1, weight * scale >>> 16)];
                        pixels[pixel] = tint.weighted(pixels[pixel], opacity);
                    }
                    pixel += width;
                }
            }
        }
    }
}
