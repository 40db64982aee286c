package org.epochreel.data.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * How the dates of a column are written, in the letters of {@link DateTimeFormatter} with English names of months and
 * days, in letters of any case; two formats are equal when their letters are.
 */
public final class DateFormat {

    private final String letters;
    private final DateTimeFormatter formatter;

    private DateFormat(String letters, DateTimeFormatter formatter) {
        this.letters = letters;
        this.formatter = formatter;
    }

    /**
     * A format such as {@code d.M.yyyy HH:mm}; what it leaves out of month, day and time is the first one.
     *
     * @throws IllegalArgumentException if {@code letters} is no pattern, or has no year
     */
    public static DateFormat of(String letters) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(letters)
                .toFormatter(Locale.ENGLISH);
        DateFormat format = new DateFormat(letters, formatter);
        try {
            String written = OffsetDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC).format(formatter);
            if (format.parse(written).isEmpty()) {
                throw new IllegalArgumentException("no date can be told from \"" + letters + "\"");
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date can be told from \"" + letters + "\"", e);
        }
        return format;
    }

    public String letters() {
        return letters;
    }

    /** The moment that a stripped text names; at an offset of 0 where it names none. */
    Optional<OffsetDateTime> parse(String text) {
        try {
            TemporalAccessor fields = formatter.parse(text);
            Optional<LocalDate> date = date(fields);
            LocalTime time = Optional.ofNullable(fields.query(TemporalQueries.localTime())).orElse(LocalTime.MIN);
            // Only offsets: what a zone's name means changes with the tables of the machine.
            ZoneOffset offset = Optional.ofNullable(fields.query(TemporalQueries.offset())).orElse(ZoneOffset.UTC);
            return date.map(day -> LocalDateTime.of(day, time).atOffset(offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(TemporalAccessor fields) {
        LocalDate whole = fields.query(TemporalQueries.localDate());
        if (whole != null) {
            return Optional.of(whole);
        }
        ChronoField year = fields.isSupported(ChronoField.YEAR) ? ChronoField.YEAR : ChronoField.YEAR_OF_ERA;
        if (!fields.isSupported(year)) {
            return Optional.empty();
        }
        boolean month = fields.isSupported(ChronoField.MONTH_OF_YEAR);
        return Optional.of(LocalDate.of(fields.get(year), month ? fields.get(ChronoField.MONTH_OF_YEAR) : 1, 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateFormat that && letters.equals(that.letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    @Override
    public String toString() {
        return letters;
    }
}
