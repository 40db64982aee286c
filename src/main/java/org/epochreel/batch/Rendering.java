package org.epochreel.batch;

import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.RenderedScene;
import org.epochreel.render.plan.RenderProgress;
import org.epochreel.scene.Scene;

/** What a batch does with each of its scenes. Called on several threads at once. */
public interface Rendering {

    /** Whether all of it is there already. */
    boolean isDone(Scene scene, OutputFiles target);

    /** Does it, under a claim on {@code target}. */
    Done render(Scene scene, OutputFiles target, RenderProgress progress)
            throws OutputException, RenderException;

    /**
     * What to tell of work that is done.
     *
     * @param summary what came out, in a few words
     * @param times where the time went
     */
    record Done(String summary, String times) {

        public static Done of(RenderedScene scene) {
            return new Done(scene.summary(), scene.times());
        }
    }
}
