package org.epochreel.video.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.frame.FrameRate;
import org.epochreel.video.stream.PictureChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogTest {

    /** Takes buffers until there is no more room. */
    private static List<PictureChange> fill(Backlog backlog, int macroblocks) throws IOException {
        List<PictureChange> taken = new ArrayList<>();
        // An interrupted thread does not wait but fails where it would.
        Thread.currentThread().interrupt();
        try {
            while (true) {
                taken.add(backlog.take(macroblocks));
            }
        } catch (InterruptedIOException e) {
            Thread.interrupted();
            return taken;
        }
    }

    @ParameterizedTest
    @CsvSource({
            "10, 1, 60", "60, 64, 360", "60, 65, 360", "30, 1000, 85", "30, 8160, 10", "30, 32400, 2", "1, 5, 6",
            "30, 100000, 2"})
    void asManyPicturesMayWaitAsTimeAndMemoryAllowAtLeastTwo(int rate, int macroblocks, int pictures)
            throws IOException {
        assertEquals(pictures, fill(new Backlog(FrameRate.of(rate)), macroblocks).size());
    }

    @Test
    void aBufferThatIsGivenBackMakesRoom() throws IOException {
        Backlog backlog = new Backlog(FrameRate.of(30));
        List<PictureChange> taken = fill(backlog, 8160);
        backlog.release(taken.get(3));
        assertSame(taken.get(3), backlog.take(8100));
        backlog.release(taken.get(5));
        assertNotSame(taken.get(5), backlog.take(64));
    }

    @Test
    void buffersThatLieIdleMakeRoomForOtherSizes() throws IOException {
        Backlog backlog = new Backlog(FrameRate.of(30));
        for (int macroblocks : new int[] {8160, 500, 60, 8160, 2000, 8160, 3}) {
            List<PictureChange> taken = fill(backlog, macroblocks);
            assertEquals(fill(new Backlog(FrameRate.of(30)), macroblocks).size(), taken.size());
            taken.forEach(backlog::release);
        }
    }

    @Test
    void theFirstFailureComesInsteadOfABuffer() {
        Backlog backlog = new Backlog(FrameRate.of(30));
        IOException first = new IOException("first");
        backlog.fail(first);
        backlog.fail(new IOException("second"));
        assertSame(first, assertThrows(IOException.class, () -> backlog.take(5)));
        assertSame(first, assertThrows(IOException.class, backlog::rethrow));
    }
}
