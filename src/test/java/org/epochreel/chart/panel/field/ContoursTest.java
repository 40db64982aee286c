package org.epochreel.chart.panel.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContoursTest {

    private static final int SIDE = 61;

    private static double[] circle() {
        double[] values = new double[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double dx = i % SIDE - 30.3;
            double dy = i / SIDE - 29.6;
            values[i] = Math.sqrt(dx * dx + dy * dy);
        }
        return values;
    }

    @Test
    void everyPieceLiesOnTheLevel() {
        List<double[]> pieces = new ArrayList<>();
        new Contours(SIDE, SIDE).trace(circle(), 20, (x0, y0, x1, y1) -> pieces.add(new double[] {x0, y0, x1, y1}));

        assertFalse(pieces.isEmpty());
        for (double[] piece : pieces) {
            for (int end = 0; end < 4; end += 2) {
                double dx = piece[end] - 30.3;
                double dy = piece[end + 1] - 29.6;
                assertEquals(20, Math.sqrt(dx * dx + dy * dy), 0.02);
            }
        }
    }

    @Test
    void theLineAroundAHillIsClosed() {
        Map<String, Integer> ends = new HashMap<>();
        new Contours(SIDE, SIDE).trace(circle(), 17.3, (x0, y0, x1, y1) -> {
            ends.merge(x0 + " " + y0, 1, Integer::sum);
            ends.merge(x1 + " " + y1, 1, Integer::sum);
        });

        ends.forEach((place, count) -> assertEquals(2, count, place));
    }

    @Test
    void whereThreeClassesMeetTheirLinesDo() {
        double[][] sums = new double[3][SIDE * SIDE];
        int[] winners = new int[SIDE * SIDE];
        for (int i = 0; i < winners.length; i++) {
            double x = i % SIDE - 30.2;
            double y = i / SIDE - 30.4;
            sums[0][i] = x;
            sums[1][i] = -0.5 * x + y;
            sums[2][i] = -0.5 * x - y;
            for (int c = 1; c < 3; c++) {
                winners[i] = sums[c][i] > sums[winners[i]][i] ? c : winners[i];
            }
        }
        double[] nearest = {Double.MAX_VALUE};
        new Contours(SIDE, SIDE).traceWinners(sums, winners, (x0, y0, x1, y1) -> {
            nearest[0] = Math.min(nearest[0], Math.abs(x0 - 30.2) + Math.abs(y0 - 30.4));
            double x = x0 - 30.2;
            double y = y0 - 30.4;
            double[] of = {x, -0.5 * x + y, -0.5 * x - y};
            Arrays.sort(of);
            assertEquals(of[2], of[1], 1);
        });

        assertEquals(0, nearest[0], 1.5);
    }

    @Test
    void nothingIsFoundInNumbersThatAreNone() {
        new Contours(2, 2).square(Double.NaN, 1, -1, 1, 0, 0, (x0, y0, x1, y1) -> {
            throw new AssertionError("a line");
        });
    }
}
