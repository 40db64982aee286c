package org.epochreel.gallery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0.012344, 0.01234", "0.1, 0.1000", "12.3, 12.30", "9.99996, 10.00", "0, 0", "-0.0, 0", "1, 1.000",
        "12346, 12346", "999999, 1.000\u202f\u00d7\u202f10\u2076", "0.0001, 1.000\u202f\u00d7\u202f10\u207b\u2074", "-2.5, \u22122.500",
        "Infinity, \u221e", "-Infinity, \u2212\u221e", "NaN, not a number"})
    void fourDigitsCount(double value, String expected) {
        assertEquals(expected, Digits.brief(value));
    }

    @ParameterizedTest
    @CsvSource({"2.0E-3, 0.002", "1e23, 1.0E23", "2e-44, 2.0E-44", "0.1, 0.1", "Infinity, ''", "NaN, ''"})
    void exactDigitsAreTheShortest(double value, String expected) {
        assertEquals(expected, Digits.exact(value));
    }

    @Test
    void exactDigitsReadBackToTheSameNumber() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(Digits.exact(value)));
            }
        }
    }

    @Test
    void noLocaleChangesThem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals("1,234,567", Digits.count(1_234_567));
            assertEquals("0.5000", Digits.brief(0.5));
            assertEquals("-1.3", Digits.tenths(-1.25001));
        } finally {
            Locale.setDefault(before);
        }
    }
}
