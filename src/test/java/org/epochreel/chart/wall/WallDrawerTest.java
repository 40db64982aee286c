package org.epochreel.chart.wall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.data.Samples;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallDrawerTest {

    private static final Typefaces TYPEFACES = new Typefaces();
    private static final int MEMBERS = 6;
    private static final int DIVERGED = 4;
    private static final int LOWEST = 2;

    private static WallSpec spec(FrameSize size, Theme theme, boolean matrix) {
        Samples points = new Samples(ImmutableDoubleArray.of(-2, -1, 0, 1, 2), ImmutableDoubleArray.of(-1, 0.5, 0, 0.5, 1));
        ImmutableList.Builder<WallSpec.Member> members = ImmutableList.builder();
        for (int i = 0; i < MEMBERS; i++) {
            boolean diverged = i == DIVERGED;
            members.add(new WallSpec.Member("rate " + i / 3 + ", seed " + i % 3, i / 3, points,
                    diverged ? OptionalDouble.empty() : OptionalDouble.of(i == LOWEST ? 1e-3 : 0.1 * (i + 1)),
                    diverged ? OptionalInt.of(7) : OptionalInt.empty()));
        }
        ImmutableList<WallSpec.Member> all = members.build();
        return new WallSpec(size, theme, "A wall of some runs",
                matrix ? WallGrid.matrix(size, 2, 3) : new WallGrid(2, 4, MEMBERS, false),
                new WallSpec.Margin("seed", ImmutableList.of("1", "2", "3", "4", "5", "6").subList(0, matrix ? 3 : MEMBERS)),
                matrix ? Optional.of(new WallSpec.Margin("rate", ImmutableList.of("0.02", "0.1"))) : Optional.empty(),
                all, new Range(-2.2, 2.2), new Range(-1.5, 1.5), AxisTexts.NONE, 20,
                ImmutableList.of(WallSpec.Median.of("0.02", all.subList(0, 3)), WallSpec.Median.of("0.1", all.subList(3, 6))));
    }

    private static ImmutableDoubleArray curve(ImmutableDoubleArray x, DoubleUnaryOperator y) {
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
        x.forEach(at -> values.add(y.applyAsDouble(at)));
        return values.build();
    }

    /** From the first epoch over ends, one after the other, to the one plot. */
    private static ImmutableList<WallContents> film(WallDrawer drawer) {
        ImmutableList.Builder<WallContents> film = ImmutableList.builder();
        for (int frame = 0; frame <= 30; frame++) {
            ImmutableList.Builder<WallContents.Cell> cells = ImmutableList.builder();
            for (int i = 0; i < MEMBERS; i++) {
                int end = 8 + 2 * i;
                double slope = (Math.min(frame, end) - 10) * 0.1 * (i + 1);
                boolean lost = i == DIVERGED && frame >= 5;
                cells.add(new WallContents.Cell(curve(drawer.curveX(), x -> lost ? -2 * x : slope * x), 1.0 / (frame + 1), lost,
                        frame >= end, Math.max(0, Math.min(1, (frame - (lost ? 5 : end) + 1) / 4.0))));
            }
            ImmutableList.Builder<ImmutableDoubleArray> last = ImmutableList.builder();
            for (int i = 0; i < MEMBERS; i++) {
                double slope = 0.3 * i;
                last.add(curve(drawer.gatheredX(), x -> slope * x));
            }
            Optional<WallContents.Gathering> gathering = frame <= 24 ? Optional.empty()
                    : Optional.of(new WallContents.Gathering(Math.min(1, (frame - 24) / 5.0), last.build()));
            film.add(new WallContents(Math.min(frame, 20), cells.build(),
                    Math.max(0, Math.min(1, (frame - 19) / 3.0)), gathering));
        }
        return film.build();
    }

    @ParameterizedTest
    @CsvSource({"960,540,true", "962,542,false", "270,480,true", "128,96,true"})
    void whatIsDrawnOverTheLastFrameEqualsAPictureDrawnAnew(int width, int height, boolean matrix) {
        FrameSize size = new FrameSize(width, height);
        for (Theme theme : ImmutableList.of(Theme.PAPER, Theme.MIDNIGHT)) {
            WallSpec spec = spec(size, theme, matrix);
            WallDrawer drawer = new WallDrawer(spec, TYPEFACES);
            int[] before = null;
            for (WallContents contents : film(drawer)) {
                Frame frame = drawer.draw(contents);
                int[] anew = new WallDrawer(spec, TYPEFACES).draw(contents).pixels();
                assertArrayEquals(anew, frame.pixels(), theme + " at epoch " + contents.epoch());
                if (before != null) {
                    for (int i = 0; i < before.length; i++) {
                        boolean touched = frame.touched().contains(i % width / 16, i / width / 16);
                        assertTrue(touched || before[i] == frame.pixels()[i], "pixel " + i + " changed untold");
                    }
                }
                before = frame.pixels().clone();
            }
        }
    }

    @Test
    void aFrameThatStandsStillTouchesNothing() {
        WallDrawer drawer = new WallDrawer(spec(new FrameSize(640, 360), Theme.PAPER, true), TYPEFACES);
        ImmutableList<WallContents> film = film(drawer);
        drawer.draw(film.get(24));
        assertTrue(drawer.draw(film.get(24)).touched().isEmpty());
        drawer.draw(film.get(29));
        assertTrue(drawer.draw(film.get(30)).touched().isEmpty());
    }

    @Test
    void aCurveThatMovesTouchesFewMacroblocks() {
        FrameSize size = new FrameSize(1920, 1080);
        WallDrawer drawer = new WallDrawer(spec(size, Theme.PAPER, true), TYPEFACES);
        ImmutableList<WallContents> film = film(drawer);
        drawer.draw(film.get(1));
        int touched = drawer.draw(film.get(2)).touched().count();
        assertTrue(touched > 0 && touched < size.macroblocks() / 4, touched + " of " + size.macroblocks());
    }

    @Test
    void theLowestLossIsFramedWhenAllRunsHaveEnded() {
        WallSpec spec = spec(new FrameSize(960, 540), Theme.MIDNIGHT, true);
        assertEquals(LOWEST, spec.lowest());
        assertEquals(1, spec.diverged());
        WallLayout layout = new WallLayout(spec, new Lines(TYPEFACES));
        WallDrawer drawer = new WallDrawer(spec, TYPEFACES);
        ImmutableList<WallContents> film = film(drawer);
        int rim = (layout.cell(LOWEST).y + layout.cell(LOWEST).height / 2) * 960 + layout.cell(LOWEST).x + 1;
        int ink = Theme.MIDNIGHT.palette().ink().getRGB() & 0xFFFFFF;
        assertNotEquals(ink, drawer.draw(film.get(10)).pixels()[rim]);
        assertEquals(ink, drawer.draw(film.get(24)).pixels()[rim]);
    }

    @Test
    void cellsLieInThePictureAndApart() {
        for (boolean matrix : new boolean[] {true, false}) {
            for (FrameSize size : ImmutableList.of(new FrameSize(1920, 1080), new FrameSize(1080, 1920), new FrameSize(130, 98))) {
                WallLayout layout = new WallLayout(spec(size, Theme.PAPER, matrix), new Lines(TYPEFACES));
                for (int i = 0; i < MEMBERS; i++) {
                    assertTrue(new java.awt.Rectangle(size.width(), size.height()).contains(layout.cell(i)));
                    assertTrue(layout.cell(i).contains(layout.plot(i)));
                    for (int j = 0; j < i; j++) {
                        assertFalse(layout.cell(i).intersects(layout.cell(j)), i + " and " + j);
                    }
                }
            }
        }
    }

    @Test
    void mediansCountThoseThatEnded() {
        WallSpec.Median median = spec(new FrameSize(64, 64), Theme.PAPER, true).medians().get(1);
        assertEquals(new WallSpec.Median("0.1", OptionalDouble.of((0.4 + 0.6000000000000001) / 2), 2, 3), median);
    }

    @Test
    void numbersHaveThreeDigitsAndTheNotationOfPictures() {
        assertEquals("0.0754", WallNumber.loss(0.07543));
        assertEquals("0.100", WallNumber.loss(0.1));
        assertEquals("1235", WallNumber.loss(1234.6));
        assertEquals("1.23\u202f\u00d7\u202f10\u207b\u2075", WallNumber.loss(1.234e-5));
        assertEquals("10\u207b\u2074 from epoch 255", WallNumber.written("1e-4 from epoch 255"));
        assertEquals("2.5\u202f\u00d7\u202f10\u207b\u2074, x1e5", WallNumber.written("2.5e-4, x1e5"));
    }

    @Test
    void lossesAreComparedByTheirLogarithm() {
        LossScale scale = new LossScale(1, 1e-4);
        assertEquals(0, scale.position(1));
        assertEquals(0.5, scale.position(1e-2), 1e-12);
        assertEquals(1, scale.position(1e-4));
        assertEquals(1, new LossScale(2, 2).position(2));
    }
}
