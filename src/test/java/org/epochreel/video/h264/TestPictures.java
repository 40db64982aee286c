package org.epochreel.video.h264;

import java.util.Arrays;
import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.stream.YuvPicture;

/**
 * A film at random: a still ground with discs and noise on which a line slides, patches of noise flare up and vanish.
 */
final class TestPictures {

    private final Random random;
    private final FrameSize size;
    private final YuvPicture ground;
    private final YuvPicture picture;
    private final MacroblockSet touched;
    private final boolean wild;
    private double level;
    private double slope;

    /** @param wild whether the ground is noise, which no encoder can predict, instead of plain areas and dots */
    TestPictures(FrameSize size, long seed, boolean wild) {
        this.random = new Random(seed);
        this.size = size;
        this.wild = wild;
        this.ground = new YuvPicture(size);
        this.picture = new YuvPicture(size);
        this.touched = MacroblockSet.noneOf(size);
        this.level = size.height() * random.nextDouble();
        this.slope = random.nextGaussian();
        paintGround();
    }

    YuvPicture picture() {
        return picture;
    }

    MacroblockSet touched() {
        return touched;
    }

    private void paintGround() {
        fill(ground.luma(), 235);
        fill(ground.blueChroma(), 128);
        fill(ground.redChroma(), 128);
        if (wild) {
            random.nextBytes(ground.luma());
            random.nextBytes(ground.blueChroma());
            random.nextBytes(ground.redChroma());
            return;
        }
        for (int dot = 0; dot < 20; dot++) {
            int x = random.nextInt(size.width());
            int y = random.nextInt(size.height());
            int shade = 16 + random.nextInt(220);
            rectangle(ground.luma(), ground.lumaStride(), x, y, 1 + random.nextInt(9), 1 + random.nextInt(9), shade);
            rectangle(ground.blueChroma(), ground.chromaStride(), x / 2, y / 2, 2, 3, 255 - shade);
            rectangle(ground.redChroma(), ground.chromaStride(), x / 2, y / 2, 3, 2, shade);
        }
    }

    private static void fill(byte[] plane, int sample) {
        Arrays.fill(plane, (byte) sample);
    }

    private static void rectangle(byte[] plane, int stride, int left, int top, int width, int height, int sample) {
        for (int y = top; y < Math.min(top + height, plane.length / stride); y++) {
            for (int x = left; x < Math.min(left + width, stride); x++) {
                plane[y * stride + x] = (byte) sample;
            }
        }
    }

    /** Paints the next picture and says where it may differ from the one before. */
    void next() {
        touched.clear();
        PictureSamples.copy(ground, picture);
        if (random.nextInt(6) > 0) {
            level += random.nextGaussian() * (random.nextInt(4) == 0 ? 5 : 0.6);
            slope += random.nextGaussian() * 0.01;
        }
        line();
        if (random.nextInt(3) == 0) {
            flare();
        }
        touched.addPixels(0, 0, size.width() - 1, size.height() - 1);
    }

    private void line() {
        int stride = picture.lumaStride();
        int rows = picture.luma().length / stride;
        for (int x = 0; x < stride; x++) {
            double y = level + slope * (x - stride / 2.0);
            for (int row = Math.max(0, (int) y - 3); row < Math.min(rows, (int) y + 4); row++) {
                double cover = Math.max(0, Math.min(1, 2 - Math.abs(row - y)));
                int at = row * stride + x;
                picture.luma()[at] = (byte) Math.round((picture.luma()[at] & 0xff) * (1 - cover) + 105 * cover);
                int chromaAt = row / 2 * stride / 2 + x / 2;
                picture.blueChroma()[chromaAt] = (byte) 160;
                picture.redChroma()[chromaAt] = (byte) 90;
            }
        }
    }

    private void flare() {
        int left = random.nextInt(size.width());
        int top = random.nextInt(size.height());
        for (int i = 0; i < 300; i++) {
            int x = Math.min(size.width() - 1, left + random.nextInt(20));
            int y = Math.min(size.height() - 1, top + random.nextInt(20));
            picture.luma()[y * picture.lumaStride() + x] = (byte) random.nextInt(256);
            picture.redChroma()[y / 2 * picture.chromaStride() + x / 2] = (byte) random.nextInt(256);
        }
    }
}
