package org.epochreel.video.animation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;

/** Reads a GIF's pictures with the platform's own reader and lays each over those before it. */
final class GifReader {

    /**
     * What is seen from a time on.
     *
     * @param pixels of the whole picture, 0xRRGGBB
     * @param delay hundredths of a second until the next
     * @param area pixels of the rectangle that was replaced
     */
    record Shown(int[] pixels, int delay, int area) {
    }

    private GifReader() {
    }

    static List<Shown> read(Path file, int width, int height) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            int[] canvas = new int[width * height];
            List<Shown> all = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                Element metadata = (Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                Element place = child(metadata, "ImageDescriptor");
                Element control = child(metadata, "GraphicControlExtension");
                if (!control.getAttribute("disposalMethod").equals("doNotDispose")) {
                    throw new AssertionError("picture " + i + " does not stay for the next");
                }
                BufferedImage picture = reader.read(i);
                int left = number(place, "imageLeftPosition");
                int top = number(place, "imageTopPosition");
                for (int y = 0; y < picture.getHeight(); y++) {
                    for (int x = 0; x < picture.getWidth(); x++) {
                        int pixel = picture.getRGB(x, y);
                        if (pixel >>> 24 == 0xFF) {
                            canvas[(top + y) * width + left + x] = pixel & 0xFFFFFF;
                        }
                    }
                }
                all.add(new Shown(canvas.clone(), number(control, "delayTime"),
                        picture.getWidth() * picture.getHeight()));
            }
            return all;
        } finally {
            reader.dispose();
        }
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
