package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.data.Dates;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Marks of an axis of dates at round years, months, days or times. A label says what is new: {@code Mar}, but
 * {@code 2026} for a January; {@code 14:00}, but {@code 3 Mar} for a midnight. What no label says is the axis's note.
 */
final class DateTicks {

    /** Days before and after the origin beyond which an axis shows plain numbers. */
    private static final double FURTHEST = 1e8;

    /** How marks follow each other; from fine to coarse. */
    private enum Unit {
        SECONDS(ChronoUnit.SECONDS, 1, 2, 5, 10, 15, 30),
        MINUTES(ChronoUnit.MINUTES, 1, 2, 5, 10, 15, 30),
        HOURS(ChronoUnit.HOURS, 1, 2, 3, 6, 12),
        DAYS(ChronoUnit.DAYS, 1, 2, 7, 14),
        MONTHS(ChronoUnit.MONTHS, 1, 2, 3, 6),
        YEARS(ChronoUnit.YEARS, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000);

        private final ChronoUnit unit;
        private final ImmutableList<Integer> steps;

        Unit(ChronoUnit unit, Integer... steps) {
            this.unit = unit;
            this.steps = ImmutableList.copyOf(steps);
        }

        double days(int step) {
            return step * (double) unit.getDuration().toSeconds() / ChronoUnit.DAYS.getDuration().toSeconds();
        }

        /** The unit in which this one's marks begin anew. */
        LocalDateTime floor(LocalDateTime date) {
            return switch (this) {
                case SECONDS -> date.truncatedTo(ChronoUnit.MINUTES);
                case MINUTES -> date.truncatedTo(ChronoUnit.HOURS);
                case HOURS -> date.truncatedTo(ChronoUnit.DAYS);
                case DAYS -> date.toLocalDate().withDayOfMonth(1).atStartOfDay();
                case MONTHS -> LocalDate.of(date.getYear(), 1, 1).atStartOfDay();
                case YEARS -> LocalDate.of(Math.floorDiv(date.getYear(), 100_000) * 100_000, 1, 1).atStartOfDay();
            };
        }
    }

    private DateTicks() {}

    /** Marks of {@code range}: the finest step that cuts it into at most {@code intervals}. */
    static Marks within(Range range, Dates dates, int intervals) {
        if (Math.abs(range.from()) > FURTHEST || Math.abs(range.to()) > FURTHEST) {
            return Ticks.marks(range, intervals);
        }
        double least = (range.to() - range.from()) / intervals;
        for (Unit unit : Unit.values()) {
            for (int step : unit.steps) {
                if (unit.days(step) >= 0.99 * least && least * 86_400 >= 0.5) {
                    return marks(range, dates, unit, step);
                }
            }
        }
        return Ticks.marks(range, intervals);
    }

    private static Marks marks(Range range, Dates dates, Unit unit, int step) {
        ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
        boolean datesShown = false;
        boolean yearsShown = unit == Unit.YEARS;
        LocalDateTime last = dates.date(range.to());
        LocalDateTime group = unit.floor(dates.date(range.from()));
        while (!group.isAfter(last)) {
            LocalDateTime next = nextGroup(group, unit);
            long skipped = Math.max(0, unit.unit.between(group, dates.date(range.from())) / step);
            for (long i = skipped; ; i++) {
                LocalDateTime date = group.plus(i * step, unit.unit);
                boolean crowdsNext = unit == Unit.DAYS && step > 1 && date.plusDays((step + 1) / 2).isAfter(next);
                if (!date.isBefore(next) || date.isAfter(last) || crowdsNext) {
                    break;
                }
                double at = dates.days(date);
                if (at >= range.from() && at <= range.to()) {
                    ticks.add(new Tick(at, label(date, unit)));
                    datesShown |= unit.compareTo(Unit.DAYS) < 0 && isMidnight(date);
                    yearsShown |= unit == Unit.MONTHS && date.getMonthValue() == 1;
                }
            }
            group = next;
        }
        LocalDateTime first = dates.date(range.from());
        return new Marks(ticks.build(), context(first, last, unit, datesShown, yearsShown)
                .map(context -> new Marks.Note(context, ", " + context)));
    }

    private static LocalDateTime nextGroup(LocalDateTime group, Unit unit) {
        return switch (unit) {
            case SECONDS -> group.plusMinutes(1);
            case MINUTES -> group.plusHours(1);
            case HOURS -> group.plusDays(1);
            case DAYS -> group.plusMonths(1);
            case MONTHS -> group.plusYears(1);
            case YEARS -> group.plusYears(100_000);
        };
    }

    private static boolean isMidnight(LocalDateTime date) {
        return date.equals(date.truncatedTo(ChronoUnit.DAYS));
    }

    private static String label(LocalDateTime date, Unit unit) {
        return switch (unit) {
            case SECONDS -> text(date, "HH:mm:ss");
            case MINUTES, HOURS -> text(date, isMidnight(date) ? "d MMM" : "HH:mm");
            case DAYS -> text(date, "d MMM");
            case MONTHS -> text(date, date.getMonthValue() == 1 ? "uuuu" : "MMM");
            case YEARS -> Integer.toString(date.getYear()).replace('-', '\u2212');
        };
    }

    private static Optional<String> context(
            LocalDateTime first, LocalDateTime last, Unit unit, boolean datesShown, boolean yearsShown) {
        boolean days = unit.compareTo(Unit.DAYS) < 0 && !datesShown;
        if (days) {
            return Optional.of(text(first, "d MMMM uuuu"));
        }
        if (yearsShown) {
            return Optional.empty();
        }
        String from = text(first, "uuuu");
        String to = text(last, "uuuu");
        return Optional.of(from.equals(to) ? from : from + "\u2013" + to);
    }

    private static String text(LocalDateTime date, String letters) {
        return DateTimeFormatter.ofPattern(letters, Locale.ENGLISH).format(date);
    }
}
