package org.epochreel.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class BoldnessTest {

    private static Path2D rectangle(
            Path2D path, double left, double bottom, double right, double top, boolean leftwards) {
        path.moveTo(left, bottom);
        path.lineTo(leftwards ? right : left, leftwards ? bottom : top);
        path.lineTo(right, top);
        path.lineTo(leftwards ? left : right, leftwards ? top : bottom);
        path.closePath();
        return path;
    }

    @Test
    void aStemGrowsOnBothSidesWhicheverWayItIsDrawn() {
        for (boolean direction : new boolean[] {false, true}) {
            Path2D stem = rectangle(new Path2D.Double(), 100, 0, 300, 1400, direction);
            Rectangle2D heavier = Boldness.heavier(stem, 30).getBounds2D();
            assertEquals(new Rectangle2D.Double(70, -18, 260, 1436), heavier);
        }
    }

    @Test
    void aHoleShrinks() {
        for (boolean direction : new boolean[] {false, true}) {
            Path2D ring = rectangle(new Path2D.Double(), 0, 0, 1000, 1000, direction);
            rectangle(ring, 300, 300, 700, 700, !direction);
            Path2D heavier = Boldness.heavier(ring, 50);
            assertTrue(heavier.contains(340, 500) && heavier.contains(660, 500));
            assertFalse(heavier.contains(360, 500) || heavier.contains(640, 500));
        }
    }

    @Test
    void aSharpCornerDoesNotReachFar() {
        Path2D needle = new Path2D.Double();
        needle.moveTo(0, 0);
        needle.lineTo(2000, 10);
        needle.lineTo(0, 20);
        needle.closePath();
        assertTrue(Boldness.heavier(needle, 30).getBounds2D().getMaxX() < 2200);
    }

    @Test
    void repeatedCornersAndLinesWithoutAnInsideDoNoHarm() {
        Path2D path = rectangle(new Path2D.Double(), 0, 0, 100, 100, true);
        path.moveTo(50, 50);
        path.lineTo(50, 50);
        path.closePath();
        Path2D twice = new Path2D.Double();
        twice.moveTo(0, 0);
        twice.lineTo(0, 0);
        twice.lineTo(100, 0);
        twice.lineTo(100, 100);
        twice.lineTo(100, 100);
        twice.lineTo(0, 100);
        twice.lineTo(0, 0);
        twice.closePath();
        Rectangle2D expected = new Rectangle2D.Double(-10, -6, 120, 112);
        assertEquals(expected, Boldness.heavier(path, 10).getBounds2D());
        assertEquals(expected, Boldness.heavier(twice, 10).getBounds2D());
        assertTrue(Boldness.heavier(new Path2D.Double(), 10).getBounds2D().isEmpty());
    }
}
