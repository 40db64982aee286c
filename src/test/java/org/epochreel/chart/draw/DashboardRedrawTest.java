package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.Random;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardRedrawTest {

    private static final int CHARTS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void framesOfRandomDashboardsEqualWholeDrawings(long seed) {
        Random random = new Random(seed);
        for (int chart = 0; chart < CHARTS; chart++) {
            ChartSpec spec = Dashboards.randomSpec(random);
            play(spec, random, 4,
                    "seed " + seed + ", chart " + chart + " of " + spec.size() + " " + spec.panels().kinds());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, 3000", "720, 720, 150", "432, 768, 12000"})
    void framesOfAllPanelsEqualWholeDrawings(int width, int height, int epochs) {
        for (Theme theme : ImmutableList.of(Theme.BLOG, Theme.PAPER, Theme.MIDNIGHT)) {
            ChartSpec spec = Dashboards.spec(Charts.spec(width, height, theme), Dashboards.NINE,
                    Dashboards.metrics(epochs, true), epochs / 10, epochs / 2);
            play(spec, new Random(width), 4, spec.size().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("kindsOfCurves")
    void everyPanelStandsAlone(PanelKind kind) {
        ChartSpec spec = Dashboards.spec(Charts.spec(432, 288, Theme.PAPER), ImmutableList.of(kind),
                Dashboards.metrics(90, true), 30);
        play(spec, new Random(3), 8, kind.name());
    }

    private static ImmutableList<PanelKind> kindsOfCurves() {
        return Dashboards.ALL;
    }

    /**
     * Draws frames at rising epochs; each must equal a drawing by somebody who drew nothing before.
     */
    private static void play(ChartSpec spec, Random random, int frames, String which) {
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        int last = spec.lastEpoch();
        int drawn = -1;
        int[] before = null;
        Optional<ImmutableDoubleArray> ghost = Optional.empty();
        for (int i = 0; i < frames; i++) {
            int epoch = i == frames - 1 ? last : Math.max(drawn, 0) + random.nextInt(Math.max(1, last / frames));
            epoch = Math.min(last, epoch);
            Dashboards.addEpochs(drawer, drawn, epoch);
            drawn = Math.max(drawn, epoch);
            boolean curves = drawer.curveX().length() > 0;
            if (i == 2 && curves && random.nextBoolean()) {
                ghost = Optional.of(Charts.randomCurve(random, drawer, spec));
            }
            FrameContents contents = Dashboards.at(epoch, Charts.randomContents(random, drawer, spec, ghost));
            before = check(drawer, spec, contents, before, which + ", epoch " + epoch + " of " + last);
        }
    }

    private static int[] check(ChartDrawer drawer, ChartSpec spec, FrameContents contents, int[] before, String which) {
        Frame frame = drawer.draw(contents);
        ChartDrawer fresh = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Dashboards.addEpochs(fresh, -1, contents.epoch());
        assertArrayEquals(fresh.draw(contents).pixels(), frame.pixels(), which);
        FrameSize size = frame.size();
        for (int i = 0; i < frame.pixels().length; i++) {
            if (before == null || before[i] != frame.pixels()[i]) {
                int column = i % size.width();
                int row = i / size.width();
                assertTrue(frame.touched().contains(column / 16, row / 16), () ->
                        which + ": missed a change at " + column + ", " + row);
            }
        }
        return frame.pixels().clone();
    }

    @Test
    void aFrameOfALongRunTouchesLittle() {
        ChartSpec spec = Dashboards.spec(Charts.spec(1280, 720, Theme.PAPER),
                ImmutableList.of(PanelKind.LOSS, PanelKind.GRADIENT_NORM, PanelKind.GRADIENT_ANGLE, PanelKind.WEIGHTS),
                Dashboards.metrics(20_000, true));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Dashboards.addEpochs(drawer, -1, 9000);
        FrameContents contents = Charts.contents(ImmutableDoubleArray.of(), "1", "2", "3");
        drawer.draw(Dashboards.at(9000, contents));
        Dashboards.addEpochs(drawer, 9000, 9030);
        Frame frame = drawer.draw(Dashboards.at(9030, contents));

        assertTrue(frame.touched().count() < spec.size().macroblocks() / 20, frame.touched().count() + " touched");
        assertTrue(drawer.draw(Dashboards.at(9030, contents)).touched().isEmpty());
    }

    @Test
    void whatWasDrawnCannotBeTakenBack() {
        ChartSpec spec = Dashboards.spec(Charts.spec(432, 288, Theme.PAPER), ImmutableList.of(PanelKind.LOSS),
                Dashboards.metrics(90, true));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        FrameContents contents = Charts.contents(ImmutableDoubleArray.of(), "1", "2", "3");
        drawer.draw(Dashboards.at(40, contents));

        assertThrows(IllegalArgumentException.class, () -> drawer.draw(Dashboards.at(39, contents)));
    }

    @Test
    void weightsNeedEveryEpoch() {
        ChartSpec spec = Dashboards.spec(Charts.spec(432, 288, Theme.PAPER), ImmutableList.of(PanelKind.WEIGHTS),
                Dashboards.metrics(90, true));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        Dashboards.addEpochs(drawer, -1, 4);
        FrameContents contents = Charts.contents(ImmutableDoubleArray.of(), "1", "2", "3");

        assertThrows(IllegalArgumentException.class, () -> drawer.addEpoch(6, Dashboards.parameters(6)));
        assertThrows(IllegalArgumentException.class, () -> drawer.draw(Dashboards.at(5, contents)));
    }
}
