package org.epochreel.chart.wall;

import org.epochreel.text.ReadoutNumber;

/** Numbers on a wall. */
final class WallNumber {

    private WallNumber() {}

    static String loss(double value) {
        return ReadoutNumber.loss(value);
    }
}
