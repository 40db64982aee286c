package org.epochreel.cli.progress;

import org.epochreel.render.plan.RenderProgress;

/** Tells somebody how far a scene is; closing it leaves the screen ready for the next line. */
public interface Progress extends RenderProgress, AutoCloseable {

    static Progress of(Console console, Verbosity verbosity, String scene) {
        if (verbosity.quiet()) {
            return new SilentProgress();
        }
        return console.terminal() ? new TerminalProgress(console, scene) : new PlainProgress(console.err(), scene);
    }

    @Override
    void close();
}
