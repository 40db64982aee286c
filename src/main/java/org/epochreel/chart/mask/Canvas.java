package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Supplier;
import org.epochreel.chart.sketch.Sketch;
import org.epochreel.chart.sketch.SketchGraphics;
import org.epochreel.frame.FrameSize;
import org.epochreel.print.Instruction;

/**
 * A picture whose pixels are drawn on by Java2D and read and written as an array.
 *
 * @param sketch keeps how the picture is drawn, if anybody wants to know
 */
public record Canvas(BufferedImage image, Graphics2D graphics, Optional<Sketch> sketch) {

    /** An empty picture. */
    public static Canvas of(FrameSize size, Color background) {
        Canvas canvas = blank(size);
        canvas.clear(background);
        return canvas;
    }

    /** An empty picture that keeps how it is drawn. */
    public static Canvas sketched(FrameSize size, Color background) {
        Canvas blank = blank(size);
        Sketch sketch = new Sketch(size, blank.pixels());
        Canvas canvas = new Canvas(blank.image, new SketchGraphics(blank.graphics, sketch), Optional.of(sketch));
        canvas.clear(background);
        return canvas;
    }

    private static Canvas blank(FrameSize size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        // JFreeChart draws with these, so that lines drawn without it get the same pixels.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return new Canvas(image, graphics, Optional.empty());
    }

    public void clear(Color background) {
        graphics.setPaint(background);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** Clears the byte above red, in which Java2D leaves an opacity, of the pixels in {@code area}. */
    public void clearOpacity(Rectangle area) {
        int width = image.getWidth();
        int[] pixels = pixels();
        for (int row = area.y; row < area.y + area.height; row++) {
            for (int i = row * width + area.x; i < row * width + area.x + area.width; i++) {
                pixels[i] &= 0xFFFFFF;
            }
        }
    }

    /** The part of {@code area} that lies in the picture. */
    public Rectangle within(Rectangle area) {
        return area.intersection(new Rectangle(image.getWidth(), image.getHeight()));
    }

    /**
     * Draws by {@code pen}; {@code what} says the same in instructions, should there be a sketch.
     *
     * @param bounds pixels that may change
     */
    public void draw(Rectangle bounds, Supplier<ImmutableList<Instruction>> what, Runnable pen) {
        if (sketch.isPresent()) {
            sketch.get().draw(bounds, what, pen);
        } else {
            pen.run();
        }
    }

    public int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
