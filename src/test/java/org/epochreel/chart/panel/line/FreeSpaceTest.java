package org.epochreel.chart.panel.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {

    private static final Rectangle INSIDE = new Rectangle(100, 50, 300, 200);

    private static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }

    @Test
    void noFreePlaceIsCrossedByALine() {
        Random random = new Random(7);
        for (int trial = 0; trial < 300; trial++) {
            FreeSpace space = new FreeSpace(INSIDE, 3);
            Line2D line = new Line2D.Double(600 * random.nextDouble() - 50, 400 * random.nextDouble() - 100,
                    600 * random.nextDouble() - 50, 400 * random.nextDouble() - 100);
            space.addLine(line.getX1(), line.getY1(), line.getX2(), line.getY2());
            for (int i = 0; i < 100; i++) {
                Rectangle2D place = box(80 + 320 * random.nextDouble(), 40 + 220 * random.nextDouble(), 40, 15);
                if (space.isFree(place)) {
                    assertFalse(line.intersects(place.getX() + 3, place.getY() + 3, 34, 9), line.getP1() + " " + place);
                    assertTrue(INSIDE.contains(place));
                }
            }
        }
    }

    @Test
    void theFirstFreePlaceIsTakenAndNotGivenTwice() {
        FreeSpace space = new FreeSpace(INSIDE, 2);
        space.addLine(100, 150, 400, 150);
        List<Rectangle2D> places = List.of(box(200, 145, 50, 10), box(200, 120, 50, 10), box(200, 170, 50, 10));

        assertEquals(Optional.of(places.get(1)), space.take(places, 4));
        assertEquals(Optional.of(places.get(2)), space.take(places, 4));
        assertEquals(Optional.empty(), space.take(places, 4));
    }

    @Test
    void faintLinesAreCrossedOnlyWhereNothingElseIsFree() {
        FreeSpace space = new FreeSpace(INSIDE, 2);
        space.addFaint(125);
        List<Rectangle2D> places = List.of(box(200, 120, 50, 10), box(200, 170, 50, 10));

        assertEquals(Optional.of(places.get(1)), space.take(places, 4));
        assertEquals(Optional.of(places.get(0)), space.take(places, 4));
    }

    @Test
    void aLineFarOutsideCostsNothingAndTakesNothing() {
        FreeSpace space = new FreeSpace(INSIDE, 2);
        space.addLine(-1e12, 1e12, 1e12, 1e12);
        space.addLine(Double.NaN, 100, 200, 100);

        assertTrue(space.isFree(INSIDE));
    }
}
