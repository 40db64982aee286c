package org.epochreel.files;

import java.nio.file.Path;

/** The files that a scene becomes. */
public record OutputFiles(Path directory, String name) {

    public Path video() {
        return directory.resolve(name + ".mp4");
    }

    /** The last frame as a picture. */
    public Path poster() {
        return directory.resolve(name + ".png");
    }

    public Path metrics() {
        return directory.resolve(name + ".csv");
    }

    public Path record() {
        return directory.resolve(name + ".json");
    }
}
