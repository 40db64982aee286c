package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.epochreel.data.table.DateText.Order;
import org.epochreel.data.table.NumberText.Speaks;

/** What the fields of a column look like, counted while they pass. Mutable. */
final class ColumnSurvey {

    private final Optional<DateFormat> format;
    private final Map<Speaks, Integer> numbers = new EnumMap<>(Speaks.class);
    private final Map<Order, Integer> dates = new EnumMap<>(Order.class);
    private int formatted;
    private int present;
    private int dateCount;
    private long firstLine;
    private String firstDate = "";
    private String firstEither = "";
    private String firstWord = "";
    private char dateSeparator;

    /** What a column holds. */
    enum Kind {
        NUMBERS, DATES, WORDS, NOTHING
    }

    ColumnSurvey(Optional<DateFormat> format) {
        this.format = format;
    }

    /** Looks at a field without spaces at its ends. */
    void look(String field, long line) {
        if (ValueReader.isMissing(field)) {
            return;
        }
        if (present++ == 0) {
            firstLine = line;
        }
        Speaks speaks = NumberText.speaks(field);
        numbers.merge(speaks, 1, Integer::sum);
        if (speaks == Speaks.FOR_EITHER && firstEither.isEmpty()) {
            firstEither = field;
        }
        if (format.isPresent()) {
            formatted += format.get().parse(field).isPresent() ? 1 : 0;
        } else if (speaks == Speaks.NO_NUMBER || field.length() == 8) {
            Optional<DateText> date = DateText.of(field);
            if (date.isPresent()) {
                dates.merge(date.get().order(), 1, Integer::sum);
                if (dateCount++ == 0) {
                    firstDate = field;
                    dateSeparator = date.get().separator();
                }
            }
            if (date.isEmpty() && speaks == Speaks.NO_NUMBER && firstWord.isEmpty()) {
                firstWord = field;
            }
        }
    }

    /** Fields that hold something. */
    int present() {
        return present;
    }

    /** Line of the first of them. */
    long firstLine() {
        return firstLine;
    }

    /** A field that is neither a number nor a date; empty if there is none. */
    String firstWord() {
        return firstWord;
    }

    /** A number that means one thing with a decimal point and another with a comma; empty if there is none. */
    String firstEither() {
        return firstEither;
    }

    String firstDate() {
        return firstDate;
    }

    int count(Speaks speaks) {
        return numbers.getOrDefault(speaks, 0);
    }

    /** What most of the fields are. */
    Kind kind() {
        int words = count(Speaks.NO_NUMBER);
        if (present == 0) {
            return Kind.NOTHING;
        }
        if (format.isPresent() && 2 * formatted >= present || dateCount == present) {
            return Kind.DATES;
        }
        if (2 * words <= present) {
            return Kind.NUMBERS;
        }
        return 2 * dateCount >= present ? Kind.DATES : Kind.WORDS;
    }

    /** Reads this column's dates. */
    record DateReading(String format, Function<String, Optional<OffsetDateTime>> parse) {}

    /** How its dates are read; nothing where the first number may be the day or the month. */
    Optional<DateReading> dates() {
        if (format.isPresent()) {
            return format.map(written -> new DateReading(written.letters(), written::parse));
        }
        Order best = Order.YEAR_MONTH_DAY;
        for (Map.Entry<Order, Integer> order : dates.entrySet()) {
            if (order.getKey() != Order.DAY_OR_MONTH && order.getValue() > dates.getOrDefault(best, 0)) {
                best = order.getKey();
            }
        }
        boolean told = dates.getOrDefault(best, 0) > 0;
        Order wanted = best;
        return told
                ? Optional.of(new DateReading(wanted.letters(dateSeparator),
                        text -> DateText.of(text).flatMap(date -> date.moment(wanted))))
                : Optional.empty();
    }

    /** Both formats in which ambiguous dates may be written, time included. */
    ImmutableList<String> bothFormats() {
        int space = firstDate.indexOf(' ');
        long colons = firstDate.chars().filter(c -> c == ':').count();
        String time = space < 0 || colons == 0 ? "" : colons == 1 ? " H:mm" : " H:mm:ss";
        return ImmutableList.of(Order.MONTH_DAY_YEAR.letters(dateSeparator) + time,
                Order.DAY_MONTH_YEAR.letters(dateSeparator) + time);
    }
}
