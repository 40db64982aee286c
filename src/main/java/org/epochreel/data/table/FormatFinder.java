package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.data.table.ColumnSurvey.Kind;
import org.epochreel.data.table.NumberText.Speaks;

/**
 * Finds out how a table is written from its first rows.
 *
 * <p>Of the separators by which the first row has several fields and nine in ten rows have as many, the one is taken by
 * which most fields are numbers, dates or nothing; of equals tabs, then semicolons, then commas.
 */
final class FormatFinder {

    private static final int SAMPLE_ROWS = 200;

    private FormatFinder() {}

    /**
     * How a table is written.
     *
     * @param names of its columns; 1, 2, 3 and so on where nothing names them
     * @param headerRow whether its first row is no row of values
     * @param firstRowHoldsValues whether the first row has numbers or dates only
     * @param table whether the file looks like a table at all, so that its words may be shown
     * @param kinds of the columns, by their first rows
     */
    record Found(Separator separator, ImmutableList<String> names, boolean headerRow, boolean firstRowHoldsValues,
            boolean table, ImmutableList<Kind> kinds) {

        /** Names of the columns of numbers or dates. */
        ImmutableList<String> valueColumns() {
            return IntStream.range(0, names.size())
                    .filter(i -> kinds.get(i) == Kind.NUMBERS || kinds.get(i) == Kind.DATES)
                    .mapToObj(names::get)
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private record Line(long line, ImmutableList<String> fields) {}

    /** The first rows as one separator cuts them, up to a failure. */
    private record Sample(Separator separator, ImmutableList<Line> rows, Optional<TableException> failure) {

        int width() {
            return rows.isEmpty() ? 0 : rows.get(0).fields.size();
        }

        /** Share of the rows that have as many fields as the first. */
        double agreement() {
            return (double) rows.stream().filter(row -> row.fields.size() == width()).count() / rows.size();
        }

        /** Share of the fields that are numbers, dates or nothing. */
        double values() {
            long values = rows.stream().flatMap(row -> row.fields.stream()).filter(FormatFinder::isValue).count();
            return (double) values / rows.stream().mapToInt(row -> row.fields.size()).sum();
        }
    }

    static Found find(TableText text, TableOptions options) throws TableException, IOException {
        String beginning = text.sample();
        Optional<Separator> told = options.separator().or(text::declaredSeparator);
        List<Sample> samples = new ArrayList<>();
        for (Separator separator : List.of(Separator.TAB, Separator.SEMICOLON, Separator.COMMA)) {
            if (told.isEmpty() || told.get() == separator) {
                samples.add(sample(beginning, separator, text.line()));
            }
        }
        samples.removeIf(sample -> sample.rows.isEmpty() && sample.failure.isEmpty());
        if (samples.isEmpty()) {
            throw new TableException(1, "the file is empty; its first line names the columns, such as x,y");
        }
        Sample best = samples.size() == 1 ? samples.get(0) : best(samples);
        if (best.rows.isEmpty()) {
            throw best.failure.get();
        }
        return found(text, options, best);
    }

    private static Sample sample(String beginning, Separator separator, long line) throws IOException {
        ImmutableList.Builder<Line> rows = ImmutableList.builder();
        int[] count = {0};
        Optional<TableException> failure = Optional.empty();
        try {
            CsvRows.read(new StringReader(beginning), separator, line, field -> true, row -> {
                rows.add(new Line(row.line(), row.fields()));
                return ++count[0] < SAMPLE_ROWS;
            });
        } catch (TableException e) {
            // By a separator that is not the file's own, a quote may stand anywhere; a quoted field may also be cut.
            failure = Optional.of(e);
        }
        return new Sample(separator, rows.build(), failure);
    }

    private static Sample best(List<Sample> samples) throws TableException {
        Optional<Sample> best = Optional.empty();
        for (Sample sample : samples) {
            boolean consistent = sample.width() > 1 && sample.agreement() >= 0.9;
            if (consistent && (best.isEmpty() || sample.values() > best.get().values())) {
                best = Optional.of(sample);
            }
        }
        for (Sample sample : samples) {
            if (best.isEmpty() && (sample.width() > 1 || sample.rows.isEmpty())) {
                best = Optional.of(sample);
            }
        }
        if (best.isPresent()) {
            return best.get();
        }
        for (Sample sample : samples) {
            refuseTitle(sample);
        }
        // One column: any separator that does not cut its numbers, the comma first.
        Sample last = samples.get(samples.size() - 1);
        return last.agreement() == 1 ? last : samples.get(0);
    }

    /** Refuses lines of words above the table. */
    private static void refuseTitle(Sample sample) throws TableException {
        List<Line> rows = sample.rows;
        int width = rows.get(rows.size() - 1).fields.size();
        int first = rows.size() - 1;
        while (first > 0 && rows.get(first - 1).fields.size() == width) {
            first--;
        }
        boolean words = first > 0 && rows.get(first).fields.stream().noneMatch(FormatFinder::isValue);
        if (width > 1 && words && rows.size() - first > 2) {
            throw new TableException(rows.get(first).line, "the table seems to begin here; remove the lines above it, "
                    + "or put # before each of them");
        }
    }

    private static Found found(TableText text, TableOptions options, Sample sample) throws TableException, IOException {
        List<Line> rows = sample.rows;
        ImmutableList<String> first = rows.get(0).fields;
        boolean holdsValues = first.stream().allMatch(FormatFinder::isValue)
                && !first.stream().allMatch(ValueReader::isMissing);
        Optional<ImmutableList<String>> comment = holdsValues && options.header().isEmpty()
                ? commentedNames(text, sample) : Optional.empty();
        boolean headerRow = options.header().orElse(true) && comment.isEmpty();
        List<Line> values = headerRow ? rows.subList(1, rows.size()) : rows;
        if (headerRow && values.size() > 1 && values.stream().allMatch(row -> row.fields.size() == first.size() + 1
                && !row.fields.get(first.size()).isEmpty())) {
            throw new TableException(rows.get(0).line, "every row has one field more than this line names; name the "
                    + "first column, too, as in \"row" + sample.separator.character() + "...\"");
        }
        List<ColumnSurvey> surveys = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            ColumnSurvey survey = new ColumnSurvey(options.dateFormat());
            for (Line row : values) {
                survey.look(i < row.fields.size() ? row.fields.get(i) : "", row.line);
            }
            surveys.add(survey);
        }
        ImmutableList<Kind> kinds = surveys.stream().map(ColumnSurvey::kind).collect(ImmutableList.toImmutableList());
        boolean table = rows.size() > 1 && sample.agreement() >= 0.5
                && kinds.stream().anyMatch(kind -> kind == Kind.NUMBERS || kind == Kind.DATES);
        ImmutableList<String> numbered = IntStream.rangeClosed(1, first.size()).mapToObj(Integer::toString)
                .collect(ImmutableList.toImmutableList());
        return new Found(sample.separator, headerRow ? first : comment.orElse(numbered), headerRow, holdsValues, table,
                kinds);
    }

    /** Names above the first row of values, written as a comment. */
    private static Optional<ImmutableList<String>> commentedNames(TableText text, Sample sample) throws IOException {
        if (text.lastComment().isEmpty()) {
            return Optional.empty();
        }
        return sample(text.lastComment().get(), sample.separator, 1).rows.stream()
                .map(Line::fields)
                .filter(names -> names.size() == sample.width())
                .findFirst();
    }

    private static boolean isValue(String field) {
        return ValueReader.isMissing(field) || NumberText.speaks(field) != Speaks.NO_NUMBER
                || DateText.of(field).isPresent();
    }
}
