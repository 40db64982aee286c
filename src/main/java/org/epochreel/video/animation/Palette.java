package org.epochreel.video.animation;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/**
 * Few colours that stand for all of a film. Pairs are merged that cost the least by Ward's criterion (J. H. Ward, 1963),
 * squared distance in RGB times the smaller count; the commoner colour stays as it is, so that grounds and lines, which
 * make up nearly all of a chart, are exact and only blends at their edges move.
 */
final class Palette {

    private static final int CACHE_BITS = 14;

    private final int[] colors;
    // What was looked for lately, each in the place that its hash gives, and its index above 24 bits of colour.
    private final int[] cache = new int[1 << CACHE_BITS];
    private final int[] cached = new int[1 << CACHE_BITS];

    private Palette(int[] colors) {
        this.colors = colors;
        Arrays.fill(cache, -1);
    }

    /** At most that many colours for what was counted, the commonest first. */
    static Palette of(ColorCounts counted, int most) {
        int[] colors = counted.colors();
        long[] counts = counted.counts();
        if (colors.length > most) {
            new Merging(colors, counts).until(most);
            colors = Arrays.stream(colors).filter(color -> color >= 0).toArray();
        }
        return new Palette(colors);
    }

    int size() {
        return colors.length;
    }

    ImmutableIntArray colors() {
        return ImmutableIntArray.copyOf(colors);
    }

    int color(int index) {
        return colors[index];
    }

    /** The index of the colour nearest to one. */
    int nearest(int color) {
        int slot = color * 0x9E3779B1 >>> 32 - CACHE_BITS;
        if (cache[slot] != color) {
            cache[slot] = color;
            cached[slot] = search(color);
        }
        return cached[slot];
    }

    private int search(int color) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length && least > 0; i++) {
            int distance = distance(colors[i], color);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }

    /** Merges in place; a colour that has gone is -1. */
    private static final class Merging {

        private final int[] colors;
        private final long[] counts;
        private final int[] partner;
        private final double[] cost;
        private int left;

        Merging(int[] colors, long[] counts) {
            this.colors = colors;
            this.counts = counts;
            this.partner = new int[colors.length];
            this.cost = new double[colors.length];
            this.left = colors.length;
            for (int i = 0; i < colors.length; i++) {
                look(i);
            }
        }

        void until(int most) {
            while (left > most) {
                int cheapest = cheapest();
                int other = partner[cheapest];
                int gone = counts[cheapest] < counts[other] ? cheapest : other;
                int kept = gone == cheapest ? other : cheapest;
                counts[kept] += counts[gone];
                colors[gone] = -1;
                cost[gone] = Double.POSITIVE_INFINITY;
                left--;
                look(kept);
            }
        }

        // Costs only rise, by counts that grow and colours that go, so that one looked up earlier is a lower limit.
        private int cheapest() {
            while (true) {
                int best = 0;
                for (int i = 1; i < cost.length; i++) {
                    if (cost[i] < cost[best]) {
                        best = i;
                    }
                }
                double before = cost[best];
                if (colors[partner[best]] >= 0 && cost(best, partner[best]) == before) {
                    return best;
                }
                look(best);
            }
        }

        private void look(int i) {
            cost[i] = Double.POSITIVE_INFINITY;
            for (int j = 0; j < colors.length; j++) {
                if (j != i && colors[j] >= 0 && cost(i, j) < cost[i]) {
                    cost[i] = cost(i, j);
                    partner[i] = j;
                }
            }
        }

        private double cost(int i, int j) {
            return (double) distance(colors[i], colors[j]) * Math.min(counts[i], counts[j]);
        }
    }
}
