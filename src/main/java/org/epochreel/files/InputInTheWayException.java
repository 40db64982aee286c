package org.epochreel.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is to be written is one that is read. */
public final class InputInTheWayException extends IOException {

    private static final long serialVersionUID = 1;

    InputInTheWayException(Path target, Path input, Path reader) {
        super(sentence(target, input, reader) + ", and would be written over; nothing was written. Choose another place "
                + "with -o");
    }

    private static String sentence(Path target, Path input, Path reader) {
        String read = input.equals(reader) ? "the scene " + input + " itself" : "read by the scene " + reader;
        boolean sameName = target.normalize().equals(input.normalize());
        return target + " is " + (sameName || input.equals(reader) ? read : input + ", which is " + read);
    }
}
