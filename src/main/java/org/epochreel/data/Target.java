package org.epochreel.data;

/** The function that generated points follow. */
public sealed interface Target {

    record Linear(double a, double b) implements Target {}

    record Quadratic(double a, double b, double c) implements Target {}

    record Sinusoidal(double a, double b, double c, double d) implements Target {}

    /** A formula of x. */
    record Formula(Expression expression) implements Target {}
}
