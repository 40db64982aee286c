package org.epochreel.render.train;

/** Somebody interrupted the rendering thread; what was half written is gone. */
public final class RenderInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RenderInterruptedException() {
        super("interrupted");
    }

    /** Throws if the current thread was interrupted, and clears that state. */
    public static void check() {
        if (Thread.interrupted()) {
            throw new RenderInterruptedException();
        }
    }
}
