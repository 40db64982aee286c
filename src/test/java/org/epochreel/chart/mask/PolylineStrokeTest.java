package org.epochreel.chart.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.QuadCurve2D;
import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform's own pen is the witness: both cover the same pixels but for a shade that nobody sees. */
class PolylineStrokeTest {

    private static final FrameSize SIZE = new FrameSize(300, 200);

    @ParameterizedTest
    @CsvSource({"1", "1.5", "5", "11"})
    void smoothLinesCoverWhatThePlatformsPenCovers(double width) {
        Path2D path = new Path2D.Double();
        path.moveTo(-20, 100);
        for (int x = -17; x < 330; x += 3) {
            path.lineTo(x, 100 + 70 * StrictMath.sin(x / 25.0));
        }

        assertAlike(round(width), new PolylineStroke(width), path, 40);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.5", "2, 5", "3, 11", "4, 5", "5, 3", "6, 8"})
    void sharpTurnsAndRoundEndsDoToo(long seed, double width) {
        Random random = new Random(seed);
        Path2D path = new Path2D.Double();
        path.moveTo(20 + random.nextInt(250), 20 + random.nextInt(150));
        for (int i = 0; i < 6; i++) {
            path.lineTo(20 + random.nextInt(250), 20 + random.nextInt(150));
        }
        path.moveTo(150, 10);
        path.lineTo(150, 190);
        path.lineTo(150, 60);

        assertAlike(round(width), new PolylineStroke(width), path, 64);
    }

    @Test
    void dashesAndGapsAlternateAlongTheLine() {
        Path2D path = new Path2D.Double();
        path.moveTo(10, 20);
        for (int x = 15; x < 290; x += 5) {
            path.lineTo(x, 20 + x * x / 600.0);
        }
        Stroke witness = new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {16, 12}, 0);

        assertAlike(witness, new PolylineStroke(3, 16, 12), path, 40);
    }

    @Test
    void aLonePointIsADotAsWideAsTheLine() {
        Path2D path = new Path2D.Double();
        path.moveTo(50, 60);
        Shape dot = new PolylineStroke(10).createStrokedShape(path);

        assertEquals(10, dot.getBounds2D().getWidth(), 0.01);
        assertEquals(10, dot.getBounds2D().getHeight(), 0.01);
        assertTrue(dot.contains(46, 62) && !dot.contains(46, 65));
    }

    @Test
    void outlinesAreStraight() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        path.lineTo(10, 0);
        path.lineTo(0, 10);
        for (PathIterator i = new PolylineStroke(4).createStrokedShape(path).getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(new double[6]);
            assertTrue(kind != PathIterator.SEG_QUADTO && kind != PathIterator.SEG_CUBICTO);
        }
    }

    @Test
    void pathsWithCurvesAreRefused() {
        PolylineStroke stroke = new PolylineStroke(1);
        Shape curve = new QuadCurve2D.Double(0, 0, 1, 1, 2, 0);

        assertThrows(IllegalArgumentException.class, () -> stroke.createStrokedShape(curve));
    }

    private static Stroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static void assertAlike(Stroke expected, Stroke actual, Shape path, int tolerance) {
        int[] witness = draw(expected, path);
        int[] pixels = draw(actual, path);
        long sum = 0;
        for (int i = 0; i < pixels.length; i++) {
            int difference = Math.abs((witness[i] & 0xFF) - (pixels[i] & 0xFF));
            assertTrue(difference <= tolerance, difference + " at " + i % SIZE.width() + ", " + i / SIZE.width());
            sum += difference;
        }
        assertTrue(sum < 0.15 * pixels.length, "differs by " + sum + " in all");
    }

    private static int[] draw(Stroke stroke, Shape path) {
        Canvas canvas = Canvas.of(SIZE, Color.WHITE);
        Graphics2D g = canvas.graphics();
        g.setPaint(Color.BLACK);
        g.setStroke(stroke);
        g.draw(path);
        g.dispose();
        return canvas.pixels();
    }
}
