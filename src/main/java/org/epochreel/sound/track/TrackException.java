package org.epochreel.sound.track;

/** A track that cannot be used; the message is a sentence for the user that says why and what can be, without the file's name. */
public final class TrackException extends Exception {

    private static final long serialVersionUID = 1L;

    TrackException(String message) {
        super(message);
    }

    TrackException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For every kind of file that is not taken. */
    static TrackException notTaken(String what) {
        return new TrackException("this is " + what + "; taken are WAV and AAC-LC (.m4a, .mp4, .aac)");
    }

    static TrackException truncated(String where) {
        return new TrackException("the file is cut off: " + where);
    }

    /** For more channels than two. */
    static TrackException channels(int channels) {
        return new TrackException("the track has " + channels + " channels; one or two are taken");
    }
}
