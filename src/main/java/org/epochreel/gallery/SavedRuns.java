package org.epochreel.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epochreel.render.FrameListener;
import org.epochreel.scene.Scene;

/**
 * The saved runs of a gallery's members, in a hidden folder of its own until the wall is there.
 *
 * @param grid where all their curves are sampled
 */
record SavedRuns(Path directory, CurveGrid grid) {

    static SavedRuns of(Path gallery, CurveGrid grid) {
        return new SavedRuns(gallery.resolve(".saved-runs"), grid);
    }

    private Path file(Scene member) {
        return directory.resolve(member.name() + ".run");
    }

    /** A member's saved run, if it is there. */
    Optional<SavedRun> open(Scene member) throws IOException {
        return SavedRun.open(file(member), member, grid);
    }

    /** Saves the run that it listens to. */
    FrameListener.Source saving(Scene member) {
        return plan -> new SavedRun.Recorder(file(member), grid, plan);
    }

    /** Deletes those of the members, and the folder if no other is in it. */
    void delete(List<Scene> members) throws IOException {
        for (Scene member : members) {
            Files.deleteIfExists(file(member));
        }
        try (var left = Files.list(directory)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(directory);
    }
}
