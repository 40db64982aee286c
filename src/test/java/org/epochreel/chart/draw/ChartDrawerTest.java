package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Extras;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.Telling;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.data.Samples;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDrawerTest {

    private static final int WHITE = 0xFFFFFF;

    /** The originals' box goes from 54 to 388.8 and from 34.56 to 252; pixel centres are half a pixel further. */
    @ParameterizedTest
    @CsvSource({"0, 0", "-8, 20", "9.5, -29", "-10.5, 25.5", "3.3, 3.3"})
    void blogDotsLieWhereMatplotlibPutsThem(double x, double y) {
        ChartSpec spec = blog(new Samples(ImmutableDoubleArray.of(x), ImmutableDoubleArray.of(y)));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        int[] pixels = drawer.draw(FrameContents.of(RunCurves.of(Charts.curve(drawer, v -> Double.NaN)))).pixels();
        double weight = 0;
        double column = 0;
        double row = 0;
        for (int i = 0; i < pixels.length; i++) {
            // What is missing from white in the blue sample; grey text and spines have as much red missing.
            double orange = ((pixels[i] >> 16 & 0xFF) - (pixels[i] & 0xFF)) / 255.0;
            weight += orange;
            column += orange * (i % 432 + 0.5);
            row += orange * (i / 432 + 0.5);
        }

        // The rasteriser samples 8 by 8 points a pixel and flattens the circle: 3 % of its area.
        assertEquals(StrictMath.PI * 9, weight, 0.9);
        assertEquals(54 + (x + 10.99) / 21.78 * 334.8, column / weight, 0.03);
        assertEquals(252 - (y + 30) / 60 * 217.44, row / weight, 0.03);
    }

    @Test
    void blogSpinesLieOnTheOriginalsPixels() {
        ChartDrawer drawer = new ChartDrawer(blog(Charts.line()), TypefaceTest.TYPEFACES);
        int[] pixels = drawer.draw(FrameContents.of(RunCurves.of(Charts.curve(drawer, v -> Double.NaN)))).pixels();
        int spine = 0x333333;
        for (int x : new int[] {54, 388}) {
            assertEquals(spine, pixels[150 * 432 + x]);
            assertEquals(WHITE, pixels[45 * 432 + x + 1]);
        }
        for (int y : new int[] {34, 252}) {
            assertEquals(spine, pixels[y * 432 + 100]);
            assertEquals(WHITE, pixels[(y - 1) * 432 + 100]);
        }
    }

    @Test
    void theCurveIsBlueOverOrangeDots() {
        Samples one = new Samples(ImmutableDoubleArray.of(-8, 0, 8), ImmutableDoubleArray.of(0, 0, 0));
        ChartDrawer drawer = new ChartDrawer(new ChartSpec(new FrameSize(864, 576), Theme.BLOG, one, new Range(-10, 10),
                new Range(-1, 1), Headline.NONE, AxisTexts.NONE, ImmutableList.of(), Charts.oneRun(Theme.BLOG), Panels.FIT),
                TypefaceTest.TYPEFACES);
        int[] pixels = drawer.draw(FrameContents.of(RunCurves.of(Charts.curve(drawer, v -> 0)))).pixels();
        int middle = (int) (864 * (0.125 + 0.9) / 2);
        boolean blue = false;
        boolean orange = false;
        for (int row = 280; row < 296; row++) {
            blue |= pixels[row * 864 + middle] == 0x1F77B4;
            orange |= pixels[row * 864 + middle] == 0xFFA500;
        }

        assertTrue(blue && orange);
    }

    @Test
    void blogCurvesEndWithTheData() {
        ImmutableDoubleArray x = new ChartDrawer(blog(Charts.line()), TypefaceTest.TYPEFACES).curveX();

        assertEquals(-10, x.get(0));
        assertEquals(9.8, x.get(x.length() - 1), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"432, 288", "1920, 1080", "3840, 2160", "1080, 1920", "16, 16"})
    void curvesAreWantedFromEdgeToEdgeEveryFewPixels(int width, int height) {
        ImmutableDoubleArray x =
                new ChartDrawer(Charts.spec(width, height, Theme.PAPER), TypefaceTest.TYPEFACES).curveX();
        double step = Math.max(3, Math.min(width, height) / 250.0) * 21.78 / (0.7 * width);

        assertTrue(x.get(0) < -10.99 && x.get(x.length() - 1) > 10.79);
        for (int i = 2; i < x.length() - 1; i++) {
            assertTrue(x.get(i) > x.get(i - 1) && x.get(i) - x.get(i - 1) < step);
        }
    }

    @Test
    void numbersThatChangeNeverMoveTheirNeighbours() {
        ChartSpec spec = Charts.spec(1920, 1080, Theme.PAPER);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        ImmutableDoubleArray curve = Charts.curve(drawer, x -> x);
        int[] one = drawer.draw(Charts.contents(curve, "1", "0.5", "1e\u22124")).pixels().clone();
        int[] other = drawer.draw(Charts.contents(curve, "9999", "0.5", "1e\u22124")).pixels();
        int left = 1920;
        int right = 0;
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                left = Math.min(left, i % 1920);
                right = Math.max(right, i % 1920);
            }
        }
        double widest = TypefaceTest.TYPEFACES.of(Typeface.Weight.REGULAR).width("9999", 28);

        assertTrue(right - left <= widest, "changed from " + left + " to " + right);
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-5", "5, 1e-4"})
    void aRateChangeComesFromNothingAndGoesToNothing(double seconds, String rate) {
        ChartSpec spec = Charts.spec(432, 288, Theme.MIDNIGHT);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents without = Charts.contents(Charts.curve(drawer, x -> x), "1", "2", rate);
        ImmutableDoubleArray ghost = Charts.curve(drawer, x -> seconds == 0 ? x : x + 10);
        FrameContents with = new FrameContents(0, 0, without.headline(), without.readout(), without.runs(),
                new Telling(Optional.of(new RateEvent(0, "1e-5", "1e-4", true, seconds, ImmutableList.of(ghost))),
                        ImmutableList.of(), Optional.empty()));

        assertArrayEquals(draw(spec, without).pixels(), draw(spec, with).pixels());
    }

    @ParameterizedTest
    @CsvSource({"0.6, true", "1.9, true", "3.5, false"})
    void theNewRateIsRustWhileItIsNewAndTheOldCurveAGhost(double seconds, boolean fullColor) {
        ChartSpec spec = Charts.spec(1920, 1080, Theme.PAPER);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents plain = Charts.contents(Charts.curve(drawer, x -> x), "1", "2", "0.1");
        RateEvent event = new RateEvent(0, "0.1", "0.5", true, seconds,
                ImmutableList.of(Charts.curve(drawer, x -> x + 8)));
        int[] pixels = drawer.draw(new FrameContents(0, 0, plain.headline(), plain.readout(), plain.runs(),
                new Telling(Optional.of(event), ImmutableList.of(), Optional.empty()))).pixels();
        int rust = Theme.PAPER.palette().second().getRGB() & 0xFFFFFF;
        int ghost = Theme.PAPER.palette().ghost().getRGB() & 0xFFFFFF;

        assertEquals(fullColor, Arrays.stream(pixels).anyMatch(pixel -> pixel == rust));
        assertEquals(fullColor, Arrays.stream(pixels).filter(pixel -> pixel == ghost).count() > 500);
    }

    @Test
    void aStickGoesFromEachDotToTheCurve() {
        Samples two = new Samples(ImmutableDoubleArray.of(-5, 5), ImmutableDoubleArray.of(-0.5, 0.5));
        ChartSpec spec = new ChartSpec(new FrameSize(1920, 1080), Theme.PAPER, two, new Range(-10, 10), new Range(-1, 1),
                Headline.NONE, AxisTexts.NONE, ImmutableList.of(), Charts.oneRun(Theme.PAPER), Panels.FIT,
                new Extras(false, true, ImmutableList.of()));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        int stick = Theme.PAPER.palette().stick().getRGB() & 0xFFFFFF;
        long far = count(drawer.draw(FrameContents.of(RunCurves.of(Charts.curve(drawer, x -> 0)))), stick);
        long near = count(drawer.draw(FrameContents.of(RunCurves.of(Charts.curve(drawer, x -> x / 12)))), stick);
        long none = count(drawer.draw(FrameContents.of(RunCurves.of(Charts.curve(drawer, x -> x / 10)))), stick);

        assertTrue(far > 700 && near < far / 2 && none == 0, far + ", " + near + ", " + none);
    }

    private static long count(Frame frame, int color) {
        return Arrays.stream(frame.pixels()).filter(pixel -> pixel == color).count();
    }

    @Test
    void dotsLieAboveTrails() {
        Samples one = new Samples(ImmutableDoubleArray.of(-8, 0, 8), ImmutableDoubleArray.of(0, 0, 0));
        ChartSpec spec = new ChartSpec(new FrameSize(864, 576), Theme.PAPER, one, new Range(-10, 10), new Range(-1, 1),
                Headline.NONE, AxisTexts.NONE, ImmutableList.of(), Charts.oneRun(Theme.PAPER), Panels.FIT);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents bare = FrameContents.of(RunCurves.of(Charts.curve(drawer, x -> 0.2)));
        FrameContents trailed = FrameContents.of(new RunCurves(Charts.curve(drawer, x -> 0.2),
                ImmutableList.of(Charts.curve(drawer, x -> 0)), Optional.empty(), ImmutableList.of()));
        int[] before = drawer.draw(bare).pixels().clone();
        int[] after = drawer.draw(trailed).pixels();
        int dot = Theme.PAPER.palette().dot().getRGB() & 0xFFFFFF;
        long dots = Arrays.stream(before).filter(pixel -> pixel == dot).count();

        assertTrue(dots > 50);
        assertEquals(dots, Arrays.stream(after).filter(pixel -> pixel == dot).count());
        assertFalse(Arrays.equals(before, after));
    }

    @Test
    void trailsFromBeforeAJumpAreLeftOut() {
        ChartSpec spec = Charts.spec(432, 288, Theme.PAPER);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        ImmutableDoubleArray curve = Charts.curve(drawer, x -> x);
        ImmutableDoubleArray near = Charts.curve(drawer, x -> x + 2);
        ImmutableDoubleArray far = Charts.curve(drawer, x -> x - 20);
        int[] without = draw(spec, withTrails(curve)).pixels();
        int[] withNear = draw(spec, withTrails(curve, near)).pixels();

        assertArrayEquals(without, draw(spec, withTrails(curve, far, near)).pixels());
        assertArrayEquals(withNear, draw(spec, withTrails(curve, near, far)).pixels());
        assertFalse(Arrays.equals(without, withNear));
    }

    private static Frame draw(ChartSpec spec, FrameContents contents) {
        return new ChartDrawer(spec, TypefaceTest.TYPEFACES).draw(contents);
    }

    private static FrameContents withTrails(ImmutableDoubleArray curve, ImmutableDoubleArray... trails) {
        RunCurves run = new RunCurves(curve, ImmutableList.copyOf(trails), Optional.empty(), ImmutableList.of());
        return FrameContents.of(run, "1", "2", "3");
    }

    @Test
    void aCurveOfAnotherLengthIsRefused() {
        ChartDrawer drawer = new ChartDrawer(blog(Charts.line()), TypefaceTest.TYPEFACES);
        FrameContents contents = FrameContents.of(RunCurves.of(ImmutableDoubleArray.of(1, 2, 3)));

        assertThrows(IllegalArgumentException.class, () -> drawer.draw(contents));
    }

    @Test
    void aReadoutOfAnotherLengthIsRefused() {
        ChartDrawer drawer = new ChartDrawer(Charts.spec(432, 288, Theme.PAPER), TypefaceTest.TYPEFACES);
        FrameContents contents = Charts.contents(Charts.curve(drawer, x -> x), "1");

        assertThrows(IllegalArgumentException.class, () -> drawer.draw(contents));
    }

    @Test
    void twoDrawersOfOneChartDrawTheSame() {
        ChartSpec spec = Charts.spec(432, 288, Theme.PAPER);
        ChartDrawer first = new ChartDrawer(spec);
        ChartDrawer second = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents contents = Charts.contents(Charts.curve(first, x -> -x), "1", "2", "3");
        first.draw(Charts.contents(Charts.curve(first, x -> 20), "4", "5", "6"));
        Frame frame = first.draw(contents);

        assertArrayEquals(second.draw(contents).pixels(), frame.pixels());
    }

    private static ChartSpec blog(Samples points) {
        return new ChartSpec(new FrameSize(432, 288), Theme.BLOG, points, new Range(-10.99, 10.79), new Range(-30, 30),
                Headline.NONE, AxisTexts.NONE, ImmutableList.of(), Charts.oneRun(Theme.BLOG), Panels.FIT);
    }
}
