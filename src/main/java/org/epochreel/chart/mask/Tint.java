package org.epochreel.chart.mask;

import java.awt.Color;

/**
 * A colour, perhaps translucent, to be laid over pixels 0x00RRGGBB by amounts from 0 to 255. Amount 0 keeps a pixel and
 * 255 of an opaque colour replaces it; in between each channel is off by half a level at most.
 */
public final class Tint {

    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0x00FF00;
    private static final int HALF_RED_BLUE = 0x800080;
    private static final int HALF_GREEN = 0x008000;

    private final Color color;
    private final int redBlue;
    private final int green;
    private final int[] weights = new int[256];

    public Tint(Color color) {
        this.color = color;
        this.redBlue = color.getRGB() & RED_BLUE;
        this.green = color.getRGB() & GREEN;
        for (int amount = 0; amount < weights.length; amount++) {
            weights[amount] = whole(amount) * whole(color.getAlpha()) + 128 >> 8;
        }
    }

    public Color color() {
        return color;
    }

    /** From 0 to 256, so that shifts divide by the whole. */
    private static int whole(int amount) {
        return amount + (amount >> 7);
    }

    /** A pixel under this colour. */
    public int over(int pixel, int amount) {
        return weighted(pixel, weights[amount]);
    }

    /** A pixel under an opaque colour of this hue that weighs {@code weight} of 256. */
    int weighted(int pixel, int weight) {
        int rest = 256 - weight;
        return ((pixel & RED_BLUE) * rest + redBlue * weight + HALF_RED_BLUE >>> 8 & RED_BLUE)
                | ((pixel & GREEN) * rest + green * weight + HALF_GREEN >>> 8 & GREEN);
    }

    /** Lays this colour over pixels {@code at}, {@code at + step} and so on, by successive amounts. */
    void over(int[] pixels, int at, int step, byte[] amounts, int from, int end) {
        int pixel = at;
        for (int i = from; i < end; i++) {
            int amount = amounts[i] & 0xFF;
            if (amount != 0) {
                pixels[pixel] = weighted(pixels[pixel], weights[amount]);
            }
            pixel += step;
        }
    }
}
