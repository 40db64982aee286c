package org.epochreel.batch;

import java.util.Optional;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;

/** Renders a scene into its own files and nothing else. */
public final class PlainRendering implements Rendering {

    private final SceneRenderer renderer;

    /** @param renderer for the threads that will call this */
    public PlainRendering(SceneRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public boolean isDone(Scene scene, OutputFiles target) {
        return renderer.isRendered(scene, target);
    }

    @Override
    public Optional<String> change(Scene scene, OutputFiles target) {
        return renderer.change(scene, target);
    }

    @Override
    public Done render(Scene scene, OutputFiles target, RenderProgress progress)
            throws OutputException, RenderException {
        return Done.of(renderer.render(scene, target, progress));
    }
}
