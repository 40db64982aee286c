package org.epochreel.render;

/** The machine, or the limit that the user set, has too little memory for what was asked for. */
public final class TooLittleMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooLittleMemoryException(String sentence) {
        super(sentence);
    }
}
