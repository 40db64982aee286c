package org.epochreel.chart.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailsTest {

    private static final Rectangle AREA = new Rectangle(0, 0, 60, 40);
    private static final double[] X = {-4, 10, 20, 30, 40, 50, 64};
    private static final CurvePen PEN = new CurvePen(AREA, X);

    /** Grows, slides, leaps, shrinks and begins anew. */
    @Test
    void whatIsShownDependsOnTheTrailsAlone() {
        Random random = new Random(2);
        Trails trails = trails();
        List<ImmutableDoubleArray> curves = new ArrayList<>();
        for (int frame = 0; frame < 60; frame++) {
            curves.add(0, curve(random));
            if (frame % 17 == 16) {
                curves.subList(1, curves.size()).clear();
            }
            if (curves.size() > 6) {
                curves.remove(6);
            }
            ImmutableList<ImmutableDoubleArray> shown = ImmutableList.copyOf(curves.subList(0,
                    frame % 11 == 10 ? curves.size() / 2 : curves.size()));
            trails.show(shown, TrailsTest::mask);
            Trails fresh = trails();
            fresh.show(shown, TrailsTest::mask);

            assertArrayEquals(painted(fresh), painted(trails), "frame " + frame);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 50})
    void theNewestTrailAloneIsHalfOpaqueAndTheOldestIsNearlyGone(int count) {
        ImmutableList.Builder<ImmutableDoubleArray> curves = ImmutableList.builder();
        for (int age = 0; age < count; age++) {
            curves.add(level(age == 0 ? 10 : age == count - 1 ? 30 : 20));
        }
        Trails trails = trails();
        trails.show(curves.build(), TrailsTest::mask);
        int[] pixels = painted(trails);

        assertEquals(128, pixels[10 * AREA.width + 30] & 0xFF, 1);
        if (count > 1) {
            assertEquals(256 * (1 - StrictMath.pow(2, -1.0 / count)), pixels[30 * AREA.width + 30] & 0xFF, 1.5);
        }
    }

    @Test
    void curvesThatStayAreMaskedOnce() {
        Trails trails = trails();
        List<ImmutableDoubleArray> masked = new ArrayList<>();
        ImmutableDoubleArray first = level(5);
        ImmutableDoubleArray second = level(6);
        trails.show(ImmutableList.of(first), curve -> record(curve, masked));
        trails.show(ImmutableList.of(second, first), curve -> record(curve, masked));
        trails.show(ImmutableList.of(second, first), curve -> record(curve, masked));
        trails.show(ImmutableList.of(first), curve -> record(curve, masked));

        assertEquals(List.of(first, second), masked);
        assertTrue(painted(trails)[5 * AREA.width + 30] > 0);
    }

    private static ColumnMask record(ImmutableDoubleArray curve, List<ImmutableDoubleArray> masked) {
        masked.add(curve);
        return mask(curve);
    }

    private static Trails trails() {
        return new Trails(AREA, new Tint(Color.WHITE));
    }

    private static ImmutableDoubleArray level(int row) {
        return ImmutableDoubleArray.copyOf(DoubleStream.generate(() -> row).limit(X.length));
    }

    private static ImmutableDoubleArray curve(Random random) {
        return ImmutableDoubleArray.copyOf(random.doubles(X.length, -10, 50));
    }

    private static ColumnMask mask(ImmutableDoubleArray curve) {
        for (int i = 0; i < X.length; i++) {
            PEN.y()[i] = curve.get(i) + 0.5;
        }
        return PEN.mask(new PolylineStroke(3));
    }

    private static int[] painted(Trails trails) {
        int[] pixels = new int[AREA.width * AREA.height];
        ColumnRegion all = new ColumnRegion(AREA);
        all.add(AREA);
        trails.paint(pixels, AREA.width, all);
        return pixels;
    }
}
