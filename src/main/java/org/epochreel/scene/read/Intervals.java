package org.epochreel.scene.read;

import org.epochreel.text.ShortestDecimal;

/** Checks pairs of numbers that must span an interval. */
final class Intervals {

    private Intervals() {}

    /** Whether {@code from < to} and the distance is a finite double; a mistake of the key {@code to} where not. */
    static boolean check(Section section, double from, double to) {
        return section.optional("to").map(value -> check(value, from, to)).orElse(true);
    }

    static boolean check(Value value, double from, double to) {
        if (!(from < to)) {
            value.mistake("the interval from " + ShortestDecimal.of(from) + " to " + ShortestDecimal.of(to)
                    + " is empty", "the second number must be the larger one");
            return false;
        }
        if (Double.isInfinite(to - from)) {
            value.mistake("the interval from " + ShortestDecimal.of(from) + " to " + ShortestDecimal.of(to)
                    + " is too long", "its length must be at most the largest double");
            return false;
        }
        return true;
    }
}
