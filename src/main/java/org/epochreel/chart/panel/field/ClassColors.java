package org.epochreel.chart.panel.field;

import java.awt.Color;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.wanted.Rows;

/**
 * A field of classes: the ground where all are equally likely, and towards the pale colour of the likeliest by
 * {@code ((p - 1/k) / (1 - 1/k))^0.8}, where p is its probability and k the number of classes. From tables made once in
 * strict arithmetic.
 */
final class ClassColors implements FieldColors {

    private static final double POWER = 0.8;
    /** From here on the other class has less than a hundredth of a level. */
    private static final double FAR = 16;
    private static final int STEPS = 512;
    private static final int STRENGTHS = 2048;

    private final int classes;
    private final int[] bySum;
    private final double[] exponentials;
    private final int[][] byProbability;

    ClassColors(Palette palette, int classes) {
        this.classes = classes;
        this.bySum = classes == 2 ? bySum(palette) : new int[0];
        this.exponentials = new double[(int) (FAR * STEPS) + 1];
        this.byProbability = new int[classes][STRENGTHS + 1];
        if (classes > 2) {
            for (int i = 0; i < exponentials.length; i++) {
                exponentials[i] = StrictMath.exp(-(double) i / STEPS);
            }
            for (int c = 0; c < classes; c++) {
                for (int i = 0; i <= STRENGTHS; i++) {
                    byProbability[c][i] = color(palette, c, strength(1.0 / classes + i * (1 - 1.0 / classes) / STRENGTHS));
                }
            }
        }
    }

    private int[] bySum(Palette palette) {
        int half = (int) (FAR * STEPS);
        int[] colors = new int[2 * half + 1];
        for (int i = -half; i <= half; i++) {
            double p = 1 / (1 + StrictMath.exp(-Math.abs((double) i / STEPS)));
            colors[half + i] = color(palette, i > 0 ? 1 : 0, strength(p));
        }
        return colors;
    }

    /** How much of the class's colour a field shows where the likeliest class has probability {@code p}. */
    double strength(double p) {
        double least = 1.0 / classes;
        return StrictMath.pow(Math.max(0, (p - least) / (1 - least)), POWER);
    }

    static int color(Palette palette, int index, double strength) {
        Color mixed = Palette.mix(palette.background(), palette.regionOf(index), strength);
        return mixed.getRGB() & 0xFFFFFF;
    }

    /** The colour where two classes' logit is {@code sum}, above 0 for the second. */
    private int ofSum(double sum) {
        double cut = Math.max(-FAR, Math.min(FAR, sum));
        // NaN is 0.
        return bySum[(int) Math.floor(cut * STEPS + 0.5) + (bySum.length >> 1)];
    }

    @Override
    public void paint(Rows sums, int[] colors) {
        if (sums.neurons() == 1) {
            double[] sum = sums.of(0);
            for (int i = 0; i < colors.length; i++) {
                colors[i] = ofSum(sum[i]);
            }
        } else if (classes == 2) {
            double[] first = sums.of(0);
            double[] second = sums.of(1);
            for (int i = 0; i < colors.length; i++) {
                colors[i] = ofSum(second[i] - first[i]);
            }
        } else {
            paintMany(sums, colors);
        }
    }

    private void paintMany(Rows sums, int[] colors) {
        double[] greatest = sums.of(0).clone();
        int[] winners = new int[colors.length];
        for (int c = 1; c < classes; c++) {
            double[] sum = sums.of(c);
            for (int i = 0; i < colors.length; i++) {
                if (sum[i] > greatest[i]) {
                    greatest[i] = sum[i];
                    winners[i] = c;
                }
            }
        }
        double[] total = new double[colors.length];
        for (int c = 0; c < classes; c++) {
            double[] sum = sums.of(c);
            for (int i = 0; i < colors.length; i++) {
                double behind = Math.min(FAR, greatest[i] - sum[i]);
                total[i] += exponentials[(int) (behind * STEPS + 0.5)];
            }
        }
        double scale = STRENGTHS / (1 - 1.0 / classes);
        for (int i = 0; i < colors.length; i++) {
            int at = (int) ((1 / total[i] - 1.0 / classes) * scale + 0.5);
            colors[i] = byProbability[winners[i]][Math.max(0, Math.min(STRENGTHS, at))];
        }
    }
}
