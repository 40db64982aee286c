package org.epochreel.gallery;

import java.io.IOException;
import java.util.function.Function;
import org.epochreel.batch.Rendering;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.SavedRun;
import org.epochreel.render.SavedRunTarget;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.plan.RenderProgress;
import org.epochreel.scene.Scene;

/** Renders a member of a gallery into its files, and leaves the trace that the wall is made of. */
final class MemberRendering implements Rendering {

    private final SceneRenderer renderer;
    private final Function<Scene, SavedRunTarget> traces;
    private final GalleryRecord gallery;

    MemberRendering(SceneRenderer renderer, Function<Scene, SavedRunTarget> traces, GalleryRecord gallery) {
        this.renderer = renderer;
        this.traces = traces;
        this.gallery = gallery;
    }

    /** Once the wall is there, nobody needs the trace. */
    @Override
    public boolean isDone(Scene scene, OutputFiles target) {
        return renderer.isRendered(scene, target) && (hasTrace(scene) || gallery.matches());
    }

    private boolean hasTrace(Scene scene) {
        SavedRunTarget target = traces.apply(scene);
        try {
            return SavedRun.open(target.file(), scene, target.grid()).isPresent();
        } catch (IOException e) {
            // Whatever cannot be read is made again.
            return false;
        }
    }

    @Override
    public Done render(Scene scene, OutputFiles target, RenderProgress progress) throws OutputException, RenderException {
        if (renderer.isRendered(scene, target) && !hasTrace(scene)) {
            renderer.trace(scene, traces.apply(scene), progress);
            return new Done("trained again for the wall", "the video was there already");
        }
        return Done.of(renderer.render(scene, target, traces.apply(scene), progress));
    }
}
