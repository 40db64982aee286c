package org.epochreel.chart.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Random;
import org.epochreel.chart.pen.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotLookTest {

    private static final Rectangle INSIDE = new Rectangle(100, 50, 1700, 800);

    /** Dots in a row, so many pixels apart. */
    private static DotLook row(Theme theme, int count, double apart) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = 110 + apart * i;
            y[i] = 300;
        }
        return DotLook.of(theme, 1, INSIDE, x, y);
    }

    private static DotLook cloud(int count, double width) {
        Random random = new Random(count);
        double[] x = random.doubles(count, 900 - width / 2, 900 + width / 2).toArray();
        double[] y = random.doubles(count, 450 - width / 2, 450 + width / 2).toArray();
        return DotLook.of(Theme.PAPER, 1, INSIDE, x, y);
    }

    @ParameterizedTest
    @CsvSource({"17, 12", "10, 9.5", "6, 5.7", "1, 4.8"})
    void dotsOfARowDoNotMeetWhileTheyCanBeSmaller(double apart, double diameter) {
        assertEquals(diameter, row(Theme.PAPER, 100, apart).diameter(), 1e-9);
    }

    @Test
    void fewDotsLieAboveTheCurveWithARimAndManyUnderIt() {
        DotLook few = row(Theme.PAPER, 100, 16);
        DotLook many = cloud(200, 700);

        assertTrue(few.above() && few.rim() > 0);
        assertFalse(many.above());
        assertEquals(0, many.rim());
    }

    @Test
    void fiveDotsAreLargerThanFifty() {
        assertEquals(1.4 * row(Theme.PAPER, 50, 30).diameter(), row(Theme.PAPER, 5, 30).diameter(), 1e-9);
    }

    @Test
    void denseCloudsAreTranslucentAndLoneDotsBesideThemAreNot() {
        int count = 20_000;
        Random random = new Random(3);
        double[] x = random.doubles(count, 800, 1000).toArray();
        double[] y = random.doubles(count, 400, 600).toArray();
        x[0] = 200;
        y[0] = 100;
        DotLook look = DotLook.of(Theme.PAPER, 1, INSIDE, x, y);

        assertEquals(1, look.opacities().get(0));
        assertTrue(look.opacities().get(1) < 0.3, () -> look.opacities().get(1) + "");
    }

    @Test
    void theDenserTheMoreTranslucentAndSparseCloudsAreOpaque() {
        assertTrue(cloud(1000, 700).isOpaque());
        double last = 1;
        for (int count : new int[] {20_000, 60_000, 200_000}) {
            double opacity = cloud(count, 500).opacities().stream().sorted().skip(count / 2).findFirst().orElseThrow();
            assertTrue(opacity < last, count + " dots: " + opacity + " after " + last);
            last = opacity;
        }
    }

    @Test
    void equalPointsAndPointsOutOfSightDoNotMakeDotsSmaller() {
        double[] x = new double[100];
        double[] y = new double[100];
        for (int i = 0; i < x.length; i++) {
            x[i] = i < 50 ? 200 + 30 * (i / 2) : -1e9 + i * 1e-3;
            y[i] = 300;
        }

        assertEquals(12 * 1.2, DotLook.of(Theme.PAPER, 1, INSIDE, x, y).diameter(), 2.5);
    }

    @Test
    void boxedThemesKeepTheOriginalsDots() {
        DotLook look = row(Theme.BLOG, 100, 1);

        assertEquals(6, look.diameter());
        assertTrue(look.isOpaque() && !look.above() && look.rim() == 0);
    }
}
