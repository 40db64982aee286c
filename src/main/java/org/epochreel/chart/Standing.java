package org.epochreel.chart;

/**
 * How one of several runs stands among them in one frame.
 *
 * @param lead how far it is shown as the best, from 0 to 1
 * @param rank its place among the names at the curves' right ends, from 0 at the top; between two whole numbers while it
 *     changes
 */
public record Standing(double lead, double rank) {

    /** Of a run that is the only one. */
    public static final Standing ALONE = new Standing(0, 0);
}
