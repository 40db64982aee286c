package org.epochreel.network;

/** A family of curves whose own parameters a, b, c, d can be fitted instead of a network's. */
public enum CurveFamily {
    /** {@code a*x + b} */
    LINEAR,
    /** {@code a*x*x + b*x + c} */
    QUADRATIC,
    /** {@code a*sin(b*x + c) + d} */
    SINUSOIDAL
}
