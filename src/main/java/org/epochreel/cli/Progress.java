package org.epochreel.cli;

import org.epochreel.render.RenderProgress;

/** Tells somebody how far a scene is; closing it leaves the screen ready for the next line. */
interface Progress extends RenderProgress, AutoCloseable {

    static Progress of(Console console, Verbosity verbosity, String scene) {
        if (verbosity.quiet()) {
            return new SilentProgress();
        }
        return console.terminal() ? new TerminalProgress(console, scene) : new PlainProgress(console.err(), scene);
    }

    @Override
    void close();
}
