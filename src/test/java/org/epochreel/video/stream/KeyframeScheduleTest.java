package org.epochreel.video.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.epochreel.frame.FrameRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyframeScheduleTest {

    @ParameterizedTest
    @CsvSource({"15,1,30", "24,1,48", "25,1,50", "60,1,120", "30000,1001,59", "1,1,2", "3,2,3"})
    void aKeyframeComesAtLeastEveryTwoSeconds(int numerator, int denominator, int distance) {
        KeyframeSchedule schedule = new KeyframeSchedule(new FrameRate(numerator, denominator));
        for (int i = 0; i < 5 * distance; i++) {
            assertEquals(i % distance == 0, schedule.next(false), "frame " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"30,500,15", "30,1,1", "25,10000,250", "24,1999,47"})
    void keyframesAreAsFarApartAsWanted(int rate, int millis, int distance) {
        KeyframeSchedule schedule = new KeyframeSchedule(FrameRate.of(rate), Duration.ofMillis(millis));
        for (int i = 0; i < 3 * distance; i++) {
            assertEquals(i % distance == 0, schedule.next(false), "frame " + i);
        }
    }

    @Test
    void oneThatIsAskedForBeginsTheCountAgain() {
        KeyframeSchedule schedule = new KeyframeSchedule(FrameRate.of(2));
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            marks.append(schedule.next(i == 2 || i == 3 || i == 7) ? 'K' : '-');
        }
        assertEquals("K-KK---K---K--", marks.toString());
    }
}
