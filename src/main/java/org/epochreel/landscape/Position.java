package org.epochreel.landscape;

/** A position in a plane, along its first and its second direction. */
public record Position(double x, double y) {}
