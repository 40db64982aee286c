package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as it is written without anybody saying how: ISO 8601 ({@code 2026-03-01}, {@code 20260301}, {@code 2026-03}),
 * numbers with points, slashes or dashes, or with the English name of a month, each also with a time and an offset.
 *
 * <p>Years have four digits, so that they can be told from days.
 *
 * @param order of its parts; {@link Order#DAY_OR_MONTH} where it can be read in two ways
 * @param separator between them; 0 for none
 * @param zoned whether an offset is written
 * @param first day, in the last case of {@code order} the first number
 * @param second month, in the last case of {@code order} the second number
 */
record DateText(Order order, char separator, boolean zoned, int year, int first, int second, LocalTime time,
        ZoneOffset offset) {

    /** Which part of a date comes first. */
    enum Order {
        YEAR_MONTH_DAY("yyyy-MM-dd"),
        YEAR_MONTH("yyyy-MM"),
        DAY_MONTH_YEAR("d-M-yyyy"),
        MONTH_DAY_YEAR("M-d-yyyy"),
        NAMED_MONTH("with names of months"),
        DAY_OR_MONTH("d-M-yyyy or M-d-yyyy");

        private final String letters;

        Order(String letters) {
            this.letters = letters;
        }

        /** In the letters of a date format. */
        String letters(char separator) {
            return this == NAMED_MONTH ? letters : letters.replace("-", separator == 0 ? "" : "" + separator);
        }
    }

    private static final ImmutableList<String> MONTHS = ImmutableList.of("january", "february", "march", "april", "may",
            "june", "july", "august", "september", "october", "november", "december");

    /** Eight digits are a date only in years that people keep tables of. */
    private static final int FIRST_YEAR = 1500;

    private static final int LAST_YEAR = 2500;

    /** The date that a stripped text looks like; nothing where it looks like none, or names a day that never was. */
    static Optional<DateText> of(String text) {
        if (text.length() < 6 || text.length() > 40) {
            return Optional.empty();
        }
        return new Scan(text).date();
    }

    /** The moment, read in {@code order} where it can be read in two ways; nothing where that is not its order. */
    Optional<OffsetDateTime> moment(Order wanted) {
        if (order != wanted && order != Order.DAY_OR_MONTH) {
            return Optional.empty();
        }
        boolean monthFirst = order == Order.DAY_OR_MONTH && wanted == Order.MONTH_DAY_YEAR;
        LocalDate date = monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
        return Optional.of(OffsetDateTime.of(date, time, offset));
    }

    /** Reads one text from its start. Mutable. */
    private static final class Scan {

        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Optional<DateText> date() {
            return Character.isLetter(text.charAt(0)) ? named(-1) : numbers();
        }

        private Optional<DateText> numbers() {
            int start = at;
            int first = number();
            int digits = at - start;
            if (digits == 8) {
                return withTime(Order.YEAR_MONTH_DAY, (char) 0, first / 10000, first / 100 % 100, first % 100)
                        .filter(date -> date.year >= FIRST_YEAR && date.year <= LAST_YEAR);
            }
            if (digits < 1 || at == text.length()) {
                return Optional.empty();
            }
            char separator = text.charAt(at++);
            if (at < text.length() && Character.isLetter(text.charAt(skipSpaces()))) {
                return digits == 4 ? Optional.empty() : named(first);
            }
            if (separator != '-' && separator != '/' && separator != '.') {
                return Optional.empty();
            }
            start = at;
            int second = number();
            int secondDigits = at - start;
            if (secondDigits < 1 || secondDigits > 2) {
                return Optional.empty();
            }
            if (at == text.length() || text.charAt(at) != separator) {
                return digits == 4 && secondDigits == 2 && separator != '.'
                        ? withTime(Order.YEAR_MONTH, separator, first, second, 1) : Optional.empty();
            }
            start = ++at;
            int third = number();
            int thirdDigits = at - start;
            if (digits == 4 && thirdDigits >= 1 && thirdDigits <= 2) {
                return withTime(Order.YEAR_MONTH_DAY, separator, first, second, third);
            }
            if (thirdDigits != 4 || digits > 2) {
                return Optional.empty();
            }
            if (separator == '.' || first > 12) {
                return withTime(Order.DAY_MONTH_YEAR, separator, third, second, first);
            }
            return second > 12
                    ? withTime(Order.MONTH_DAY_YEAR, separator, third, first, second)
                    : withTime(Order.DAY_OR_MONTH, separator, third, second, first);
        }

        /** After a day, {@code 1 Mar 2026}, or from the month on, {@code Mar 1, 2026} or {@code Mar 2026}. */
        private Optional<DateText> named(int day) {
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            int month = month(text.substring(start, at));
            skipSeparators();
            start = at;
            int number = number();
            int digits = at - start;
            if (month == 0 || digits == 0) {
                return Optional.empty();
            }
            if (digits == 4) {
                return withTime(Order.NAMED_MONTH, ' ', number, month, day < 0 ? 1 : day);
            }
            skipSeparators();
            start = at;
            int year = number();
            return day >= 0 || at - start != 4
                    ? Optional.empty() : withTime(Order.NAMED_MONTH, ' ', year, month, number);
        }

        private static int month(String name) {
            String wanted = name.toLowerCase(Locale.ROOT);
            for (int i = 0; i < MONTHS.size(); i++) {
                String month = MONTHS.get(i);
                if (wanted.equals(month) || wanted.equals(month.substring(0, 3)) || wanted.equals("sept") && i == 8) {
                    return i + 1;
                }
            }
            return 0;
        }

        private Optional<DateText> withTime(Order order, char separator, int year, int month, int day) {
            if (month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
                return Optional.empty();
            }
            if (at == text.length()) {
                return Optional.of(new DateText(
                        order, separator, false, year, day, month, LocalTime.MIN, ZoneOffset.UTC));
            }
            if (text.charAt(at) != 'T' && text.charAt(at) != 't' && !NumberText.isSpace(text.charAt(at))) {
                return Optional.empty();
            }
            at++;
            skipSpaces();
            Optional<LocalTime> time = new TimeScan().time();
            skipSpaces();
            boolean zoned = at < text.length();
            Optional<ZoneOffset> offset = zoned ? offset(text.substring(at)) : Optional.of(ZoneOffset.UTC);
            return time.isEmpty() || offset.isEmpty() ? Optional.empty() : Optional.of(new DateText(
                    order, separator, zoned, year, day, month, time.get(), offset.get()));
        }

        /** {@code 14:05}, {@code 140509}, {@code 14:05:09.25} or {@code 2:05 pm}. */
        private final class TimeScan {

            Optional<LocalTime> time() {
                int start = at;
                int hour = number();
                int digits = at - start;
                int minute = 0;
                int second = 0;
                int nano = 0;
                if (digits == 4 || digits == 6) {
                    int clock = digits == 4 ? hour * 100 : hour;
                    hour = clock / 10000;
                    minute = clock / 100 % 100;
                    second = clock % 100;
                } else if (digits >= 1 && digits <= 2 && take(':')) {
                    minute = number();
                    second = take(':') ? number() : 0;
                } else {
                    return Optional.empty();
                }
                if (take('.') || take(',')) {
                    int decimals = at;
                    double fraction = number();
                    int places = at - decimals;
                    if (places < 1 || places > 9) {
                        return Optional.empty();
                    }
                    for (; places < 9; places++) {
                        fraction *= 10;
                    }
                    nano = (int) fraction;
                }
                skipSpaces();
                String rest = text.substring(at).toLowerCase(Locale.ROOT);
                if ((rest.equals("am") || rest.equals("pm")) && hour >= 1 && hour <= 12) {
                    hour = hour % 12 + (rest.equals("pm") ? 12 : 0);
                    at += 2;
                }
                boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
                return valid ? Optional.of(LocalTime.of(hour, minute, second, nano)) : Optional.empty();
            }
        }

        private static Optional<ZoneOffset> offset(String written) {
            if (written.equals("Z") || written.equals("z") || written.equals("UTC") || written.equals("GMT")) {
                return Optional.of(ZoneOffset.UTC);
            }
            if (!written.matches("[-+][0-9]{2}(:?[0-9]{2})?")) {
                return Optional.empty();
            }
            int hours = Integer.parseInt(written.substring(1, 3));
            int minutes = written.length() == 3 ? 0 : Integer.parseInt(written.substring(written.length() - 2));
            if (hours > 17 || minutes > 59) {
                return Optional.empty();
            }
            int sign = written.charAt(0) == '-' ? -1 : 1;
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        }

        /** Digits, at most nine; -1 for none or more. */
        private int number() {
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < 9 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = 10 * value + text.charAt(at++) - '0';
            }
            return at == start ? -1 : value;
        }

        private boolean take(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }

        private int skipSpaces() {
            while (at < text.length() && NumberText.isSpace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private void skipSeparators() {
            while (at < text.length() && "-/., ".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
