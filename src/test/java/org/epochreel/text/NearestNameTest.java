package org.epochreel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KEYS = List.of("epochs", "optimiser", "learning-rate", "loss", "l2", "x");

    @ParameterizedTest
    @CsvSource({"epoch,epochs", "epcohs,epochs", "EPOCHS,epochs", "optimizer,optimiser", "learning_rate,learning-rate",
        "learningrate,learning-rate", "Learning Rate,learning-rate", "los,loss", "L2,l2"})
    void findsWhatWasMeant(String written, String meant) {
        assertEquals(meant, NearestName.of(written, KEYS).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"banana", "y", "''", "learn", "lr", "l1"})
    void suggestsNothingFarFetched(String written) {
        assertEquals(List.of(), NearestName.of(written, KEYS).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({"'','',0", "a,'',1", "ab,ba,1", "abc,abc,0", "kitten,sitting,3", "ca,abc,3"})
    void measuresOptimalStringAlignment(String a, String b, int distance) {
        assertEquals(distance, NearestName.distance(a, b));
    }

    @Test
    void aVeryLongNameIsNotCompared() {
        assertEquals(List.of(), NearestName.of("e".repeat(1_000_000), KEYS).stream().toList());
    }
}
