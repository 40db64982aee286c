package org.epochreel.chart.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
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

    @ParameterizedTest
    @MethodSource("ourOwn")
    void theCurveOrItsCasingStandsOutFromTheDots(Theme theme) {
        Color edge = theme.palette().casing().orElse(theme.palette().curve());

        assertTrue(contrast(edge, theme.palette().dot()) >= 3);
        assertTrue(contrast(theme.palette().curve(), theme.palette().background()) >= 4.5);
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void textIsReadable(ThemeName name) {
        Theme.Palette palette = Theme.of(name).palette();
        for (Color color : new Color[] {palette.title(), palette.text(), palette.muted(), palette.accent(),
                palette.curve(), palette.second()}) {
            assertTrue(contrast(color, palette.background()) >= 4.5, color + " in " + name);
        }
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void everyLineStandsOutFromTheBackground(ThemeName name) {
        Theme.Palette palette = Theme.of(name).palette();
        for (Theme.Family family : palette.families()) {
            assertTrue(contrast(family.weights(), palette.background()) >= 3, family + " in " + name);
            assertTrue(contrast(family.biases(), palette.background()) >= 3, family + " in " + name);
        }
    }

    /** Deuteranopia and protanopia after Viénot, Brettel and Mollon (1999), on linear light. */
    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void linesSideBySideDifferAlsoWithoutRedOrGreen(ThemeName name) {
        Theme.Palette palette = Theme.of(name).palette();
        double[][] deuteranopia = {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}};
        double[][] protanopia = {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}};
        for (double[][] seen : new double[][][] {deuteranopia, protanopia}) {
            assertTrue(distance(seen, palette.curve(), palette.second()) > 0.15, name + " losses");
            assertTrue(distance(seen, palette.families().get(0).weights(), palette.families().get(1).weights()) > 0.15,
                    name + " layers");
        }
    }

    private static double distance(double[][] seen, Color a, Color b) {
        double[] light = {linear(a.getRed()) - linear(b.getRed()), linear(a.getGreen()) - linear(b.getGreen()),
                linear(a.getBlue()) - linear(b.getBlue())};
        double sum = 0;
        for (double[] row : seen) {
            double difference = row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
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
