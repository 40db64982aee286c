package org.epochreel.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is to be written is one that is read. */
public final class InputInTheWayException extends IOException {

    private static final long serialVersionUID = 1;

    InputInTheWayException(Path target, Path input, Path reader) {
        super(target + " would be written over " + sentence(input, reader)
                + "; nothing was written. Choose another place with -o");
    }

    private static String sentence(Path input, Path reader) {
        return input.equals(reader) ? "the scene " + input : input + ", which the scene " + reader + " reads";
    }
}
