package org.epochreel.chart.panel.network;

import java.awt.Rectangle;
import java.util.function.DoubleToIntFunction;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.pen.Lettering;

/**
 * Whole pixels, coloured from left to right.
 *
 * @param colors 0xRRGGBB from -1 on the left to 1 on the right
 */
record Bar(Rectangle area, DoubleToIntFunction colors) implements Mark {

    @Override
    public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
        Rectangle inked = area.intersection(clip);
        for (int row = inked.y; row < inked.y + inked.height; row++) {
            for (int column = inked.x; column < inked.x + inked.width; column++) {
                double part = 2 * (column + 0.5 - area.x) / area.width - 1;
                canvas.pixels()[row * canvas.image().getWidth() + column] = colors.applyAsInt(part);
            }
        }
    }
}
