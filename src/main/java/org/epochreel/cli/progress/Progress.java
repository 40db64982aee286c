package org.epochreel.cli.progress;

import org.epochreel.render.plan.Workload;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;

/** Tells somebody how far a scene is; closing it leaves the screen ready for the next line. */
public interface Progress extends RenderProgress, AutoCloseable {

    /** @param drawn whether the scene's video is drawn, too, after it was trained */
    static Progress of(Console console, Verbosity verbosity, Scene scene, boolean drawn) {
        if (verbosity.quiet()) {
            return new SilentProgress();
        }
        TimeLeft left =
                new TimeLeft(Workload.trainingSeconds(scene), drawn ? Workload.drawingSeconds(scene) : 0);
        return console.terminal() ? new TerminalProgress(console, scene.name(), left)
                : new PlainProgress(console.err(), scene.name(), left);
    }

    @Override
    void close();
}
