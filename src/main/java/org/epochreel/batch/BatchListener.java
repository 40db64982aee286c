package org.epochreel.batch;

import org.epochreel.render.train.RenderProgress;

/** Hears how a batch goes; called on several threads, one at a time. */
public interface BatchListener {

    /** Job {@code index} is in a new state. */
    void changed(int index, Entry entry);

    /** Whether nobody listens any more, so that no further job need be begun. */
    default boolean isOver() {
        return false;
    }

    /** Something went wrong that stops nothing, such as a report that could not be written. */
    void warn(String sentence);

    /** Hears how far the rendering of job {@code index} is, on the thread that renders it. */
    RenderProgress progress(int index);
}
