package org.epochreel.chart;

/**
 * A number that changes from frame to frame, in a place of fixed width.
 *
 * @param label what the number is; may be empty
 * @param widest a text at least as wide as any value that will be shown; it reserves the place
 * @param rate whether it is the learning rate, whose changes are told here
 */
public record ReadoutCell(String label, String widest, boolean rate) {

    /** Any number but the learning rate. */
    public ReadoutCell(String label, String widest) {
        this(label, widest, false);
    }
}
