package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.Tint;
import org.epochreel.print.Instruction;

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

    /** The same for text of which something shines through. */
    public TextPlace faded(double opacity) {
        return new TextPlace(area, baseline, typeface, size, new Color(color.getRed(), color.getGreen(), color.getBlue(),
                (int) Math.rint(255 * opacity)), alignment);
    }

    /** Writes a text, cut where it is too long. */
    public void draw(Canvas canvas, Lettering lettering, String text) {
        String shown = typeface.fit(text, size, area.width);
        double x = area.x + Math.rint(alignment * (area.width - typeface.width(shown, size)));
        lettering.write(canvas, canvas.within(area), typeface, size, shown, x, baseline, color);
    }

    /** As {@link #draw}, in the picture turned clockwise by a right angle, so that the text is read upwards. */
    public void drawUpwards(Canvas canvas, String text) {
        int height = canvas.image().getHeight();
        String shown = typeface.fit(text, size, area.width);
        double x = area.x + Math.rint(alignment * (area.width - typeface.width(shown, size)));
        AffineTransform turn = new AffineTransform(0, -1, 1, 0, 0, height);
        Rectangle turned = new Rectangle(area.y, height - area.x - area.width, area.height, area.width);
        canvas.draw(turned, () -> ImmutableList.of(new Instruction.Words(typeface.line(shown), typeface.name(), size,
                baseline, height - x, true, color, Optional.of(turned))),
                () -> ColumnMask.filled(typeface.outline(shown, size, x, baseline), turn)
                        .paint(canvas, canvas.within(turned), 0, 0, new Tint(color)));
    }
}
