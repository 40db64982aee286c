package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Headline;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.Telling;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.render.answer.ModelAnswers;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Panels of what a model says of places: each frame equals a drawing by somebody who drew nothing before. */
class PlaneRedrawTest {

    private static final int[] EPOCHS = {0, 1, 2, 5, 20, 21, 40};

    @ParameterizedTest
    @CsvSource({"432, 288", "640, 360", "1280, 720", "288, 512", "120, 80", "48, 32"})
    void framesOfALoneFieldEqualWholeDrawings(int width, int height) {
        for (Theme theme : ImmutableList.of(Theme.PAPER, Theme.MIDNIGHT, Theme.BLOG)) {
            play(Planes.moons(80), width, height, theme, PanelKind.FIELD);
        }
        play(Planes.spirals(3), width, height, Theme.PAPER, PanelKind.FIELD);
        play(Planes.spirals(9), width, height, Theme.MIDNIGHT, PanelKind.FIELD);
        play(Planes.hills(), width, height, Theme.PAPER, PanelKind.FIELD);
    }

    @ParameterizedTest
    @CsvSource({"864, 576", "720, 720", "432, 768"})
    void framesOfDashboardsEqualWholeDrawings(int width, int height) {
        play(Planes.moons(80), width, height, Theme.PAPER, PanelKind.FIELD, PanelKind.LOSS);
        play(Planes.spirals(3), width, height, Theme.MIDNIGHT, PanelKind.LOSS, PanelKind.FIELD, PanelKind.GRADIENT_NORM);
        play(Planes.hills(), width, height, Theme.MIDNIGHT, PanelKind.FIELD, PanelKind.LOSS, PanelKind.FIELD);
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "432, 288", "288, 512", "120, 80", "48, 32"})
    void framesOfImagesAndClassesEqualWholeDrawings(int width, int height) {
        PanelKind[] ofImages = {PanelKind.SAMPLES, PanelKind.FILTERS, PanelKind.CONFUSION, PanelKind.ACCURACY,
            PanelKind.HIDDEN};
        for (PanelKind kind : ofImages) {
            play(Planes.images(4), width, height, Theme.PAPER, kind);
        }
        play(Planes.images(11), width, height, Theme.MIDNIGHT, ofImages);
        play(Planes.images(2), width, height, Theme.BLOG, ofImages);
        play(Planes.spirals(4), width, height, Theme.PAPER, PanelKind.HIDDEN, PanelKind.FIELD, PanelKind.CONFUSION);
        play(Planes.picture(), width, height, Theme.PAPER, PanelKind.PICTURE);
        play(Planes.picture(), width, height, Theme.MIDNIGHT, PanelKind.LOSS, PanelKind.PICTURE);
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "432, 288", "300, 500"})
    void framesOfNetworksEqualWholeDrawings(int width, int height) {
        play(Planes.wave(), width, height, Theme.PAPER, PanelKind.NETWORK);
        play(Planes.moons(80), width, height, Theme.MIDNIGHT, PanelKind.NETWORK, PanelKind.LOSS);
        play(Planes.spirals(3), width, height, Theme.BLOG, PanelKind.NETWORK);
        play(Planes.images(3), width, height, Theme.PAPER, PanelKind.LOSS, PanelKind.NETWORK);
    }

    @Test
    void aFrameOfTheSameMomentTouchesNothing() {
        Planes planes = Planes.moons(80);
        ChartSpec spec = planes.spec(640, 360, Theme.PAPER, ImmutableList.of(PanelKind.FIELD));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        ModelAnswers answers = planes.answers(drawer.wanted());
        answers.advance(planes.parameters(3), 0);
        drawer.draw(contents(3, answers, 0));

        assertTrue(drawer.draw(contents(3, answers, 1)).touched().isEmpty());
    }

    private static void play(Planes planes, int width, int height, Theme theme, PanelKind... kinds) {
        ChartSpec spec = planes.spec(width, height, theme, ImmutableList.copyOf(kinds));
        ChartDrawer drawer = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
        ModelAnswers answers = planes.answers(drawer.wanted());
        int[] before = null;
        int frame = 0;
        for (int epoch : EPOCHS) {
            answers.advance(planes.parameters(epoch), frame);
            // The second frame of a moment is one in which only fades go on.
            for (int held = 0; held < 2; held++, frame++) {
                String which = width + "x" + height + " " + ImmutableList.copyOf(kinds) + ", frame " + frame;
                before = check(drawer, spec, contents(epoch, answers, frame), before, which);
            }
        }
    }

    private static FrameContents contents(int epoch, ModelAnswers answers, int frame) {
        return new FrameContents(epoch, epoch, Headline.of(Optional.of("A figure")),
                ImmutableList.of(Integer.toString(epoch)), ImmutableList.of(RunCurves.of(answers.at(frame))),
                Telling.NOTHING);
    }

    private static int[] check(ChartDrawer drawer, ChartSpec spec, FrameContents contents, int[] before, String which) {
        Frame frame = drawer.draw(contents);
        ChartDrawer fresh = new ChartDrawer(spec, TypefaceTest.TYPEFACES);
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
}
