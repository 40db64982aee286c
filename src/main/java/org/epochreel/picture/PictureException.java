package org.epochreel.picture;

/** A file is no picture that can be used; the message says why and what could be. */
public final class PictureException extends Exception {

    private static final long serialVersionUID = 1;

    PictureException(String message) {
        super(message);
    }
}
