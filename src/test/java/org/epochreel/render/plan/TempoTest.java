package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.frame.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {

    @Test
    void aVideoOfEveryEpochSaysNothing() {
        Tempo tempo = tempo(IntStream.range(0, 100));

        assertEquals("", tempo.at(50));
        assertEquals(Optional.empty(), tempo.widest());
    }

    @ParameterizedTest
    @CsvSource({"2, ×2", "8, ×8", "99, ×99", "123, ×120", "1250, ×1200"})
    void stepsOfOneSizeAreSaidInTwoDigits(int step, String text) {
        Tempo tempo = tempo(IntStream.range(0, 100).map(i -> i * step));

        assertEquals(text, tempo.at(0));
        assertEquals(text, tempo.at(50 * step));
        assertEquals(Optional.of(text), tempo.widest());
    }

    @Test
    void stepsThatTakeTurnsGiveOneSteadyNumber() {
        // 8, 8, 9 epochs a frame by turns.
        int[] epochs = IntStream.range(0, 200).map(i -> i * 25 / 3).toArray();
        Tempo tempo = tempo(IntStream.of(epochs));
        for (int i = 20; i < 180; i++) {
            assertEquals("×8", tempo.at(epochs[i]));
        }
    }

    @Test
    void onlyTheCompressedStretchSaysSo() {
        Tempo tempo = tempo(IntStream.concat(IntStream.range(0, 100), IntStream.range(1, 100).map(i -> 99 + 40 * i)));

        assertEquals("", tempo.at(50));
        assertEquals("×40", tempo.at(99 + 40 * 50));
        assertEquals("×40", tempo.at(99 + 40 * 99 + 7));
    }

    private static Tempo tempo(IntStream epochs) {
        return new Tempo(new Timeline(ImmutableIntArray.copyOf(epochs), 0, 0), FrameRate.of(30));
    }
}
