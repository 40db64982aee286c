package org.epochreel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureNumberTest {

    private static String spaced(String number) {
        return number.replace('\u202F', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1.000", "0.0123, 0.01230", "0.001234567, 0.001235", "0.001, 0.001000", "999.96, 1000",
        "12345.6, 12346", "99994.4, 99994", "99996, 1.000 × 10⁵", "123456.7, 1.235 × 10⁵", "1234567, 1.235 × 10⁶",
        "0.0009, 9.000 × 10⁻⁴", "0.00012345, 1.234 × 10⁻⁴", "5e-324, 4.941 × 10⁻³²⁴", "-0.5, −0.5000",
        "-2e-5, −2.000 × 10⁻⁵", "Infinity, ∞", "1.7976931348623157e308, 1.798 × 10³⁰⁸"
    })
    void lossesHaveFourDigitsAndArePlainFromAThousandthToFiveDigits(double value, String text) {
        assertEquals(text, spaced(PictureNumber.loss(value)));
    }

    @ParameterizedTest
    @CsvSource({"1e-5, 10⁻⁵", "0.003, 0.003", "0.1, 0.1", "0.012345678, 0.01235", "1.0, 1", "30, 30", "1e5, 10⁵",
        "2.5e-4, 2.5 × 10⁻⁴", "1.7976931348623157e308, 1.798 × 10³⁰⁸", "0, 0"})
    void ratesAreShort(double value, String text) {
        assertEquals(text, spaced(PictureNumber.rate(value)));
    }

    @ParameterizedTest
    @CsvSource({"1.334e306, 10³⁰⁶", "9.9999e-7, 10⁻⁶", "0, 0", "-300, −10²"})
    void whereThereIsNoRoomTheMagnitudeIsLeftInsteadOfACutNumber(double value, String text) {
        assertEquals(text, PictureNumber.magnitude(value));
    }

    @Test
    void noNumberHasAHyphenOrAnLetterForItsPower() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            double value = (random.nextBoolean() ? 1 : -1) * StrictMath.pow(10, random.nextInt(600) - 300)
                    * random.nextDouble();
            for (String text : new String[] {PictureNumber.loss(value), PictureNumber.rate(value),
                    PictureNumber.magnitude(value)}) {
                assertFalse(text.contains("-") || text.contains("e") || text.contains("E"), text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.8974, 0.008336, 0.7, 0.008336", "1e-12, 3, 5, 1.000 × 10⁻¹²", "80, 9.5, 1.2, 1.200", "0, 0, 0, 0",
        "12000, 9.5, 1.2, 12000"})
    void theWidestLossIsTheWidestText(double first, double second, double third, String widest) {
        assertEquals(widest, spaced(PictureNumber.widestLoss(
                ImmutableDoubleArray.of(first, Double.NaN, second, third))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0\u00b0", "4.26, 4.3\u00b0", "9.96, 10\u00b0", "179.6, 180\u00b0"})
    void anglesAreShort(double angle, String text) {
        assertEquals(text, PictureNumber.degrees(angle));
    }

    @ParameterizedTest
    @CsvSource({"12, 1234, 2, 0", "0.1234, 1234, 0, 0", "1234, 0.1234, 1, 1", "12.34, 0.1234, 1, 0", "9, 0.1, 1, 1"})
    void blanksOfDigitsAndPointsMakeUpForWhatIsLacking(String text, String widest, int figures, int points) {
        assertEquals("\u2007".repeat(figures) + "\u2008".repeat(points), PictureNumber.padding(text, widest));
    }

    @Test
    void theRatesOfOneRunAreWrittenAlike() {
        RateNotation plain = RateNotation.of(DoubleStream.of(0.1, 0.001, 0));
        RateNotation powers = RateNotation.of(DoubleStream.of(0.05, 1e-4));

        assertEquals("0.001", plain.text(0.001));
        assertEquals("5 × 10⁻²", spaced(powers.text(0.05)));
        assertEquals("10⁻⁴", powers.text(1e-4));
        assertEquals("0", powers.text(0));
        assertEquals("1.000 × 10⁻¹⁰", spaced(powers.widest(ImmutableDoubleArray.of(0.05, 1e-10, 1))));
    }

    @Test
    void shortNumbersKeepNoZeros() {
        assertEquals("−250", PictureNumber.shortest(new BigDecimal("-2.50e2")));
        assertEquals("2.5 × 10⁶", spaced(PictureNumber.shortest(new BigDecimal("2500000.0"))));
    }
}
