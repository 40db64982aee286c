package org.epochreel.data;

/** A formula that cannot be understood: what is wrong, what is allowed, and where. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Index of the offending character, from 0; the text's length where the formula ends too early. */
    public int position() {
        return position;
    }
}
