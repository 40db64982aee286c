package org.epochreel.chart.panel;

import com.google.common.primitives.ImmutableIntArray;
import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Lettering;

/**
 * Equal cells in whole pixels, each of one colour, that fill a rectangle.
 *
 * @param colors 0x00RRGGBB, row by row from the top
 */
public record Pixels(Rectangle area, int columns, int rows, ImmutableIntArray colors) implements Mark {

    public Pixels {
        if (colors.length() != columns * rows) {
            throw new IllegalArgumentException(colors.length() + " colours for " + columns + " x " + rows + " cells");
        }
    }

    /** A rectangle of one colour. */
    public static Pixels of(Rectangle area, Color color) {
        return new Pixels(area, 1, 1, ImmutableIntArray.of(color.getRGB() & 0xFFFFFF));
    }

    @Override
    public void draw(Canvas canvas, Rectangle clip, Lettering lettering) {
        Rectangle part = area.intersection(clip);
        int width = canvas.image().getWidth();
        int[] pixels = canvas.pixels();
        for (int y = part.y; y < part.y + part.height; y++) {
            int row = (y - area.y) * rows / area.height * columns;
            for (int x = part.x; x < part.x + part.width; x++) {
                pixels[y * width + x] = colors.get(row + (x - area.x) * columns / area.width);
            }
        }
    }
}
