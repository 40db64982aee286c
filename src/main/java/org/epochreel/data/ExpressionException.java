package org.epochreel.data;

/** A formula that cannot be understood: what is wrong, what is allowed, and where. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Index of the offending character in the formula's text, from 0; the text's length where its end is the trouble. */
    public int position() {
        return position;
    }
}
