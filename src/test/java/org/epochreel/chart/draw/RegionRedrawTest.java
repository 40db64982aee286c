package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionRedrawTest {

    private static final int CHARTS = 40;
    private static final int FRAMES = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyFrameEqualsAWholeDrawingAndNoChangeIsMissed(long seed) {
        Random random = new Random(seed);
        for (int chart = 0; chart < CHARTS; chart++) {
            ChartSpec spec = Charts.randomSpec(random);
            ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
            Optional<ImmutableDoubleArray> ghost = random.nextBoolean()
                    ? Optional.of(Charts.randomCurve(random, drawer, spec)) : Optional.empty();
            int[] before = null;
            for (int i = 0; i < FRAMES; i++) {
                FrameContents contents = Charts.randomContents(random, drawer, spec, ghost);
                before = checkFrame(drawer, spec, contents, before,
                        "seed " + seed + ", chart " + chart + " of " + spec.size() + ", frame " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"854, 480, blog", "1280, 720, paper", "1920, 1080, midnight", "1080, 1920, paper"})
    void largeFramesEqualWholeDrawingsToo(int width, int height, String theme) {
        Random random = new Random(width);
        ChartSpec spec = Charts.spec(width, height, switch (theme) {
            case "blog" -> Theme.BLOG;
            case "paper" -> Theme.PAPER;
            default -> Theme.MIDNIGHT;
        });
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        int[] before = null;
        for (int i = 0; i < 4; i++) {
            FrameContents contents = Charts.randomContents(random, drawer, spec, Optional.empty());
            before = checkFrame(drawer, spec, contents, before, spec.size() + ", frame " + i);
        }
    }

    @Test
    void aGhostThatComesLaterIsDrawn() {
        ChartSpec spec = Charts.spec(432, 288, Theme.PAPER);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Random random = new Random(5);
        FrameContents without = Charts.randomContents(random, drawer, spec, Optional.empty());
        int[] before = checkFrame(drawer, spec, without, null, "without");
        Optional<ImmutableDoubleArray> ghost = Optional.of(Charts.curve(drawer, x -> 4 - x));
        before = checkFrame(drawer, spec, Charts.randomContents(random, drawer, spec, ghost), before, "with");
        checkFrame(drawer, spec, Charts.randomContents(random, drawer, spec, ghost), before, "still with");
    }

    @Test
    void theSameContentsTouchNothing() {
        ChartSpec spec = Charts.spec(1920, 1080, Theme.PAPER);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents contents = Charts.randomContents(new Random(4), drawer, spec, Optional.empty());
        int[] before = drawer.draw(contents).pixels().clone();
        Frame frame = drawer.draw(contents);

        assertEquals(0, differences(before, frame.pixels()));
        assertTrue(frame.touched().isEmpty(), frame.touched().count() + " touched");
    }

    @Test
    void trailsThatSlideEqualTrailsDrawnAnew() {
        ChartSpec spec = Charts.spec(864, 576, Theme.MIDNIGHT);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        List<ImmutableDoubleArray> curves = new ArrayList<>();
        int[] before = null;
        for (int i = 0; i < 24; i++) {
            double phase = (i == 15 ? 3 : 0.02) * i;
            curves.add(0, Charts.curve(drawer, x -> 20 * StrictMath.sin(0.9 * x + phase)));
            ImmutableList<ImmutableDoubleArray> trails =
                    ImmutableList.copyOf(curves.subList(1, Math.min(curves.size(), 9)));
            FrameContents contents = Charts.contents(
                    new RunCurves(curves.get(0), trails, Optional.empty(), ImmutableList.of()), "1", "2", "3");
            before = checkFrame(drawer, spec, contents, before, "frame " + i);
        }
    }

    static int[] checkFrame(
            ChartDrawer drawer, ChartSpec spec, FrameContents contents, int[] before, String which) {
        Frame frame = drawer.draw(contents);
        int[] whole = new ChartDrawer(spec, TypefaceTest.TYPEFACES).draw(contents).pixels();
        assertEquals(0, differences(whole, frame.pixels()), which);
        FrameSize size = frame.size();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int i = row * size.width() + column;
                if (before == null || before[i] != frame.pixels()[i]) {
                    assertTrue(frame.touched().contains(column / 16, row / 16),
                            which + ": missed a change at " + column + ", " + row);
                }
                assertEquals(0, frame.pixels()[i] >>> 24, which);
            }
        }
        return frame.pixels().clone();
    }

    private static int differences(int[] expected, int[] actual) {
        int differences = 0;
        for (int i = 0; i < expected.length; i++) {
            differences += expected[i] != actual[i] ? 1 : 0;
        }
        return differences;
    }
}
