package org.epochreel.chart.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Rectangle AREA = new Rectangle(0, 0, 64, 48);

    /** The platform fills the stroke's outline; the distance of a pixel's centre tells nearly the same. */
    @Test
    void linesLookLikeJava2dsLines() {
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            double[] line = line(random);
            double width = 1 + 4 * random.nextDouble();
            Coverage coverage = new Coverage(AREA);
            coverage.addLine(line[0], line[1], line[2], line[3], width, new Strips(AREA));
            Canvas canvas = Canvas.of(new FrameSize(64, 48), Color.WHITE);
            canvas.graphics().setPaint(Color.BLACK);
            canvas.graphics().setStroke(new PolylineStroke(width));
            canvas.graphics().draw(new Line2D.Double(line[0], line[1], line[2], line[3]));
            double sum = 0;
            for (int p = 0; p < canvas.pixels().length; p++) {
                double difference = coverage.at(p % 64, p / 64) - (255 - (canvas.pixels()[p] & 0xFF));
                assertTrue(Math.abs(difference) < 90, difference + " in line " + i);
                sum += difference;
            }
            double length = Math.hypot(line[2] - line[0], line[3] - line[1]) + width;

            assertEquals(0, sum / 255, 0.1 * length * width, "ink of line " + i);
        }
    }

    @Test
    void neitherOrderNorRepetitionMatters() {
        Random random = new Random(7);
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(line(random));
        }
        Coverage once = inked(lines);
        List<double[]> twice = new ArrayList<>(lines);
        twice.addAll(lines);
        Collections.shuffle(twice, random);
        Coverage shuffled = inked(twice);
        for (int i = 0; i < AREA.width * AREA.height; i++) {
            assertEquals(once.at(i % 64, i / 64), shuffled.at(i % 64, i / 64));
        }
    }

    @Test
    void spansInkPartsOfPixels() {
        Coverage coverage = new Coverage(AREA);
        coverage.addSpan(5, 10.5, 12.25, new Strips(AREA));

        assertEquals(128, coverage.at(5, 10));
        assertEquals(255, coverage.at(5, 11));
        assertEquals(64, coverage.at(5, 12));
        assertEquals(0, coverage.at(5, 13));
        assertEquals(0, coverage.at(6, 11));
    }

    @Test
    void anyPartIsPaintedAndClearedByItself() {
        Random random = new Random(9);
        Rectangle area = new Rectangle(5, 3, 50, 40);
        Tint tint = new Tint(new Color(200, 30, 60, 130));
        for (int i = 0; i < 60; i++) {
            Coverage coverage = new Coverage(area);
            for (int j = 0; j < 20; j++) {
                double[] line = line(random);
                coverage.addLine(line[0], line[1], line[2], line[3], 3, new Strips(area));
            }
            int left = area.x + random.nextInt(area.width);
            int top = area.y + random.nextInt(area.height);
            Rectangle part = new Rectangle(left, top, random.nextInt(area.x + area.width - left + 1),
                    random.nextInt(area.y + area.height - top + 1));
            int[] expected = new int[64 * 48];
            for (int row = part.y; row < part.y + part.height; row++) {
                for (int column = part.x; column < part.x + part.width; column++) {
                    expected[row * 64 + column] = tint.over(0, coverage.at(column, row));
                }
            }
            int[] pixels = new int[64 * 48];
            coverage.paint(pixels, 64, part, tint);
            assertArrayEquals(expected, pixels, part.toString());

            int[] rest = new int[64 * 48];
            coverage.paint(rest, 64, area, tint);
            for (int p = 0; p < rest.length; p++) {
                rest[p] = part.contains(p % 64, p / 64) ? 0 : rest[p];
            }
            coverage.clear(part);
            int[] cleared = new int[64 * 48];
            coverage.paint(cleared, 64, area, tint);
            assertArrayEquals(rest, cleared, "without " + part);
        }
    }

    private static Coverage inked(List<double[]> lines) {
        Coverage coverage = new Coverage(AREA);
        lines.forEach(line -> coverage.addLine(line[0], line[1], line[2], line[3], 2, new Strips(AREA)));
        return coverage;
    }

    private static double[] line(Random random) {
        return new double[] {70 * random.nextDouble() - 3, 54 * random.nextDouble() - 3, 70 * random.nextDouble() - 3,
                54 * random.nextDouble() - 3};
    }
}
