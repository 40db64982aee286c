package org.epochreel.chart.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {

    private static final FrameSize SIZE = new FrameSize(300, 60);
    private static final Rectangle ALL = new Rectangle(300, 60);
    private static final Typeface REGULAR = TypefaceTest.TYPEFACES.of(Typeface.Weight.REGULAR);

    /** A thirty-second of a pixel at each upright edge is what glyphs may be off. */
    @ParameterizedTest
    @CsvSource({"9, 0.012, 0", "11.2, loss 3.4567, 0.3", "24, 4.5e\u221217 (%), 0.77", "40, Qgj\u00e9, 0.5"})
    void lettersLookLikeTheirOutlinesFilled(double size, String text, double phase) {
        Canvas expected = Canvas.of(SIZE, Color.WHITE);
        expected.graphics().setPaint(Color.BLACK);
        expected.graphics().fill(REGULAR.outline(text, size, 10 + phase, 45));
        Canvas canvas = Canvas.of(SIZE, Color.WHITE);
        new Lettering().write(canvas, ALL, REGULAR, size, text, 10 + phase, 45, Color.BLACK);
        double sum = 0;
        for (int i = 0; i < canvas.pixels().length; i++) {
            int difference = (canvas.pixels()[i] & 0xFF) - (expected.pixels()[i] & 0xFF);
            sum += difference / 255.0;

            assertTrue(Math.abs(difference) < 40, difference + " at " + i % 300 + ", " + i / 300);
        }

        assertEquals(0, sum, 0.01 * size * text.length());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.9})
    void aHaloReachesAsFarAsItsRadius(double radius) {
        Canvas letter = Canvas.of(SIZE, Color.WHITE);
        Canvas halo = Canvas.of(SIZE, Color.WHITE);
        Lettering lettering = new Lettering();
        lettering.write(letter, ALL, REGULAR, 30, "l", 100, 45, Color.BLACK);
        lettering.writeHalo(halo, ALL, REGULAR, 30, "l", 100, 45, Color.BLACK, radius);
        double wider = ink(halo, 35) - ink(letter, 35);

        assertEquals(2 * radius, wider, 0.6);
    }

    // Pixels of black in one row.
    private static double ink(Canvas canvas, int row) {
        double sum = 0;
        for (int column = 0; column < SIZE.width(); column++) {
            sum += (255 - (canvas.pixels()[row * SIZE.width() + column] & 0xFF)) / 255.0;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 40, 60", "60, 30, 20, 10", "290, 20, 10, 30"})
    void nothingIsWrittenOutsideOfTheClip(int x, int y, int width, int height) {
        Rectangle clip = new Rectangle(x, y, width, height);
        Canvas canvas = Canvas.of(SIZE, Color.WHITE);
        new Lettering().write(canvas, clip, REGULAR, 60, "mmmmmmmm", -9, 48, Color.BLACK);
        int inked = 0;
        for (int i = 0; i < canvas.pixels().length; i++) {
            boolean white = canvas.pixels()[i] == 0xFFFFFF || canvas.pixels()[i] == -1;
            inked += white ? 0 : 1;

            assertTrue(white || clip.contains(i % 300, i / 300));
        }
        assertTrue(inked > 0);
    }
}
