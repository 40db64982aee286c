package org.epochreel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    private static final FrameSize SMALL = new FrameSize(432, 288);
    private static final FrameSize LARGE = new FrameSize(3840, 2160);

    @Test
    void theLargestScenesCount() {
        long two = MemoryNeed.bytes(List.of(SMALL, LARGE, SMALL, LARGE), 2);
        assertEquals(two, MemoryNeed.bytes(List.of(LARGE, LARGE), 2));
        assertTrue(MemoryNeed.bytes(List.of(SMALL, LARGE), 2) < two);
    }

    @Test
    void noMoreJobsAreCountedThanThereAreScenes() {
        assertEquals(MemoryNeed.bytes(List.of(SMALL), 1), MemoryNeed.bytes(List.of(SMALL), 64));
    }

    @Test
    void asManyJobsFitAsTheHeapHolds() {
        List<FrameSize> scenes = List.of(LARGE, LARGE, LARGE);
        assertEquals(2, MemoryNeed.jobsThatFit(scenes, 3, MemoryNeed.bytes(scenes, 2)));
        assertEquals(1, MemoryNeed.jobsThatFit(scenes, 3, MemoryNeed.bytes(scenes, 2) - 1));
        assertEquals(0, MemoryNeed.jobsThatFit(scenes, 3, MemoryNeed.bytes(scenes, 1) - 1));
    }

    @Test
    void theRefusalSaysWhatWouldFit() {
        List<FrameSize> scenes = List.of(LARGE, LARGE, LARGE);
        String sentence = MemoryNeed.refusal(scenes, 3, MemoryNeed.bytes(scenes, 2));
        assertTrue(sentence.contains("3840x2160") && sentence.contains("--jobs 2") && sentence.contains("-Xmx"), sentence);
    }
}
