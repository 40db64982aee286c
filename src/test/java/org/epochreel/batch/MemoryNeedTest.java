package org.epochreel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    private static final MemoryNeed SMALL = new MemoryNeed(new FrameSize(432, 288), 500, 100);
    private static final MemoryNeed LARGE = new MemoryNeed(new FrameSize(3840, 2160), 500, 100);

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
        List<MemoryNeed> scenes = List.of(LARGE, LARGE, LARGE);
        assertEquals(2, MemoryNeed.jobsThatFit(scenes, 3, MemoryNeed.bytes(scenes, 2)));
        assertEquals(1, MemoryNeed.jobsThatFit(scenes, 3, MemoryNeed.bytes(scenes, 2) - 1));
        assertEquals(0, MemoryNeed.jobsThatFit(scenes, 3, MemoryNeed.bytes(scenes, 1) - 1));
    }

    @Test
    void theRefusalSaysWhatWouldFit() {
        List<MemoryNeed> scenes = List.of(LARGE, LARGE, LARGE);
        String sentence = MemoryNeed.refusal(scenes, 3, MemoryNeed.bytes(scenes, 2));
        assertTrue(sentence.contains("3840x2160") && sentence.contains("--jobs 2") && sentence.contains("-Xmx"), sentence);
    }

    @Test
    void epochsAndPointsCountAsWellAsPixels() {
        MemoryNeed endless = new MemoryNeed(SMALL.size(), 10_000_000, 100);
        assertTrue(MemoryNeed.bytes(List.of(endless), 1) > 1L << 30);
        String sentence = MemoryNeed.refusal(List.of(SMALL, endless), 1, 256 << 20);
        assertTrue(sentence.contains("10000000 epochs") && !sentence.contains("--size"), sentence);
        assertTrue(MemoryNeed.refusal(List.of(new MemoryNeed(SMALL.size(), 1, 5_000_000)), 1, 256 << 20)
                .contains("5000000 points"));
    }
}
