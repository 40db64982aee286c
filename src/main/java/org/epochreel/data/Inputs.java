package org.epochreel.data;

/** Where the x of generated points lie. */
public sealed interface Inputs {

    /** {@code count} evenly spaced values, both ends included. */
    record Grid(double from, double to, int count) implements Inputs {}

    /** {@code count} values drawn uniformly from [from, to). */
    record Uniform(double from, double to, int count) implements Inputs {}
}
