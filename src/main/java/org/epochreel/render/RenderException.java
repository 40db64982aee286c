package org.epochreel.render;

/** A scene failed while it was rendered; the message names the scene and the stage or epoch, the cause is kept. */
public final class RenderException extends Exception {

    private static final long serialVersionUID = 1;

    RenderException(String scene, String where, Throwable cause) {
        super("scene " + scene + " failed " + where + ": " + Failure.sentence(cause), cause);
    }
}
