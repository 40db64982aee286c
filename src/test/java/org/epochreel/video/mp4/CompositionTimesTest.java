package org.epochreel.video.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTimesTest {

    private static CompositionTimes times(String frames) {
        IntStream numbers = frames.chars().map(digit -> digit - '0');
        return new CompositionTimes(ImmutableIntArray.copyOf(numbers));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "01234, 0", "01423, 1", "0142365, 1", "05312467, 2", "0142365798, 1", "3210, 3"})
    void theDelayIsTheMostFramesThatAnyPictureIsLate(String frames, int delay) {
        assertEquals(delay, times(frames).delay());
    }

    @Test
    void aPictureLeadsByTheFramesThatAreDecodedAfterItAndShownBeforeIt() {
        CompositionTimes times = times("01423");
        assertEquals(2, times.lead(2));
        assertEquals(-1, times.lead(3));
    }

    @ParameterizedTest
    @CsvSource({"00, frame 0 comes twice", "0121, frame 1 comes twice", "023, frame 1 is missing",
            "1, frame 0 is missing", "0139, frame 2 is missing"})
    void everyFrameComesOnce(String frames, String complaint) {
        assertEquals(complaint, assertThrows(IllegalArgumentException.class, () -> times(frames)).getMessage());
    }
}
