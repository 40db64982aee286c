package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Extras;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.Telling;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.run.Metrics;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.VideoSpec.ThemeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStripTest {

    private static final int LAST = 300;
    private static final ImmutableIntArray CUTOFFS = ImmutableIntArray.of(60, 200, 204);

    private static Metrics metrics(boolean test, boolean decays) {
        double[] rates = {0.01, 0.1, 0.003, 0.5};
        ImmutableDoubleArray.Builder rate = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder loss = ImmutableDoubleArray.builder();
        for (int epoch = 0; epoch <= LAST; epoch++) {
            int now = epoch;
            int changes = (int) CUTOFFS.stream().filter(cutoff -> cutoff < now).count();
            rate.add(epoch == 0 ? Double.NaN : decays ? 0.1 / epoch : rates[changes]);
            loss.add(1000 * StrictMath.exp(-0.02 * epoch) + 0.5 + 0.3 * StrictMath.sin(epoch));
        }
        ImmutableDoubleArray losses = loss.build();
        ImmutableDoubleArray none = ImmutableDoubleArray.copyOf(IntStream.rangeClosed(0, LAST).mapToDouble(e -> Double.NaN));
        return new Metrics(rate.build(), losses,
                test ? ImmutableDoubleArray.copyOf(losses.stream().map(value -> 1.4 * value)) : none, none, none);
    }

    private static ChartSpec spec(FrameSize size, Theme theme, boolean test, boolean decays) {
        ShownRun run = new ShownRun("one", theme.palette().curve(), metrics(test, decays),
                decays ? ImmutableIntArray.of() : CUTOFFS);
        return new ChartSpec(size, theme, Charts.line(), new Range(-10.99, 10.79), new Range(-30, 30),
                Headline.of(Optional.of("Linear data, neural net model")), new AxisTexts(Optional.of("x"), Optional.empty(),
                Optional.empty()), Charts.CELLS, ImmutableList.of(run), Panels.FIT,
                new Extras(true, false, ImmutableList.of()));
    }

    private static FrameContents contents(ChartDrawer drawer, double position, double seconds) {
        ImmutableDoubleArray curve = Charts.curve(drawer, x -> 20 - position / 10 + 3 * x);
        Optional<RateEvent> event = CUTOFFS.contains((int) position) && seconds >= 0
                ? Optional.of(new RateEvent((int) position, "0.01", "0.1", true, seconds,
                        ImmutableList.of(Charts.curve(drawer, x -> 20 + 3 * x)))) : Optional.empty();
        return new FrameContents((int) position, position, Headline.of(Optional.of("Linear data, neural net model")),
                ImmutableList.of("1", "2", "3"), ImmutableList.of(RunCurves.of(curve)),
                new Telling(event, ImmutableList.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "PAPER, 864, 576, true, false", "MIDNIGHT, 432, 288, false, false", "PAPER, 540, 960, false, true",
        "BLOG, 640, 480, true, false", "MIDNIGHT, 1080, 1080, true, true", "PAPER, 64, 48, false, false"})
    void everyFrameEqualsAWholeDrawingAndNoChangeIsMissed(
            ThemeName theme, int width, int height, boolean test, boolean decays) {
        ChartSpec spec = spec(new FrameSize(width, height), Theme.of(theme), test, decays);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        List<double[]> film = List.of(new double[] {0, -1}, new double[] {0.4, -1}, new double[] {0.8, -1},
                new double[] {1, -1}, new double[] {59, -1}, new double[] {60, 0}, new double[] {60, 0.3},
                new double[] {60, 0.5}, new double[] {60, 0.7}, new double[] {60, 1.2}, new double[] {60.5, 1.4},
                new double[] {130.25, -1}, new double[] {200, 0.5}, new double[] {204, 0.1}, new double[] {204, 2.5},
                new double[] {300, -1}, new double[] {300, -1}, new double[] {120, -1}, new double[] {121, -1},
                new double[] {300, -1});
        int[] before = null;
        for (double[] frame : film) {
            FrameContents contents = contents(drawer, frame[0], frame[1]);
            Frame drawn = drawer.draw(contents);
            int[] whole = new ChartDrawer(spec, TypefaceTest.TYPEFACES).draw(contents).pixels();
            assertArrayEquals(whole, drawn.pixels(), Arrays.toString(frame));
            for (int i = 0; before != null && i < before.length; i++) {
                if (before[i] != drawn.pixels()[i]) {
                    assertTrue(drawn.touched().contains(i % width / 16, i / width / 16),
                            Arrays.toString(frame) + " missed a change at " + i % width + ", " + i / width);
                }
            }
            before = drawn.pixels().clone();
        }
    }

    @Test
    void aBandIsSeenFromItsChangeOnAndNotBefore() {
        ChartSpec spec = spec(new FrameSize(1920, 1080), Theme.PAPER, false, false);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        int band = Theme.PAPER.palette().band().getRGB() & 0xFFFFFF;
        long before = count(drawer.draw(contents(drawer, 59, -1)), band);
        long coming = count(drawer.draw(contents(drawer, 60, 0.4)), band);
        long there = count(drawer.draw(contents(drawer, 60, 1)), band);
        long next = count(drawer.draw(contents(drawer, 201, -1)), band);

        assertEquals(0, before);
        assertTrue(coming > 1000 && there > 1.5 * coming && next < there, coming + ", " + there + ", " + next);
    }

    @Test
    void aFrameOfTheFilmTouchesLittleOfTheStrip() {
        ChartSpec spec = spec(new FrameSize(1920, 1080), Theme.PAPER, false, false);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents first = contents(drawer, 100, -1);
        drawer.draw(first);
        FrameContents second = new FrameContents(101, 101, first.headline(), first.readout(), first.runs(), first.telling());

        int touched = drawer.draw(second).touched().count();

        assertTrue(touched <= 9, touched + " macroblocks");
    }

    private static long count(Frame frame, int color) {
        return Arrays.stream(frame.pixels()).filter(pixel -> pixel == color).count();
    }
}
