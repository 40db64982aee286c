package org.epochreel.chart.panel.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wanted.Rows;
import org.junit.jupiter.api.Test;

class ClassColorsTest {

    private static final Palette PAPER = Theme.PAPER.palette();

    private static int color(double... sums) {
        double[][] rows = new double[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            rows[i] = new double[] {sums[i]};
        }
        int[] colors = new int[1];
        new ClassColors(PAPER, Math.max(2, sums.length)).paint(new Rows(rows), colors);
        return colors[0];
    }

    private static int rgb(Color color) {
        return color.getRGB() & 0xFFFFFF;
    }

    @Test
    void whereClassesAreEquallyLikelyTheGroundIsSeen() {
        assertEquals(rgb(PAPER.background()), color(0));
        assertEquals(rgb(PAPER.background()), color(3, 3));
        assertEquals(rgb(PAPER.background()), color(1, 1, 1));
    }

    @Test
    void whatIsCertainHasTheColourOfItsRegion() {
        assertEquals(rgb(PAPER.regionOf(0)), color(-30));
        assertEquals(rgb(PAPER.regionOf(1)), color(1e300));
        assertEquals(rgb(PAPER.regionOf(2)), color(0, 0, 40));
        assertEquals(rgb(PAPER.regionOf(0)), color(40, 0));
    }

    @Test
    void inBetweenStrengthFollowsTheProbability() {
        // p = 0.9, so s = 0.8^0.8.
        double strength = StrictMath.pow(0.8, 0.8);
        Color expected = Palette.mix(PAPER.background(), PAPER.regionOf(1), strength);
        Color found = new Color(color(StrictMath.log(9)));

        assertEquals(expected.getRed(), found.getRed(), 1);
        assertEquals(expected.getGreen(), found.getGreen(), 1);
        assertEquals(expected.getBlue(), found.getBlue(), 1);
    }

    @Test
    void oneOutputAndTwoShowTheSame() {
        for (double sum = -8; sum <= 8; sum += 0.37) {
            assertEquals(color(sum), color(1, 1 + sum));
        }
    }

    @Test
    void neighbouringProbabilitiesDifferByALevelAtMostPerStepOfTheTable() {
        int before = color(-9);
        for (double sum = -9; sum <= 9; sum += 0.002) {
            int next = color(sum);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertTrue(Math.abs((next >> shift & 255) - (before >> shift & 255)) <= 1, "a leap at " + sum);
            }
            before = next;
        }
    }
}
