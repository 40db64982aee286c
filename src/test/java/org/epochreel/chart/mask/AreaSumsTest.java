package org.epochreel.chart.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaSumsTest {

    private static final Rectangle AREA = new Rectangle(10, 20, 48, 40);
    private static final int SAMPLES = 16;

    @ParameterizedTest
    @CsvSource({"12.25, 22, 15.5, 23.5", "5, 10, 20, 30", "50, 50, 90, 90", "0, 0, 100, 100", "30.5, 19, 30.75, 61"})
    void rectanglesCoverExactlyTheirParts(double left, double top, double right, double bottom) {
        AreaSums sums = new AreaSums(AREA);
        add(sums, new double[][] {{left, top}, {right, top}, {right, bottom}, {left, bottom}});
        int[] amounts = amounts(sums.take());
        for (int row = AREA.y; row < AREA.y + AREA.height; row++) {
            for (int column = AREA.x; column < AREA.x + AREA.width; column++) {
                double wide = Math.max(0, Math.min(right, column + 1) - Math.max(left, column));
                double high = Math.max(0, Math.min(bottom, row + 1) - Math.max(top, row));

                assertEquals(255 * wide * high, amounts[at(column, row)], 0.51, column + ", " + row);
            }
        }
    }

    /** Counts points of a grid inside the same outline. */
    @Test
    void triangleAmountsAreAsCounted() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            double[][] corners = corners(random, 3);
            AreaSums sums = new AreaSums(AREA);
            add(sums, corners);
            int[] amounts = amounts(sums.take());
            Path2D path = path(corners);
            for (int row = AREA.y; row < AREA.y + AREA.height; row++) {
                for (int column = AREA.x; column < AREA.x + AREA.width; column++) {
                    assertEquals(counted(path, column, row), amounts[at(column, row)], 24,
                            "triangle " + i + " at " + column + ", " + row);
                }
            }
        }
    }

    private static double counted(Path2D path, int column, int row) {
        int inside = 0;
        for (int y = 0; y < SAMPLES; y++) {
            for (int x = 0; x < SAMPLES; x++) {
                inside += path.contains(column + (x + 0.5) / SAMPLES, row + (y + 0.5) / SAMPLES) ? 1 : 0;
            }
        }
        return 255.0 * inside / SAMPLES / SAMPLES;
    }

    @Test
    void neitherOrderNorDirectionMatters() {
        Random random = new Random(8);
        List<double[][]> outlines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            outlines.add(corners(random, 5));
        }
        AreaSums sums = new AreaSums(AREA);
        outlines.forEach(outline -> add(sums, outline));
        int[] forwards = amounts(sums.take());
        Collections.shuffle(outlines, random);
        for (double[][] outline : outlines) {
            Collections.reverse(Arrays.asList(outline));
            add(sums, outline);
        }

        assertTrue(Arrays.equals(forwards, amounts(sums.take())));
    }

    @Test
    void anEdgeAndItsWayBackCancel() {
        AreaSums sums = new AreaSums(AREA);
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            add(sums, corners(random, 2));
        }

        assertTrue(Arrays.stream(amounts(sums.take())).allMatch(amount -> amount == 0));
    }

    @Test
    void whatIsFarAwayOrNotFiniteLeavesTheRestRight() {
        AreaSums sums = new AreaSums(AREA);
        add(sums, new double[][] {{-1e300, 30}, {1e300, 30}, {1e300, 1e300}, {-1e300, Double.POSITIVE_INFINITY}});
        int[] amounts = amounts(sums.take());

        assertEquals(0, amounts[at(30, 29)]);
        assertEquals(255, amounts[at(30, 30)]);
        assertEquals(255, amounts[at(57, 59)]);
    }

    private static double[][] corners(Random random, int count) {
        double[][] corners = new double[count][];
        for (int i = 0; i < count; i++) {
            corners[i] = new double[] {100 * random.nextDouble() - 15, 90 * random.nextDouble() - 5};
        }
        return corners;
    }

    private static void add(AreaSums sums, double[][] corners) {
        sums.moveTo(corners[0][0], corners[0][1]);
        for (int i = 1; i < corners.length; i++) {
            sums.lineTo(corners[i][0], corners[i][1]);
        }
        sums.close();
    }

    private static Path2D path(double[][] corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0][0], corners[0][1]);
        for (int i = 1; i < corners.length; i++) {
            path.lineTo(corners[i][0], corners[i][1]);
        }
        path.closePath();
        return path;
    }

    private static int at(int column, int row) {
        return (row - AREA.y) * AREA.width + column - AREA.x;
    }

    private static int[] amounts(ColumnMask mask) {
        return Masks.amounts(mask, AREA);
    }
}
