package org.epochreel.gallery;

import java.io.IOException;
import java.util.Optional;
import org.epochreel.batch.Rendering;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.render.RenderException;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;

/** Renders a member of a gallery into its files, and leaves the run that the wall is made of. */
final class MemberRendering implements Rendering {

    private final SceneRenderer renderer;
    private final SavedRuns runs;
    private final GalleryRecord gallery;

    MemberRendering(SceneRenderer renderer, SavedRuns runs, GalleryRecord gallery) {
        this.renderer = renderer;
        this.runs = runs;
        this.gallery = gallery;
    }

    /** Once the wall is there, nobody needs the saved run. */
    @Override
    public boolean isDone(Scene scene, OutputFiles target) {
        return renderer.isRendered(scene, target) && (isSaved(scene) || gallery.matches());
    }

    private boolean isSaved(Scene scene) {
        try {
            return runs.open(scene).isPresent();
        } catch (IOException e) {
            // Whatever cannot be read is made again.
            return false;
        }
    }

    @Override
    public Optional<String> change(Scene scene, OutputFiles target) {
        return renderer.change(scene, target);
    }

    @Override
    public Done render(Scene scene, OutputFiles target, RenderProgress progress) throws OutputException, RenderException {
        if (renderer.isRendered(scene, target) && !isSaved(scene)) {
            renderer.replay(scene, runs.saving(scene), progress);
            return new Done("trained again for the wall", "the video was there already");
        }
        return Done.of(renderer.render(scene, target, runs.saving(scene), progress));
    }
}
