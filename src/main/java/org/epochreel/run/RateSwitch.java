package org.epochreel.run;

/**
 * A cut-off that fired, or a cut of an adaptive rate.
 *
 * @param epoch at which its condition held; the update that leads to the following epoch is the first to use the new
 *     rate
 * @param from learning rate before
 * @param to learning rate after
 */
public record RateSwitch(int epoch, double from, double to) {}
