package org.epochreel.scene.key;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.epochreel.scene.yaml.Mistakes;

/**
 * One reading of a scene.
 *
 * @param scene the scene's file; names of other files count from its directory
 * @param confined whether files outside of that directory are refused
 * @param mistakes what has been found so far
 * @param files every file that was read so far, the scene's first
 */
public record Reading(Path scene, boolean confined, Mistakes mistakes, Set<Path> files) {

    /** A reading that begins. */
    public static Reading of(Path scene, boolean confined, Mistakes mistakes) {
        Set<Path> files = new LinkedHashSet<>();
        files.add(scene);
        return new Reading(scene, confined, mistakes, files);
    }

    public Path directory() {
        Path parent = scene.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The scene file's name without directory and extension. */
    public String name() {
        String fileName = scene.getFileName().toString();
        int point = fileName.lastIndexOf('.');
        return point > 0 ? fileName.substring(0, point) : fileName;
    }
}
