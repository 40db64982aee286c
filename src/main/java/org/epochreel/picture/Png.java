package org.epochreel.picture;

import com.google.common.primitives.Ints;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.epochreel.frame.FrameSize;

/**
 * Encodes a picture as PNG (ISO/IEC 15948), with a palette where 256 colours suffice. The compression is our own, since
 * that of the platform differs between its versions: the same pixels give the same bytes everywhere.
 */
public final class Png {

    private static final int MAX_COLORS = 256;
    private static final byte TRUECOLOR = 2;
    private static final byte INDEXED = 3;
    private static final byte TRUECOLOR_WITH_OPACITY = 6;
    private static final byte FILTER_NONE = 0;

    private Png() {}

    /**
     * @param pixels {@code width * height} pixels row by row, each 0x00RRGGBB in sRGB
     */
    public static byte[] encode(FrameSize size, int[] pixels) {
        if (pixels.length != size.pixels()) {
            throw new IllegalArgumentException(pixels.length + " pixels do not fill a " + size + " picture");
        }
        int[] palette = palette(pixels);
        boolean indexed = palette.length <= MAX_COLORS;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PngChunk.signature());
        file.writeBytes(PngChunk.of("IHDR", header(size.width(), size.height(), indexed ? INDEXED : TRUECOLOR)));
        file.writeBytes(PngChunk.of("sRGB", new byte[] {0}));
        if (indexed) {
            file.writeBytes(PngChunk.of("PLTE", samples(palette)));
            byte[] rows = unfiltered(indices(pixels, palette), size.width(), size.height());
            file.writeBytes(PngChunk.of("IDAT", Zlib.compress(rows)));
        } else {
            byte[] rows = unfiltered(samples(pixels), 3 * size.width(), size.height());
            file.writeBytes(PngChunk.of("IDAT", Zlib.compress(rows)));
        }
        file.writeBytes(PngChunk.of("IEND", new byte[0]));
        return file.toByteArray();
    }

    /**
     * Encodes a picture parts of which are not there.
     *
     * @param pixels {@code width * height} pixels row by row, each 0xAARRGGBB in sRGB with an opacity AA
     */
    public static byte[] withOpacity(int width, int height, int[] pixels) {
        byte[] samples = new byte[4 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            for (int k = 0; k < 3; k++) {
                samples[4 * i + k] = (byte) (pixels[i] >> 16 - 8 * k);
            }
            samples[4 * i + 3] = (byte) (pixels[i] >>> 24);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PngChunk.signature());
        file.writeBytes(PngChunk.of("IHDR", header(width, height, TRUECOLOR_WITH_OPACITY)));
        file.writeBytes(PngChunk.of("sRGB", new byte[] {0}));
        file.writeBytes(PngChunk.of("IDAT", Zlib.compress(unfiltered(samples, 4 * width, height))));
        file.writeBytes(PngChunk.of("IEND", new byte[0]));
        return file.toByteArray();
    }

    // All colours in ascending order, or one too many.
    private static int[] palette(int[] pixels) {
        int[] colors = new int[MAX_COLORS + 1];
        int count = 0;
        int previous = -1;
        for (int pixel : pixels) {
            if (pixel == previous) {
                continue;
            }
            previous = pixel;
            int at = Arrays.binarySearch(colors, 0, count, pixel);
            if (at < 0) {
                int place = -at - 1;
                System.arraycopy(colors, place, colors, place + 1, count - place);
                colors[place] = pixel;
                if (++count > MAX_COLORS) {
                    break;
                }
            }
        }
        return Arrays.copyOf(colors, count);
    }

    private static byte[] indices(int[] pixels, int[] palette) {
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = i > 0 && pixels[i] == pixels[i - 1]
                    ? indices[i - 1] : (byte) Arrays.binarySearch(palette, pixels[i]);
        }
        return indices;
    }

    private static byte[] samples(int[] pixels) {
        byte[] samples = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            samples[3 * i] = (byte) (pixels[i] >> 16);
            samples[3 * i + 1] = (byte) (pixels[i] >> 8);
            samples[3 * i + 2] = (byte) pixels[i];
        }
        return samples;
    }

    private static byte[] header(int width, int height, byte colorType) {
        byte[] header = new byte[13];
        System.arraycopy(Ints.toByteArray(width), 0, header, 0, 4);
        System.arraycopy(Ints.toByteArray(height), 0, header, 4, 4);
        header[8] = 8;
        header[9] = colorType;
        return header;
    }

    // Flat areas and thin lines repeat as they are; differences between rows make charts about a quarter larger.
    private static byte[] unfiltered(byte[] samples, int rowLength, int height) {
        byte[] rows = new byte[(rowLength + 1) * height];
        for (int row = 0; row < height; row++) {
            rows[row * (rowLength + 1)] = FILTER_NONE;
            System.arraycopy(samples, row * rowLength, rows, row * (rowLength + 1) + 1, rowLength);
        }
        return rows;
    }
}
