package org.epochreel.data.table;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.data.table.ColumnSurvey.DateReading;

/** Reads the fields of one column as numbers, and keeps those of the rows that count. Mutable. */
abstract class ValueReader {

    private static final ImmutableSet<String> MISSING = ImmutableSet.of("na", "n/a", "#n/a", "nan", "null", "none");

    private final String name;
    private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();

    private ValueReader(String name) {
        this.name = name;
    }

    final String name() {
        return name;
    }

    /** Reads a stripped field that holds something; nothing where it cannot. It is kept only by {@link #keep}. */
    abstract boolean read(String field);

    /** Keeps what was read last. */
    final void keep() {
        values.add(value());
    }

    abstract double value();

    /** What is wrong with a field that could not be read; {@code shown} is empty or the field in quotes. */
    abstract String refusal(String field, String shown);

    abstract Column column();

    static final class OfNumbers extends ValueReader {

        private final DecimalMark mark;
        private double last;

        OfNumbers(String name, DecimalMark mark) {
            super(name);
            this.mark = mark;
        }

        @Override
        boolean read(String field) {
            OptionalDouble number = NumberText.parse(field, mark);
            last = number.orElse(Double.NaN);
            return Double.isFinite(last);
        }

        @Override
        double value() {
            return last;
        }

        @Override
        String refusal(String field, String shown) {
            if (Double.isInfinite(last)) {
                return shown.replace("\"", "") + " is too large for a double";
            }
            if (NumberText.speaks(field) != NumberText.Speaks.NO_NUMBER) {
                return shown + " is not a number with a decimal " + (mark == DecimalMark.POINT ? "point" : "comma")
                        + ", as the others are; write it as they are written";
            }
            String examples = mark == DecimalMark.POINT ? "2.5, -3 or 1e-3" : "2,5, -3 or 1e-3";
            return shown + " is not a finite number; allowed are numbers such as " + examples;
        }

        @Override
        Column column() {
            return new Column.Numbers(name(), super.values.build());
        }
    }

    static final class OfDates extends ValueReader {

        private final DateReading dates;
        private Optional<OffsetDateTime> origin = Optional.empty();
        private OffsetDateTime last = OffsetDateTime.MIN;
        private boolean timed;

        OfDates(String name, DateReading dates) {
            super(name);
            this.dates = dates;
        }

        @Override
        boolean read(String field) {
            Optional<OffsetDateTime> date = dates.parse().apply(field);
            date.ifPresent(moment -> last = moment);
            return date.isPresent();
        }

        @Override
        double value() {
            OffsetDateTime first = origin.orElse(last);
            origin = Optional.of(first);
            timed |= !last.toLocalTime().equals(LocalTime.MIN);
            return Column.Dates.days(first, last);
        }

        @Override
        String refusal(String field, String shown) {
            return shown + " is not a date written as the others are: " + dates.format();
        }

        @Override
        Column column() {
            return new Column.Dates(name(), super.values.build(), origin.orElseThrow(), timed, dates.format());
        }
    }

    /** Whether a stripped text says that there is no value: it is empty, NA, NaN, null and the like, in any case. */
    static boolean isMissing(String text) {
        return text.isEmpty() || text.length() <= 4 && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }
}
