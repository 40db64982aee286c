package org.epochreel.render.pace;

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
    @CsvSource({"2, 2 epochs a frame", "8, 8 epochs a frame", "99, 99 epochs a frame", "123, 120 epochs a frame",
            "1250, 1200 epochs a frame"})
    void stepsOfOneSizeAreSaidInTwoDigits(int step, String text) {
        Tempo tempo = tempo(IntStream.range(0, 100).map(i -> i * step));

        assertEquals("", tempo.at(0));
        assertEquals(text, tempo.at(1));
        assertEquals(text, tempo.at(50));
        assertEquals(Optional.of(text), tempo.widest());
    }

    @Test
    void stepsThatTakeTurnsGiveOneSteadyNumber() {
        // 8, 8, 9 epochs a frame by turns.
        int[] epochs = IntStream.range(0, 200).map(i -> i * 25 / 3).toArray();
        Tempo tempo = tempo(IntStream.of(epochs));
        for (int i = 20; i < 180; i++) {
            assertEquals("8 epochs a frame", tempo.at(i));
        }
    }

    @Test
    void onlyTheCompressedStretchSaysSo() {
        Tempo tempo = tempo(IntStream.concat(IntStream.range(0, 100), IntStream.range(1, 100).map(i -> 99 + 40 * i)));

        assertEquals("", tempo.at(50));
        assertEquals("40 epochs a frame", tempo.at(99 + 50));
        assertEquals("40 epochs a frame", tempo.at(197));
    }

    @Test
    void nothingIsSaidWhereTheFilmRests() {
        Tempo tempo = tempo(IntStream.concat(IntStream.range(0, 50).map(i -> 10 * i), IntStream.range(0, 50).map(i -> 490)));

        assertEquals("10 epochs a frame", tempo.at(30));
        assertEquals("", tempo.at(60));
    }

    private static Tempo tempo(IntStream epochs) {
        return new Tempo(new Timeline(ImmutableIntArray.copyOf(epochs), 0, 0), FrameRate.of(30));
    }
}
