package org.epochreel.chart.pen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class TypefaceTest {

    public static final Typefaces TYPEFACES = new Typefaces();

    @ParameterizedTest
    @EnumSource(Typeface.Weight.class)
    void digitsStandOnEqualAdvances(Typeface.Weight weight) {
        Typeface typeface = TYPEFACES.of(weight);
        for (char digit = '0'; digit <= '9'; digit++) {
            assertEquals(typeface.width("0", 100), typeface.width(String.valueOf(digit), 100));
        }
        assertNotEquals(typeface.width("i", 100), typeface.width("m", 100));
    }

    @ParameterizedTest
    @EnumSource(Typeface.Weight.class)
    void capitalsReachTheCapHeight(Typeface.Weight weight) {
        Rectangle2D bounds = TYPEFACES.of(weight).outline("H", 200, 10, 300).getBounds2D();

        assertEquals(300, bounds.getMaxY(), 0.01);
        assertEquals(300 - 200 * Typeface.CAP_HEIGHT, bounds.getMinY(), 0.1);
    }

    @ParameterizedTest
    @EnumSource(Typeface.Weight.class)
    void everyCharacterOfOurOwnTextsHasAGlyph(Typeface.Weight weight) {
        Typeface typeface = TYPEFACES.of(weight);
        String unknown = outline(typeface, "\uFFFE");
        for (char c : "0123456789.,:+-\u2212\u03b7\u2192\u2026\u00d7abcxyzABCXYZ\u00e4\u00f1\u0416".toCharArray()) {
            assertFalse(typeface.outline(String.valueOf(c), 20, 0, 0).getBounds2D().isEmpty());
            assertNotEquals(unknown, outline(typeface, String.valueOf(c)), "glyph of " + c);
        }
    }

    @ParameterizedTest
    @EnumSource(Typeface.Weight.class)
    void exponentsAreFiguresOfTwoThirdsTheirSizeAboveTheMiddleOfCapitals(Typeface.Weight weight) {
        Typeface typeface = TYPEFACES.of(weight);
        double advance = typeface.width("\u2070", 1000);
        for (char raised : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".toCharArray()) {
            Rectangle2D bounds = typeface.outline(String.valueOf(raised), 1000, 0, 0).getBounds2D();

            assertEquals(advance, typeface.width(String.valueOf(raised), 1000), 1e-6);
            assertEquals(0.65 * 1000 * Typeface.CAP_HEIGHT, bounds.getHeight(), 30);
            assertTrue(-bounds.getMaxY() > 330 && -bounds.getMinY() < 900, raised + " " + bounds);
        }
        assertEquals(0.65 * typeface.width("0", 1000), advance, 10);
        assertTrue(typeface.outline("\u207b", 1000, 0, 0).getBounds2D().getMaxY() < -400);
    }

    @Test
    void charactersOutsideTheFirstPlaneCountOnce() {
        Typeface typeface = TYPEFACES.of(Typeface.Weight.REGULAR);

        assertEquals(typeface.width("\uFFFE", 10), typeface.width("\uD840\uDC00", 10));
    }

    @Test
    void symbolsAreHeavierWhereTextIs() {
        double regular = TYPEFACES.of(Typeface.Weight.REGULAR).outline("\u2207", 1000, 0, 0).getBounds2D().getWidth();
        double heavier = TYPEFACES.of(Typeface.Weight.SEMIBOLD).outline("\u2207", 1000, 0, 0).getBounds2D().getWidth();
        assertTrue(heavier > regular + 20, regular + " and " + heavier);
    }

    @Test
    void textThatIsTooLongEndsInAnEllipsis() {
        Typeface typeface = TYPEFACES.of(Typeface.Weight.REGULAR);
        String shown = typeface.fit("a sentence that is long", 10, 60);

        assertTrue(shown.endsWith("\u2026") && shown.startsWith("a sent"), shown);
        assertTrue(typeface.width(shown, 10) <= 60);
        assertEquals("short", typeface.fit("short", 10, 60));
        assertEquals("", typeface.fit("wide", 10, 1));
    }

    private static String outline(Typeface typeface, String text) {
        StringBuilder points = new StringBuilder();
        double[] coordinates = new double[6];
        for (var i = typeface.outline(text, 1000, 0, 0).getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(coordinates);
            points.append(coordinates[0]).append(' ').append(coordinates[1]).append(' ');
        }
        return points.toString();
    }
}
