package org.epochreel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {

    @ParameterizedTest
    @CsvSource({"1e-5,1e-5", "0.01,0.01", "1e6,1e6", "100,100", "-2.5,-2.5", "4.9e-324,5e-324", "0,0", "-0.0,-0",
        "1000,1e3", "1200,1200", "12000,12000", "120000,1.2e5", "0.1,0.1", "0.001,1e-3", "0.0012,0.0012",
        "0.00012,1.2e-4", "123456.789,123456.789", "0.3,0.3",
        "1.7976931348623157e308,1.7976931348623157e308", "2.2250738585072014e-308,2.2250738585072014e-308",
        "2e-3,2e-3", "9007199254740993,9007199254740992", "2e23,2e23", "1.0E22,1e22"})
    void isTheShortestText(double value, String text) {
        assertEquals(text, ShortestDecimal.of(value));
    }

    @Test
    void readsBackToTheSameDoubleAndNeedsEveryDigit() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(-1_000_000, 1_000_000) / Math.rint(random.nextDouble(1, 1000));
            if (!Double.isFinite(value)) {
                continue;
            }
            String text = ShortestDecimal.of(value);
            assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(Double.parseDouble(text)), text);
            BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
            if (decimal.precision() > 1) {
                BigDecimal rounded = decimal.round(new MathContext(decimal.precision() - 1));
                assertTrue(rounded.doubleValue() != value, text + " has a digit too many");
            }
        }
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.of(Double.NEGATIVE_INFINITY));
    }
}
