package org.epochreel.chart.panel.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.epochreel.chart.wanted.Rows;
import org.junit.jupiter.api.Test;

class MainDirectionsTest {

    @Test
    void pointsOfAnEllipseLieAlongItsAxes() {
        Random random = new Random(3);
        double[][] points = new double[3][4000];
        double[][] axes = {{0.6, 0.8, 0}, {-0.8, 0.6, 0}};
        double[][] along = new double[2][4000];
        for (int i = 0; i < 4000; i++) {
            along[0][i] = 5 * random.nextGaussian();
            along[1][i] = 2 * random.nextGaussian();
            for (int c = 0; c < 3; c++) {
                points[c][i] = 7 + along[0][i] * axes[0][c] + along[1][i] * axes[1][c] + 0.1 * random.nextGaussian();
            }
        }
        Rows rows = new Rows(points);
        MainDirections directions = new MainDirections(rows);

        for (int i = 0; i < 20; i++) {
            assertEquals(along[0][i], directions.first(rows, i), 0.6);
            // The largest component of the second axis is negative here, so it is turned.
            assertEquals(-along[1][i], directions.second(rows, i), 0.6);
        }
    }

    @Test
    void pointsThatAreAllAlikeLieInTheMiddle() {
        Rows same = new Rows(new double[][] {{2, 2}, {3, 3}});
        MainDirections directions = new MainDirections(same);

        assertEquals(0, directions.first(same, 0), 0.0);
        assertEquals(0, directions.second(same, 1), 0.0);
    }
}
