package org.epochreel.scene.starter;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.epochreel.data.table.Column;
import org.epochreel.data.table.TableColumns;
import org.epochreel.data.table.TableException;
import org.epochreel.data.table.TableFile;

/**
 * Which columns of a table are x and y where nobody says. x is the first column of dates; or else the first whose
 * numbers rise from row to row; or never fall and are not few; or whose name says time; or the first. y is the first
 * column of numbers to the right of x, or else to its left, that neither just rise nor are few.
 *
 * @param others columns of numbers or dates that could be chosen instead
 */
record ColumnChoice(String x, String y, ImmutableList<String> others) {

    /** Columns that are looked at. */
    private static final int MOST = 64;

    /** Rows to a value, on average, from which on the values are few. */
    private static final int FEW = 3;

    /** Values that hardly measure anything if there are no more, such as numbers of groups. */
    private static final int LABELS = 12;

    private static final Pattern TIME = Pattern.compile(
            "(?i)x|t|time|times|date|year|days|hours|minutes|seconds|age|epoch|step");

    /**
     * Chooses what is not asked for.
     *
     * @throws TableException if a column that is asked for is not there, or there are no two columns to choose from
     */
    static ColumnChoice of(TableFile table, Optional<String> askedX, Optional<String> askedY)
            throws TableException, IOException {
        List<String> candidates = new ArrayList<>();
        for (String name : table.valueNames()) {
            boolean once = table.names().indexOf(name) == table.names().lastIndexOf(name);
            if (!name.isEmpty() && once && candidates.size() < MOST) {
                candidates.add(name);
            }
        }
        String x = askedX.isPresent() ? askedX.get() : x(table, candidates, askedY);
        String y = askedY.isPresent() ? askedY.get() : y(table, candidates, x);
        ImmutableList<String> others = candidates.stream()
                .filter(name -> !name.equals(x) && !name.equals(y))
                .collect(ImmutableList.toImmutableList());
        return new ColumnChoice(x, y, others);
    }

    private static String x(TableFile table, List<String> candidates, Optional<String> y)
            throws TableException, IOException {
        Optional<String> rising = Optional.empty();
        Optional<String> neverFalling = Optional.empty();
        Optional<String> time = Optional.empty();
        Optional<String> first = Optional.empty();
        for (String name : candidates) {
            if (y.isPresent() && y.get().equals(name)) {
                continue;
            }
            if (table.dateNames().contains(name)) {
                return name;
            }
            first = first.isPresent() ? first : Optional.of(name);
            boolean named = TIME.matcher(name).matches();
            if (named) {
                time = time.isPresent() ? time : Optional.of(name);
            }
            ImmutableDoubleArray values = values(table, name);
            if (rises(values, true) && (named || !countsRows(values))) {
                rising = rising.isPresent() ? rising : Optional.of(name);
            } else if (rises(values, false) && FEW * distinct(values) > values.length()) {
                neverFalling = neverFalling.isPresent() ? neverFalling : Optional.of(name);
            }
        }
        for (Optional<String> choice : List.of(rising, neverFalling, time, first)) {
            if (choice.isPresent()) {
                return choice.get();
            }
        }
        throw tooFew(table);
    }

    private static String y(TableFile table, List<String> candidates, String x) throws TableException, IOException {
        List<String> order = new ArrayList<>(candidates);
        order.removeAll(table.dateNames());
        int after = order.indexOf(x) + 1;
        List<String> fromX = new ArrayList<>(order.subList(after, order.size()));
        fromX.addAll(order.subList(0, Math.max(0, after - 1)));
        for (String name : fromX) {
            ImmutableDoubleArray values = values(table, name);
            boolean few = distinct(values) <= Math.min(LABELS, values.length() / 3);
            if (!few && !rises(values, false)) {
                return name;
            }
        }
        for (String name : fromX) {
            if (!countsRows(values(table, name))) {
                return name;
            }
        }
        if (fromX.isEmpty()) {
            throw tooFew(table);
        }
        return fromX.get(0);
    }

    private static TableException tooFew(TableFile table) {
        return table.problem("there are no two columns of numbers or dates to draw a curve through"
                + (table.valueNames().isEmpty() ? "" : "; the only one is \"" + table.valueNames().get(0) + "\""));
    }

    private static long distinct(ImmutableDoubleArray values) {
        return values.stream().distinct().count();
    }

    static ImmutableDoubleArray values(TableFile table, String name) throws TableException, IOException {
        TableColumns columns = table.columns(ImmutableList.of(name), ImmutableList.of());
        return values(columns.values().get(0));
    }

    static ImmutableDoubleArray values(Column column) {
        return column instanceof Column.Dates dates ? dates.values() : ((Column.Numbers) column).values();
    }

    /** Whether rows follow each other along these numbers, and are not just counted by them. */
    static boolean orders(ImmutableDoubleArray values) {
        return rises(values, true) && !countsRows(values)
                || rises(values, false) && FEW * distinct(values) > values.length() && !countsRows(values);
    }

    private static boolean rises(ImmutableDoubleArray values, boolean strictly) {
        for (int i = 1; i < values.length(); i++) {
            if (strictly ? !(values.get(i - 1) < values.get(i)) : !(values.get(i - 1) <= values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the numbers are 1, 2, 3 and so on, or 0, 1, 2, as programs put before their rows. */
    private static boolean countsRows(ImmutableDoubleArray values) {
        if (values.length() < 3 || values.get(0) != 0 && values.get(0) != 1) {
            return false;
        }
        for (int i = 1; i < values.length(); i++) {
            if (values.get(i) != values.get(0) + i) {
                return false;
            }
        }
        return true;
    }
}
