package org.epochreel.font;

/** A file that is no font, or none that can be drawn; the message says why and what helps. */
public final class FontFileException extends Exception {

    private static final long serialVersionUID = 1L;

    FontFileException(String sentence) {
        super(sentence);
    }

    FontFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
