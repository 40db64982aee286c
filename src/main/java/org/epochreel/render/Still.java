package org.epochreel.render;

import java.nio.file.Path;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;

/** One drawn frame as a PNG picture. */
public final class Still {

    private final int epoch;
    private final byte[] png;

    Still(int epoch, byte[] png) {
        this.epoch = epoch;
        this.png = png;
    }

    /** The epoch that it shows. */
    public int epoch() {
        return epoch;
    }

    /** Writes the picture; it appears under its name when it is complete. */
    public void write(Path file) throws OutputException {
        try (PendingFile picture = new PendingFile(file)) {
            picture.write(png);
            picture.complete();
        }
    }
}
