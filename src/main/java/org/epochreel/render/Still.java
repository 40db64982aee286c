package org.epochreel.render;

import java.nio.file.Path;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;

/** One drawn frame as a picture. */
public final class Still {

    private final int epoch;
    private final byte[] content;

    Still(int epoch, byte[] content) {
        this.epoch = epoch;
        this.content = content;
    }

    /** What kind of file a still may be, by its ending in capitals. */
    public enum Format {
        PNG,
        SVG,
        PDF
    }

    /** The epoch that it shows. */
    public int epoch() {
        return epoch;
    }

    /** Writes the picture; it appears under its name when it is complete. */
    public void write(Path file) throws OutputException {
        try (PendingFile picture = new PendingFile(file)) {
            picture.write(content);
            picture.complete();
        }
    }
}
