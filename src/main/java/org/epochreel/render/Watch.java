package org.epochreel.render;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.epochreel.files.OutputException;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.files.TemporaryName;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;

/**
 * Does the work of a scene on a thread of its own, so that it can be given up wherever it is: at once when the thread that
 * waits for it is interrupted, and when it makes no progress for too long.
 *
 * @param scene its name, for messages
 * @param targets the files that the work writes, whose temporary ones are removed when it is given up
 * @param patienceSeconds after so long without progress it is given up
 */
public record Watch(String scene, Collection<Path> targets, long patienceSeconds) {

    /** How long work that is interrupted may take to clean up after itself. */
    private static final long GRACE_MILLIS = 500;

    /** The work. */
    public interface Work<T> {
        /** @param progress hears how far it is */
        T run(RenderProgress progress) throws IOException, RenderException;
    }

    /**
     * Does the work and returns what it comes to.
     *
     * @throws OutputException what the work throws
     * @throws RenderException what the work throws, or if it makes no progress
     * @throws RenderInterruptedException if the thread that waits is interrupted
     */
    public <T> T over(RenderProgress progress, Work<T> work) throws OutputException, RenderException {
        Heard heard = new Heard(progress);
        FutureTask<T> task = new FutureTask<>(() -> work.run(heard));
        Thread thread = new Thread(task, "rendering " + scene);
        thread.setDaemon(true);
        thread.start();
        try {
            long quiet = 0;
            long last = 0;
            // A machine that slept, or a process that was stopped, has not been quiet all the while: it did not count.
            while (quiet < patienceSeconds) {
                try {
                    return task.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    quiet = heard.count == last ? quiet + 1 : 0;
                    last = heard.count;
                }
            }
            giveUp(thread, heard);
            throw new RenderException(scene, heard.place, new IllegalStateException("it has neither trained, drawn nor "
                    + "encoded anything for " + patienceSeconds + " seconds, and was given up"));
        } catch (InterruptedException e) {
            giveUp(thread, heard);
            throw new RenderInterruptedException();
        } catch (ExecutionException e) {
            Throwables.throwIfInstanceOf(e.getCause(), OutputException.class);
            Throwables.throwIfInstanceOf(e.getCause(), RenderException.class);
            Throwables.throwIfUnchecked(e.getCause());
            throw new RenderException(scene, heard.place, e.getCause());
        }
    }

    private void giveUp(Thread thread, Heard heard) {
        heard.givenUp = true;
        thread.interrupt();
        try {
            thread.join(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            targets.forEach(target -> TemporaryName.delete(target, ProcessIdentity.current()));
        }
    }

    /** What the work said last. */
    private static final class Heard implements RenderProgress {

        private final RenderProgress progress;
        private volatile long count;
        private volatile String place = "in training";
        private volatile boolean givenUp;

        Heard(RenderProgress progress) {
            this.progress = progress;
        }

        /** Called by the one thread that works. */
        private void hear(String where) {
            if (givenUp) {
                throw new RenderInterruptedException();
            }
            place = where;
            count = count + 1;
        }

        @Override
        public void trained(int epoch, int epochs) {
            hear("in training");
            progress.trained(epoch, epochs);
        }

        @Override
        public void drawn(int frame, int frames) {
            hear("while it was drawn");
            progress.drawn(frame, frames);
        }

        @Override
        public void surveyed(int row, int rows) {
            hear("while its landscape was measured");
            progress.surveyed(row, rows);
        }

        @Override
        public void remark(String sentence) {
            hear(place);
            progress.remark(sentence);
        }

        @Override
        public void written() {
            hear("while its files were written");
            progress.written();
        }
    }
}
