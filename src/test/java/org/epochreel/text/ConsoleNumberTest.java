package org.epochreel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1.000", "0.0123, 0.01230", "0.001234567, 0.001235", "0.00012345, 1.234e-4", "123456.7, 123500",
        "1234567, 1.235e6", "999.96, 1000", "99996, 100000", "5e-324, 4.941e-324",
        "Infinity, \u221e", "1.7976931348623157e308, 1.798e308"
    })
    void lossesHaveFourDigits(double value, String text) {
        assertEquals(text, ConsoleNumber.loss(value));
    }

    @ParameterizedTest
    @CsvSource({"1e-5, 1e-5", "0.003, 3e-3", "0.1, 0.1", "0.012345678, 0.01235", "1.0, 1",
        "1.7976931348623157e308, 1.797e308"})
    void ratesAreShort(double value, String text) {
        assertEquals(text, ConsoleNumber.rate(value));
    }
}
