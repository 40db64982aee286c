package org.epochreel.sound.aac.code;

/** Bits that are not what AAC-LC allows; the message says why, as the end of a sentence. */
public final class DamagedBitsException extends Exception {

    private static final long serialVersionUID = 1L;

    public DamagedBitsException(String message) {
        super(message);
    }
}
