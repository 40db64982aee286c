package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.epochreel.files.OutputException;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.files.TemporaryName;
import org.epochreel.render.train.RenderInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    @TempDir
    private Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch refused = new CountDownLatch(1);

    private Watch watch(long patience) {
        return new Watch("loop", List.of(folder.resolve("loop.mp4")), patience);
    }

    private void spin() {
        while (!over.get()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void workThatStandsStillIsGivenUpAndMayNotFinish() throws Exception {
        Path half = TemporaryName.of(folder.resolve("loop.mp4"), ProcessIdentity.current());
        RenderException failure = assertThrows(RenderException.class, () -> watch(1).over(new Silence(), progress -> {
            Files.writeString(half, "half");
            progress.trained(3, 9);
            spin();
            assertThrows(RenderInterruptedException.class, progress::written);
            refused.countDown();
            return null;
        }));
        assertTrue(failure.getMessage().contains("scene loop failed in training"), failure.getMessage());
        assertFalse(Files.exists(half));
        over.set(true);
        refused.await();
    }

    @Test
    void anInterruptionEndsTheWaitEvenIfTheWorkDoesNotHear() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread waiting = Thread.currentThread();
        new Thread(() -> {
            try {
                begun.await();
                waiting.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }).start();
        assertThrows(RenderInterruptedException.class, () -> watch(600).over(new Silence(), progress -> {
            begun.countDown();
            spin();
            return null;
        }));
        over.set(true);
    }

    @Test
    void whatTheWorkComesToAndWhatItThrowsIsHandedOn() throws Exception {
        assertEquals("done", watch(9).over(new Silence(), progress -> "done"));
        OutputException failure = new OutputException(folder, new IOException("full"));
        assertSame(failure, assertThrows(OutputException.class, () -> watch(9).over(new Silence(), progress -> {
            throw failure;
        })));
        assertThrows(IllegalStateException.class, () -> watch(9).over(new Silence(), progress -> {
            throw new IllegalStateException("ours");
        }));
    }
}
