package org.epochreel.chart.mask;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.epochreel.frame.FrameSize;

/** A picture whose pixels are drawn on by Java2D and read and written as an array. */
public record Canvas(BufferedImage image, Graphics2D graphics) {

    /** An empty picture. */
    public static Canvas of(FrameSize size, Color background) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        // JFreeChart draws with these, so that lines drawn without it get the same pixels.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Canvas canvas = new Canvas(image, graphics);
        canvas.clear(background);
        return canvas;
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

    public int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
