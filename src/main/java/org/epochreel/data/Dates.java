package org.epochreel.data;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Numbers that are days after a date.
 *
 * @param origin the date whose number is 0
 * @param timed whether times of the day matter
 */
public record Dates(LocalDateTime origin, boolean timed) {

    private static final double SECONDS_A_DAY = 86_400;

    /** The number of a date: days, hours and less as their fractions. */
    public double days(LocalDateTime date) {
        Duration passed = Duration.between(origin, date);
        return (passed.getSeconds() + passed.getNano() / 1e9) / SECONDS_A_DAY;
    }

    /**
     * The date of a number, to the nearest second.
     *
     * @throws java.time.DateTimeException if it is a thousand million years away
     */
    public LocalDateTime date(double days) {
        return origin.plusSeconds(Math.round(days * SECONDS_A_DAY));
    }
}
