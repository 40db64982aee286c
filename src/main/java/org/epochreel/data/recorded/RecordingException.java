package org.epochreel.data.recorded;

/** A file of a recording cannot be used; the message says why and what is needed. */
public final class RecordingException extends Exception {

    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }
}
