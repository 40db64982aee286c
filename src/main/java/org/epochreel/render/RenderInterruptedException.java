package org.epochreel.render;

/** Somebody interrupted the rendering thread; what was half written is gone. */
public final class RenderInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RenderInterruptedException() {
        super("interrupted");
    }

    /** Throws if the current thread was interrupted, and clears that state. */
    static void check() {
        if (Thread.interrupted()) {
            throw new RenderInterruptedException();
        }
    }
}
