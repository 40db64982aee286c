package org.epochreel.chart.panel;

import java.awt.Rectangle;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Lettering;

/** Something covered by a mask that was made before, in one colour; the same mask is told by identity. */
public record Stamp(ColumnMask mask, Rectangle area, Tint tint) implements Mark {

    public Stamp(ColumnMask mask, Tint tint) {
        this(mask, mask.spans().bounds(), tint);
    }

    @Override
    public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
        if (clip.contains(area)) {
            mask.paint(canvas, tint);
        } else {
            mask.paint(canvas, clip, 0, 0, tint);
        }
    }
}
