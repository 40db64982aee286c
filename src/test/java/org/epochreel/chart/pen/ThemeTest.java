package org.epochreel.chart.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.ThemeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

    static Stream<Theme> ourOwn() {
        return Stream.of(Theme.PAPER, Theme.MIDNIGHT);
    }

    /** Text of WCAG 2.1's level AA in all of them, also in the originals' look. */
    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void textIsReadable(ThemeName name) {
        Palette palette = Theme.of(name).palette();
        for (Color color : new Color[] {palette.title(), palette.ink(), palette.text(), palette.muted(),
                palette.accent(), palette.curve(), palette.second(), palette.ghostName()}) {
            assertTrue(contrast(color, palette.background()) >= 4.5, color + " in " + name);
        }
    }

    @ParameterizedTest
    @MethodSource("ourOwn")
    void whatCarriesMeaningStandsOutFromTheBackground(Theme theme) {
        Palette palette = theme.palette();
        for (Color color : new Color[] {palette.spine(), palette.curve(), palette.dot(), palette.second(),
                palette.third(), palette.accent(), palette.ghost()}) {
            assertTrue(contrast(color, palette.background()) >= 3, color + " of " + contrast(color, palette.background()));
        }
        assertTrue(contrast(palette.third(), palette.background()) >= 4.5, "a name in the third colour");
    }

    @ParameterizedTest
    @MethodSource("ourOwn")
    void whatIsFaintOnPurposeStaysBelowWhatCarriesMeaning(Theme theme) {
        Palette palette = theme.palette();
        for (Color color : new Color[] {palette.grid().orElseThrow(), palette.stick(), palette.band(),
                palette.future()}) {
            double contrast = contrast(color, palette.background());
            assertTrue(contrast > 1.05 && contrast < 3, color + " of " + contrast);
        }
    }

    /** The originals' amber is paler than all others: its dots are edged by nothing and known by their size alone. */
    @Test
    void onlyTheDotsOfTheOriginalsArePalerThanTheRest() {
        Palette palette = Theme.BLOG.palette();

        assertEquals(1.97, contrast(palette.dot(), palette.background()), 0.01);
        assertTrue(contrast(palette.curve(), palette.background()) >= 4.5);
        assertTrue(contrast(palette.second(), palette.background()) >= 4.5);
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void everyLineStandsOutFromTheBackground(ThemeName name) {
        Palette palette = Theme.of(name).palette();
        for (Palette.Family family : palette.families()) {
            assertTrue(contrast(family.weights(), palette.background()) >= 3, family + " in " + name);
            assertTrue(contrast(family.biases(), palette.background()) >= 3, family + " in " + name);
        }
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void blueDiffersFromRustAndAmberAlsoWithoutRedOrGreen(ThemeName name) {
        Palette palette = Theme.of(name).palette();
        for (double[][] seen : SEEN) {
            assertTrue(distance(seen, palette.curve(), palette.second()) >= 20, name + " train and test");
            assertTrue(distance(seen, palette.curve(), palette.dot()) >= 20, name + " curve and dots");
            assertTrue(distance(seen, palette.families().get(0).weights(), palette.families().get(1).weights()) >= 20,
                    name + " layers");
        }
    }

    /** Less than that: shape and name part them too. */
    @ParameterizedTest
    @MethodSource("ourOwn")
    void theThirdColourAndTheGhostDifferFromTheirNeighboursAlsoWithoutRedOrGreen(Theme theme) {
        Palette palette = theme.palette();
        for (double[][] seen : SEEN) {
            assertTrue(distance(seen, palette.third(), palette.second()) >= 8.5);
            assertTrue(distance(seen, palette.third(), palette.curve()) >= 13);
            assertTrue(distance(seen, palette.ghost(), palette.curve()) >= 17);
        }
    }

    /** Black is at 0 and white at 100 of this scale, and all sight agrees on greys. */
    @Test
    void thePerceivedDistanceIsThatOfOklab() {
        for (double[][] seen : SEEN) {
            assertEquals(100, distance(seen, Color.BLACK, Color.WHITE), 0.1);
        }
        // Björn Ottosson's own value for the lightness of sRGB's pure red is 0.62796, its a 0.22486, its b 0.12585.
        assertEquals(100 * StrictMath.sqrt(0.62796 * 0.62796 + 0.22486 * 0.22486 + 0.12585 * 0.12585),
                distance(SEEN[0], Color.BLACK, Color.RED), 0.01);
    }

    /**
     * Linear light as it is, and as protanopia and deuteranopia leave it: severity 1 of Machado, Oliveira and Fernandes
     * (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency".
     */
    private static final double[][][] SEEN = {
            {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
            {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

    // Björn Ottosson, "A perceptual color space for image processing" (2020).
    private static final double[][] TO_CONES = {{0.4122214708, 0.5363325363, 0.0514459929},
            {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}};
    private static final double[][] TO_LAB = {{0.2104542553, 0.7936177850, -0.0040720468},
            {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}};

    /** Of two colours in OKLab times 100. */
    private static double distance(double[][] seen, Color a, Color b) {
        double[] first = lab(seen, a);
        double[] second = lab(seen, b);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        }
        return 100 * Math.sqrt(sum);
    }

    private static double[] lab(double[][] seen, Color color) {
        double[] light = times(seen, new double[] {linear(color.getRed()), linear(color.getGreen()),
                linear(color.getBlue())});
        double[] cones = times(TO_CONES, DoubleStream.of(light).map(one -> Math.max(0, Math.min(1, one))).toArray());
        return times(TO_LAB, DoubleStream.of(cones).map(StrictMath::cbrt).toArray());
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Stream.of(matrix).mapToDouble(row -> row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"BLOG, 432, 288, 9", "PAPER, 432, 288, 9.5", "PAPER, 1920, 1080, 24", "MIDNIGHT, 1080, 1920, 24",
            "PAPER, 3840, 2160, 48"})
    void nothingIsWrittenSmallerThanTheLeastReadableSize(ThemeName name, int width, int height, double least) {
        Theme theme = Theme.of(name);
        double smallest = Math.min(theme.type().tick(), Math.min(theme.type().readout(), theme.type().small()));

        assertTrue(smallest * theme.scale(new FrameSize(width, height)) >= least);
    }

    @ParameterizedTest
    @CsvSource({"432, 288, 1", "864, 576, 2", "1920, 1080, 3.75", "1080, 1920, 2.5", "64, 64, 0.6"})
    void lengthsGrowWithThePicture(int width, int height, double scale) {
        assertEquals(scale, Theme.BLOG.scale(new FrameSize(width, height)));
    }

    @Test
    void namesLeadToThemes() {
        assertSame(Theme.BLOG, Theme.of(ThemeName.BLOG));
        assertSame(Theme.PAPER, Theme.of(ThemeName.PAPER));
        assertSame(Theme.MIDNIGHT, Theme.of(ThemeName.MIDNIGHT));
    }

    /** Contrast ratio of WCAG 2.1. */
    private static double contrast(Color a, Color b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int sample) {
        double value = sample / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
