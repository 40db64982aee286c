package org.epochreel.video.h264;

/** How the tests' decoder refuses what the standard forbids or its subset does not hold. */
final class Refusal {

    private Refusal() {
    }

    static void unless(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }

    static void expect(int expected, int actual, String name) {
        if (expected != actual) {
            throw new AssertionError(name + " is " + actual + " instead of " + expected);
        }
    }
}
