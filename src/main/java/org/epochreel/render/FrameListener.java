package org.epochreel.render;

import java.io.IOException;
import org.epochreel.render.plan.Plan;

/**
 * Hears of a run's training frames in their order, for whoever keeps something of the run beside its video. Whoever asked
 * a {@link Source} for it tells it of the frames, then of their end, and closes it in any case.
 */
public interface FrameListener extends AutoCloseable {

    /** Makes the listener to a run. */
    @FunctionalInterface
    interface Source {
        FrameListener of(Plan plan) throws IOException;
    }

    /** @param parameters the model's at that epoch; valid during the call only */
    void frame(int epoch, double[] parameters) throws IOException;

    /** The last frame was drawn. */
    void complete() throws IOException;

    @Override
    void close() throws IOException;

    /** Hears and does nothing. */
    static FrameListener none() {
        return new FrameListener() {
            @Override
            public void frame(int epoch, double[] parameters) {}

            @Override
            public void complete() {}

            @Override
            public void close() {}
        };
    }
}
