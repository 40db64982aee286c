package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.RenderedScene;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;

/** What a batch does with each of its scenes. Called on several threads at once. */
public interface Rendering {

    /** Whether all of it is there already. */
    boolean isDone(Scene scene, OutputFiles target);

    /** The files that it writes. */
    default ImmutableList<Path> files(Scene scene, OutputFiles target) {
        return SceneRenderer.files(scene, target);
    }

    /** What has changed since they were written, as of {@link SceneRenderer#change}; nothing if that is not known. */
    Optional<String> change(Scene scene, OutputFiles target);

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
