package org.epochreel.chart.pen;

import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.mask.Canvas;

/**
 * A place for one line of text that may change; text never leaves {@code area}.
 *
 * @param size pixels per em
 * @param alignment 0 starts at the left of the area, 0.5 is centred, 1 ends at the right
 */
public record TextPlace(Rectangle area, int baseline, Typeface typeface, double size, Color color, double alignment) {

    /** A place one line high: {@code width} pixels from {@code x} on. */
    public static TextPlace line(int x, int width, int baseline, Typeface typeface, double size, Color color,
            double alignment) {
        int top = (int) Math.floor(baseline - size);
        int bottom = (int) Math.ceil(baseline + 0.3 * size);
        return new TextPlace(new Rectangle(x, top, width, bottom - top), baseline, typeface, size, color, alignment);
    }

    /** Writes a text, cut where it is too long. */
    public void draw(Canvas canvas, Lettering lettering, String text) {
        String shown = typeface.fit(text, size, area.width);
        double x = area.x + Math.rint(alignment * (area.width - typeface.width(shown, size)));
        lettering.write(canvas, canvas.within(area), typeface, size, shown, x, baseline, color);
    }
}
