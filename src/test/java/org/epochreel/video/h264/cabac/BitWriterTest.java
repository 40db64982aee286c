package org.epochreel.video.h264.cabac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitWriterTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 010", "2, 011", "3, 00100", "6, 00111", "7, 0001000", "254, 000000011111111"})
    void unsignedExpGolombCodesAreThoseOfTable9Dash2(int value, String code) {
        BitWriter bits = new BitWriter();
        bits.unsignedExpGolomb(value);
        assertEquals(code, text(bits).substring(0, code.length()));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 010", "-1, 011", "2, 00100", "-2, 00101", "3, 00110"})
    void signedExpGolombCodesAlternate(int value, String code) {
        BitWriter bits = new BitWriter();
        bits.signedExpGolomb(value);
        assertEquals(code, text(bits).substring(0, code.length()));
    }

    private static String text(BitWriter bits) {
        bits.trailingBits();
        StringBuilder text = new StringBuilder();
        for (byte next : Arrays.copyOf(bits.bytes(), bits.length())) {
            text.append(Integer.toBinaryString(next & 0xff | 0x100).substring(1));
        }
        return text.toString();
    }
}
