package org.epochreel.render;

/** A scene failed while it was rendered; the message names the scene and the epoch, the cause is kept. */
public final class RenderException extends Exception {

    private static final long serialVersionUID = 1;

    RenderException(String scene, String where, Throwable cause) {
        super("scene " + scene + " failed " + where + ": " + sentence(cause), cause);
    }

    /** A failure of ours to say what was wrong may be told by its name alone. */
    private static String sentence(Throwable cause) {
        return cause instanceof ArithmeticException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
