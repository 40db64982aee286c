package org.epochreel.sound.synth;

import org.epochreel.sound.Pcm;

/** The two channels to which every voice and bell is added. */
final class Mix {

    /** Samples a second. */
    static final int RATE = 44100;

    private final double[] left;
    private final double[] right;

    Mix(int length) {
        left = new double[length];
        right = new double[length];
    }

    int length() {
        return left.length;
    }

    void add(int sample, double toLeft, double toRight) {
        left[sample] += toLeft;
        right[sample] += toRight;
    }

    Pcm sound() {
        return new Pcm(RATE, left, right);
    }
}
