package org.epochreel.batch;

import java.nio.file.Path;
import org.epochreel.files.OutputFiles;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;

/**
 * One scene of a batch.
 *
 * @param label as reports name it, unlike any other job's
 * @param file the scene file
 * @param source reads it, each time anew, so that a long list costs no memory
 */
public record Job(String label, Path file, SceneSource source, OutputFiles target) {

    /** Reads one scene. */
    @FunctionalInterface
    public interface SceneSource {
        Scene read() throws InvalidSceneException;
    }
}
