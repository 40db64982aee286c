package org.epochreel.chart.panel.network;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.PolylinePen;
import org.epochreel.chart.mask.Tint;
import org.epochreel.frame.MacroblockSet;

/** All edges between two columns of tiles, and the biases of the second; drawn anew where one of them changed visibly. */
final class Strands {

    private static final int ALPHA = 209;

    private final Rectangle area;
    private final ImmutableList<Strand> all;
    private final PolylinePen pen;
    private final Tint positive;
    private final Tint negative;
    private List<Strand.Shape> shown = new ArrayList<>();
    private List<ColumnMask> masks = new ArrayList<>();

    /** @param area between the columns */
    Strands(Rectangle area, ImmutableList<Strand> all, Color positive, Color negative) {
        this.area = area;
        this.all = all;
        this.pen = new PolylinePen(area);
        this.positive = new Tint(translucent(positive));
        this.negative = new Tint(translucent(negative));
    }

    private static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), ALPHA);
    }

    /** Nothing is shown any more. */
    void forget() {
        shown = new ArrayList<>();
        masks = new ArrayList<>();
    }

    void show(double[] parameters, double reach, Canvas canvas, int[] still, MacroblockSet touched) {
        List<Strand.Shape> next = new ArrayList<>(all.size());
        all.forEach(strand -> next.add(strand.shape(parameters, reach)));
        if (next.equals(shown)) {
            return;
        }
        List<ColumnMask> drawn = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            boolean same = i < shown.size() && shown.get(i).equals(next.get(i));
            drawn.add(same ? masks.get(i) : all.get(i).mask(next.get(i), pen));
            if (!same) {
                drawn.get(i).spans().addTo(touched);
                if (i < masks.size()) {
                    masks.get(i).spans().addTo(touched);
                }
            }
        }
        int width = canvas.image().getWidth();
        for (int row = area.y; row < area.y + area.height; row++) {
            System.arraycopy(still, row * width + area.x, canvas.pixels(), row * width + area.x, area.width);
        }
        for (int i = 0; i < all.size(); i++) {
            drawn.get(i).paint(canvas.pixels(), width, next.get(i).negative() ? negative : positive);
        }
        shown = next;
        masks = drawn;
    }
}
