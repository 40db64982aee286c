package org.epochreel.video.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H264LevelTest {

    @ParameterizedTest
    @CsvSource({"16,16,15,1,21", "432,288,30,2,21", "432,288,60,1,30", "1280,720,30,2,31", "1280,720,60,2,32",
            "1920,1080,30,2,40", "1920,1080,30,5,50", "1920,1080,60,2,42", "1080,1920,30,1,40", "2560,1440,30,1,50",
            "3840,2160,30,2,51", "3840,2160,60,2,52", "7680,4320,30,1,60", "8192,16,15,1,51", "720,576,25,6,31"})
    void theLevelIsTheLowestThatAdmitsTheStream(int width, int height, int rate, int references, int idc) {
        assertEquals(idc, H264Level.forStream(new FrameSize(width, height), FrameRate.of(rate), references).idc());
    }

    @Test
    void aStreamBeyondTheHighestLevelIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> H264Level.forStream(new FrameSize(8192, 8192), FrameRate.of(15), 1));
        assertTrue(refusal.getMessage().contains("8192x8192"));
    }

    @ParameterizedTest
    // Level 4 buffers 25 Mbit and takes in 20 Mbit a second, level 4.1 62.5 and 50; here at 25 pictures a second.
    @CsvSource({"40, 3125000, 100000, 40", "40, 3125001, 0, 41", "21, 3125000, 100000, 40", "40, 3125000, 100001, 41",
        "40, 100000, 100000, 40", "40, 100000, 250000, 41", "50, 100, 100, 50", "21, 100000000, 0, 62",
        "21, 200000000, 0, 62"})
    void theBufferOfALevelHoldsEveryPictureWhenItIsDue(int least, int first, int each, int idc) {
        ImmutableIntArray.Builder sizes = ImmutableIntArray.builder();
        sizes.add(first);
        for (int i = 1; i < 1000; i++) {
            sizes.add(each);
        }
        assertEquals(idc, H264Level.admitting(least, FrameRate.of(25), sizes.build()).idc());
    }
}
