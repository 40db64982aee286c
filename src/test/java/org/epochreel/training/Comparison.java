package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.epochreel.reference.Reference;

/**
 * Compares numbers with reference values within what other evaluations of the same mathematics differ by: 100 times the
 * spread (at least 1e-12) where it is below 1e-7, 10 times up to 1e-2, relative to the value; beyond that not at all.
 */
final class Comparison {
    private static final double LEAST = 1e-12;
    private static final double SMALL = 1e-7;
    static final double LARGE = 1e-2;

    private final String family;
    private int values;
    private double worst;
    private String worstAt = "";

    Comparison(String family) {
        this.family = family;
    }

    /** A value with its relative spread, which may be unknown where the value is not finite. */
    void relative(String what, double expected, Reference spread, double actual) {
        if (Double.isFinite(expected)) {
            relative(what, expected, spread.number(), actual);
        }
    }

    void relative(String what, double expected, double spread, double actual) {
        if (spread < LARGE) {
            within(what, expected, tolerance(spread) * Math.abs(expected), actual);
        }
    }

    /** A value with its absolute spread, on a scale of values that are near {@code scale} at most. */
    void absolute(String what, double expected, double scale, double spread, double actual) {
        if (spread < LARGE * scale) {
            within(what, expected, tolerance(spread / scale) * scale, actual);
        }
    }

    /** Numbers of one vector that have one tolerance, relative to the vector's greatest magnitude. */
    void vector(String what, double[] expected, double spread, double[] actual) {
        assertTrue(expected.length == actual.length, what + ": " + expected.length + " and " + actual.length + " values");
        double scale = Double.MIN_NORMAL;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            absolute(what + "[" + i + "]", expected[i], scale, spread, actual[i]);
        }
    }

    /** A sampled range, which is widened by its own width on each side. */
    void range(String what, Reference range, double actual) {
        double low = range.at(0).number();
        double high = range.at(1).number();
        double middle = 0.5 * (low + high);
        within(what, middle, Math.max(1.5 * (high - low), LEAST * Math.abs(middle)), actual);
    }

    /** Counts a value and fails unless it is within {@code tolerance} of the expected one. */
    void within(String what, double expected, double tolerance, double actual) {
        double off = Math.abs(actual - expected);
        assertTrue(
                off <= tolerance,
                family + ", " + what + ": expected " + expected + " within " + tolerance + " but was " + actual);
        values++;
        double share = off == 0 ? 0 : off / tolerance;
        if (share > worst) {
            worst = share;
            worstAt = what;
        }
    }

    void print() {
        System.out.printf(
                Locale.ROOT, "%s: %d values, worst %.2f of tolerance (%s)%n", family, values, worst, worstAt);
    }

    private static double tolerance(double spread) {
        return spread < SMALL ? Math.max(LEAST, 100 * spread) : 10 * spread;
    }
}
