package org.epochreel.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture in a file, such as a PNG or a JPEG, made smaller or larger by the mean colour of the area that each new
 * pixel covers. The numbers are taken as they stand in the file, whatever profile it names; what is transparent lies
 * over white. This is the only class that knows ImageIO.
 */
public final class PictureFile {

    /** Pixels along a side, at the most. */
    public static final int MAX_SIDE = 10_000;

    /** Pixels that are held at once; of larger pictures one stretch of rows after the other is read. */
    private static final int AT_ONCE = 10_000_000;

    private static final int MAX_BYTES = 256 << 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PictureFile() {}

    /**
     * Reads a picture.
     *
     * @param longer pixels that the longer side is to have; the other keeps the shape, rounded, and has at least one
     * @throws PictureException if the file holds no picture, a moving one, or one that is too large
     * @throws IOException if it cannot be read
     */
    public static Picture read(Path file, int longer) throws PictureException, IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PictureException("the file is too large; at most " + (MAX_BYTES >> 20) + " MiB are read");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (isAnimatedPng(bytes)) {
            throw new PictureException("it is an animated PNG; a still picture is needed");
        }
        ImageIO.setUseCache(false);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new PictureException("it is no picture that can be read; save it as PNG or JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return read(reader, longer);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture read(ImageReader reader, int longer) throws PictureException {
        try {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE) {
                throw new PictureException("it has " + width + " x " + height + " pixels; at most " + MAX_SIDE
                        + " a side are allowed");
            }
            if (reader.getNumImages(true) > 1) {
                throw new PictureException("it holds several pictures; a still one is needed");
            }
            Means means = new Means(width, height, longer);
            int rows = Math.max(1, AT_ONCE / width);
            for (int top = 0; top < height; top += rows) {
                ImageReadParam part = reader.getDefaultReadParam();
                part.setSourceRegion(new Rectangle(0, top, width, Math.min(rows, height - top)));
                means.add(reader.read(0, part), top);
            }
            return means.picture();
        } catch (IOException | RuntimeException e) {
            // Readers answer what is broken with exceptions of every kind.
            throw new PictureException("the picture in it is damaged or of a kind that is not known (" + e.getMessage()
                    + "); save it as PNG");
        }
    }

    /** Whether the control chunk of an animation stands before the picture's data, as the format demands. */
    private static boolean isAnimatedPng(byte[] bytes) {
        for (int i = 0; i < PNG.length; i++) {
            if (bytes.length <= i || bytes[i] != PNG[i]) {
                return false;
            }
        }
        long at = PNG.length;
        while (at + 8 <= bytes.length) {
            int from = (int) at;
            String type = new String(bytes, from + 4, 4, StandardCharsets.US_ASCII);
            if (type.equals("acTL") || type.equals("IDAT")) {
                return type.equals("acTL");
            }
            long length = (bytes[from] & 0xFFL) << 24 | (bytes[from + 1] & 0xFF) << 16 | (bytes[from + 2] & 0xFF) << 8
                    | bytes[from + 3] & 0xFF;
            at += 12 + length;
        }
        return false;
    }

    /** Adds up the colours that each new pixel covers. */
    private static final class Means {

        private final int width;
        private final int height;
        private final double across;
        private final double down;
        private final double[][] row;
        private final double[][] sums;

        /** @param longer pixels of the new picture's longer side */
        Means(int oldWidth, int oldHeight, int longer) {
            double scale = (double) longer / Math.max(oldWidth, oldHeight);
            width = (int) Math.max(1, Math.rint(oldWidth * scale));
            height = (int) Math.max(1, Math.rint(oldHeight * scale));
            across = (double) width / oldWidth;
            down = (double) height / oldHeight;
            row = new double[3][oldWidth];
            sums = new double[3][width * height];
        }

        /** Takes in whole rows of the picture from number {@code top} on. */
        void add(BufferedImage part, int top) throws PictureException {
            RowReader reader = new RowReader(part);
            for (int y = top; y < top + part.getHeight(); y++) {
                reader.read(y - top, row);
                // A row covers parts of one new row or more, by its height measured in new rows.
                for (int to = (int) (y * down); to < height && to < (y + 1) * down; to++) {
                    double share = Math.min((y + 1) * down, to + 1) - Math.max(y * down, to);
                    for (int channel = 0; channel < 3 && share > 0; channel++) {
                        add(row[channel], share, sums[channel], to * width);
                    }
                }
            }
        }

        private void add(double[] colours, double share, double[] channel, int from) {
            for (int x = 0; x < colours.length; x++) {
                for (int to = (int) (x * across); to < width && to < (x + 1) * across; to++) {
                    double part = Math.min((x + 1) * across, to + 1) - Math.max(x * across, to);
                    channel[from + to] += colours[x] * share * Math.max(0, part);
                }
            }
        }

        Picture picture() {
            ImmutableList.Builder<ImmutableDoubleArray> channels = ImmutableList.builder();
            for (double[] channel : sums) {
                for (int i = 0; i < channel.length; i++) {
                    channel[i] = Math.min(1, Math.max(0, channel[i]));
                }
                channels.add(ImmutableDoubleArray.copyOf(channel));
            }
            return new Picture(width, height, channels.build());
        }
    }

    /** Reads colours from 0 to 1 row by row, over white. */
    private static final class RowReader {

        private final Raster raster;
        private final IndexColorModel palette;
        private final int bands;
        private final double[] most;
        private final int[] samples;

        RowReader(BufferedImage image) throws PictureException {
            this.raster = image.getRaster();
            this.palette = image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
            this.bands = raster.getNumBands();
            if (bands > 4 || raster.getDataBuffer().getDataType() > DataBuffer.TYPE_INT) {
                throw new PictureException("its colours are of a kind that is not known; save it as PNG");
            }
            this.most = new double[bands];
            for (int band = 0; band < bands; band++) {
                most[band] = (1L << raster.getSampleModel().getSampleSize(band)) - 1;
            }
            this.samples = new int[bands * raster.getWidth()];
        }

        void read(int y, double[][] row) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
            for (int x = 0; x < raster.getWidth(); x++) {
                boolean grey = bands < 3;
                double opacity = palette != null ? palette.getAlpha(samples[x]) / 255.0
                        : bands == 2 || bands == 4 ? samples[bands * x + bands - 1] / most[bands - 1] : 1;
                for (int channel = 0; channel < 3; channel++) {
                    double colour = palette != null ? ofPalette(samples[x], channel)
                            : samples[bands * x + (grey ? 0 : channel)] / most[grey ? 0 : channel];
                    row[channel][x] = colour * opacity + (1 - opacity);
                }
            }
        }

        private double ofPalette(int index, int channel) {
            int colour = channel == 0 ? palette.getRed(index) : channel == 1 ? palette.getGreen(index)
                    : palette.getBlue(index);
            return colour / 255.0;
        }
    }
}
