package org.epochreel.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An output file could not be written; the message names it and says why. */
public final class OutputException extends IOException {

    private static final long serialVersionUID = 1;

    public OutputException(Path file, IOException cause) {
        super("cannot write " + file + ": " + reason(cause), cause);
    }

    /** The stream on which results are told is closed, or what it leads to is full. */
    public static OutputException ofResults() {
        return new OutputException(Path.of("to standard output"), new IOException("it is closed or takes no more"));
    }

    /** What the system said, as words: some of its exceptions carry nothing but the file's name. */
    public static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException missing) {
            return "no such file or directory: " + missing.getFile();
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
