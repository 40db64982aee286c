package org.epochreel.chart.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Random;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void aStrokeHasThePixelsOfALineThatStays() {
        Random random = new Random(2);
        Rectangle clip = new Rectangle(4, 2, 50, 40);
        Color color = new Color(20, 90, 160, 200);
        for (int i = 0; i < 100; i++) {
            double x = 70 * random.nextDouble() - 5;
            double y = 50 * random.nextDouble() - 5;
            double toX = i % 10 == 0 ? x : 70 * random.nextDouble() - 5;
            double toY = i % 10 == 0 ? y : 50 * random.nextDouble() - 5;
            double width = 4 * random.nextDouble();
            Canvas canvas = Canvas.of(new FrameSize(64, 48), Color.WHITE);
            canvas.clearOpacity(new Rectangle(64, 48));
            int[] expected = canvas.pixels().clone();
            new Mark.Stroke(x, y, toX, toY, width, color).draw(canvas, clip, new Lettering());

            Coverage line = new Coverage(clip);
            line.addLine(x, y, toX, toY, width, new Strips(clip));
            line.paint(expected, 64, clip, new Tint(color));
            assertArrayEquals(expected, canvas.pixels(), "stroke " + i);
        }
    }
}
