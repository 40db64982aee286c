package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.time.Duration;
import java.time.OffsetDateTime;

/** A column of a table: a value for each of its rows. */
public sealed interface Column {

    String name();

    /** Finite numbers. */
    record Numbers(String name, ImmutableDoubleArray values) implements Column {}

    /**
     * Dates, as days after the first of them.
     *
     * @param values in days, hours and less as their fractions
     * @param origin the date whose value is 0, with the offset in which the first row is written (0 if it names none)
     * @param timed whether any row names a time of the day
     * @param format how they are written
     */
    record Dates(String name, ImmutableDoubleArray values, OffsetDateTime origin, boolean timed, String format)
            implements Column {

        private static final double SECONDS_A_DAY = 86_400;

        /** The same dates as days after another. */
        public Dates since(OffsetDateTime other) {
            double shift = days(other, origin);
            ImmutableDoubleArray.Builder shifted = ImmutableDoubleArray.builder(values.length());
            values.forEach(value -> shifted.add(value + shift));
            return new Dates(name, shifted.build(), other, timed, format);
        }

        static double days(OffsetDateTime from, OffsetDateTime to) {
            Duration passed = Duration.between(from, to);
            double fraction = passed.getNano() / 1e9;
            return (passed.getSeconds() + fraction) / SECONDS_A_DAY;
        }
    }

    /** Words, without spaces at their ends. */
    record Words(String name, ImmutableList<String> values) implements Column {}
}
