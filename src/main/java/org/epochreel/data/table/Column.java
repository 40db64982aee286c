package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.TreeSet;

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
    record Words(String name, ImmutableList<String> values) implements Column {

        /**
         * The different words in order: by number where all of them are numbers, of which 1 and 1.0 are the same, else
         * by code point.
         *
         * @param mark what stands before decimals
         */
        public Classes classes(DecimalMark mark) {
            boolean numbers = ImmutableSet.copyOf(values).stream().allMatch(word -> NumberText.parse(word, mark).isPresent());
            Comparator<String> order = numbers
                    ? Comparator.comparingDouble(word -> NumberText.parse(word, mark).orElseThrow() + 0.0)
                    : Words::byCodePoint;
            ImmutableSet<String> written = ImmutableSet.copyOf(values);
            // A set keeps what it has of two equal ones, and so the writing that comes first.
            TreeSet<String> distinct = new TreeSet<>(order);
            distinct.addAll(written);
            ImmutableList<String> names = ImmutableList.copyOf(distinct);
            ImmutableMap<String, Integer> indexOf =
                    Maps.toMap(written, word -> Collections.binarySearch(names, word, order));
            ImmutableIntArray indices = ImmutableIntArray.copyOf(values.stream().mapToInt(indexOf::get));
            return new Classes(names, indices, order);
        }

        private static int byCodePoint(String a, String b) {
            return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        }
    }

    /**
     * The different words of a column.
     *
     * @param names in order, as first written
     * @param indices of the rows' words among them
     * @param order of all words of the column
     */
    record Classes(ImmutableList<String> names, ImmutableIntArray indices, Comparator<String> order) {

        /** Where a word of the same kind stands among the names; negative where it is none of them. */
        public int indexOf(String word) {
            try {
                return Collections.binarySearch(names, word, order);
            } catch (NoSuchElementException e) {
                return -1;
            }
        }
    }
}
