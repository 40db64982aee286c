package org.epochreel.run;

/**
 * A cut-off that fired.
 *
 * @param epoch at which its condition held; the update that leads to the following epoch is the first to use the new
 *     rate
 * @param from learning rate before
 * @param to learning rate after
 */
public record RateSwitch(int epoch, double from, double to) {}
