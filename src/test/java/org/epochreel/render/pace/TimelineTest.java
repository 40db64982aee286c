package org.epochreel.render.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.primitives.ImmutableIntArray;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline(ImmutableIntArray.of(0, 5, 10, 12), 3, 2);

    @Test
    void heldFramesLieAroundTheTrainingFrames() {
        assertEquals(9, timeline.frameCount());
        assertEquals(0, timeline.firstFrameOf(0));
        assertEquals(4, timeline.endOf(0));
        assertEquals(4, timeline.firstFrameOf(1));
        assertEquals(5, timeline.endOf(1));
        assertEquals(6, timeline.firstFrameOf(3));
        assertEquals(9, timeline.endOf(3));
    }

    @Test
    void anEpochThatIsLeftOutIsFoundAtTheNextFrame() {
        assertEquals(0, timeline.frameOf(0));
        assertEquals(4, timeline.frameOf(1));
        assertEquals(4, timeline.frameOf(5));
        assertEquals(6, timeline.frameOf(11));
        assertEquals(6, timeline.frameOf(99));
    }

    @Test
    void cutAtAnEpochItKeepsTheFramesBefore() {
        assertEquals(new Timeline(ImmutableIntArray.of(0, 5, 7), 3, 0), timeline.until(7));
        assertEquals(new Timeline(ImmutableIntArray.of(0, 5), 3, 0), timeline.until(5));
        assertEquals(new Timeline(ImmutableIntArray.of(0), 3, 0), timeline.until(0));
    }
}
