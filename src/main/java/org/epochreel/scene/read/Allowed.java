package org.epochreel.scene.read;

import java.util.function.DoublePredicate;

/**
 * The finite numbers that a key takes.
 *
 * @param sentence such as "a number above 0"
 */
record Allowed(String sentence, DoublePredicate contains) {

    static final Allowed ANY = new Allowed("a number such as 2.5, -3 or 1e-3", value -> true);
    static final Allowed ABOVE_0 = new Allowed("a number above 0", value -> value > 0);
    static final Allowed AT_LEAST_0 = new Allowed("a number of at least 0", value -> value >= 0);

    /** From 0 to 1, 1 excluded. */
    static final Allowed BELOW_1 = new Allowed("a number from 0 up to, but not including, 1", v -> v >= 0 && v < 1);

    /** From 0 to 1, 0 excluded. */
    static final Allowed FACTOR = new Allowed("a number above 0 and at most 1", value -> value > 0 && value <= 1);

    static final Allowed DEGREES = new Allowed("an angle in degrees from 0 up to, but not including, 180",
            value -> value >= 0 && value < 180);
}
