package org.epochreel.chart;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.epochreel.frame.FrameSize;

/** A picture whose pixels are drawn on by Java2D and read and written as an array. */
record Canvas(BufferedImage image, Graphics2D graphics) {

    static Canvas of(FrameSize size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        return new Canvas(image, image.createGraphics());
    }

    /** Clears the byte above red, in which Java2D leaves an opacity, of the pixels in {@code area}. */
    void clearOpacity(Rectangle area) {
        int width = image.getWidth();
        int[] pixels = pixels();
        for (int row = area.y; row < area.y + area.height; row++) {
            for (int i = row * width + area.x; i < row * width + area.x + area.width; i++) {
                pixels[i] &= 0xFFFFFF;
            }
        }
    }

    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
