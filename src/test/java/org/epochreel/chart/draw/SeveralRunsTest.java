package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Extras;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.Standing;
import org.epochreel.chart.Telling;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.chart.wanted.Answers;
import org.epochreel.frame.Frame;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralRunsTest {

    private static final Theme THEME = Theme.PAPER;

    /** Three runs of which the second ends early. */
    private static final ImmutableList<ShownRun> RUNS = ImmutableList.of(
            run("slow", 0, 300), run("short", 1, 60), run("fast", 2, 200));

    private static ShownRun run(String name, int index, int last) {
        return new ShownRun(name, THEME.ofRun(index), Dashboards.metrics(last, true), ImmutableIntArray.of(40));
    }

    private static FrameContents contents(ChartDrawer drawer, int epoch) {
        return new FrameContents(epoch, epoch, Headline.of(Optional.of("Three runs")), ImmutableList.of("1", "2", "3"),
                ImmutableList.of(RunCurves.of(Charts.curve(drawer, x -> x)),
                        RunCurves.of(Charts.curve(drawer, x -> -x)),
                        RunCurves.of(Charts.curve(drawer, x -> 20))),
                Telling.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(value = PanelKind.class, names = {"FIT", "LOSS", "GRADIENT_NORM", "GRADIENT_PATH"})
    void eachRunHasItsOwnLineInItsColor(PanelKind kind) {
        ChartSpec spec = Dashboards.spec(Charts.spec(864, 576, THEME), ImmutableList.of(kind), RUNS);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Frame frame = drawer.draw(Dashboards.at(30, contents(drawer, 30)));
        for (ShownRun run : RUNS) {
            int color = run.color().getRGB() & 0xFFFFFF;
            long inked = Arrays.stream(frame.pixels()).filter(pixel -> pixel == color).count();

            assertTrue(inked > 20, inked + " pixels of " + run.name());
        }
    }

    @Test
    void aRunThatHasEndedStaysWhileOthersGoOn() {
        ChartSpec spec = Dashboards.spec(Charts.spec(864, 576, THEME), Dashboards.NINE, RUNS);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Dashboards.addEpochs(drawer, -1, 30);
        drawer.draw(Dashboards.at(30, contents(drawer, 30)));
        Dashboards.addEpochs(drawer, 30, 150);
        Frame frame = drawer.draw(Dashboards.at(150, contents(drawer, 150)));

        ChartDrawer fresh = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Dashboards.addEpochs(fresh, -1, 150);

        assertArrayEquals(fresh.draw(Dashboards.at(150, contents(drawer, 150))).pixels(), frame.pixels());
    }

    @Test
    void laterRunsLieAboveEarlierOnes() {
        ChartSpec spec = Dashboards.spec(Charts.spec(864, 576, THEME), ImmutableList.of(PanelKind.FIT), RUNS);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        ImmutableDoubleArray level = Charts.curve(drawer, x -> 5);
        FrameContents same = new FrameContents(0, 0, Headline.NONE, ImmutableList.of("1", "2", "3"),
                ImmutableList.of(RunCurves.of(level), RunCurves.of(level), RunCurves.of(level)), Telling.NOTHING);
        int[] pixels = drawer.draw(same).pixels();

        // Names beside the plot have their runs' colours.
        assertEquals(0, IntStream.range(0, pixels.length).filter(i -> i % 864 < 500
                && pixels[i] == (THEME.ofRun(0).getRGB() & 0xFFFFFF)).count());
        assertTrue(Arrays.stream(pixels).anyMatch(p -> p == (THEME.ofRun(2).getRGB() & 0xFFFFFF)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void namesThatMoveAndLeadersThatChangeAreDrawnAsInAWholePicture(long seed) {
        Random random = new Random(seed);
        ImmutableList<ShownRun> runs = ImmutableList.of(run("slow", 0, 300), run("a name that is far too long for its place", 1, 60),
                new ShownRun("gone", THEME.ofRun(2), Dashboards.metrics(100, true), ImmutableIntArray.of(), Answers.NONE, true));
        ChartSpec bare = Dashboards.spec(Charts.spec(960, 540, THEME), ImmutableList.of(PanelKind.FIT), runs);
        ChartSpec spec = new ChartSpec(bare.size(), THEME, bare.points(), bare.x(), bare.y(), bare.headline(), bare.axes(),
                bare.readout(), runs, bare.panels(), new Extras(true, false, ImmutableList.of()));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        int[] before = null;
        for (int epoch = 0; epoch < 300; epoch += 20) {
            ImmutableList.Builder<RunCurves> curves = ImmutableList.builder();
            for (int run = 0; run < 3; run++) {
                double level = 30 * random.nextDouble() - 15;
                Standing standing = new Standing(random.nextInt(3) / 2.0, (run + random.nextInt(4) / 2.0) % 3);
                curves.add(new RunCurves(Charts.curve(drawer, x -> level + x), ImmutableList.of(), Optional.empty(),
                        ImmutableList.of(), Answers.NONE, standing));
            }
            FrameContents contents = new FrameContents(epoch, epoch, Headline.NONE, ImmutableList.of("1", "2", "3"),
                    curves.build(), Telling.NOTHING);
            before = RegionRedrawTest.checkFrame(drawer, spec, contents, before, "epoch " + epoch);
        }
    }

    @Test
    void curvesOfAnotherNumberOfRunsAreRefused() {
        ChartSpec spec = Dashboards.spec(Charts.spec(432, 288, THEME), ImmutableList.of(PanelKind.FIT), RUNS);
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents one = Charts.contents(Charts.curve(drawer, x -> x), "1", "2", "3");

        assertThrows(IllegalArgumentException.class, () -> drawer.draw(one));
    }
}
