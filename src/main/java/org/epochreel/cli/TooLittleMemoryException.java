package org.epochreel.cli;

/** The machine, or the limit that the user set, has too little memory for what was asked for. */
final class TooLittleMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLittleMemoryException(String sentence) {
        super(sentence);
    }
}
