package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.epochreel.data.table.ColumnSurvey.Kind;
import org.epochreel.data.table.NumberText.Speaks;
import org.epochreel.text.NearestName;

/**
 * A file that holds a table: rows of fields between commas, semicolons or tabs, with or without names above them.
 *
 * <p>The file is held in memory; its columns are read when they are asked for, so that a wide table costs no more than
 * what is wanted of it.
 */
public final class TableFile {

    /** Most rows that are read, the header not counted. */
    public static final int MAX_ROWS = 1_000_000;

    private static final int LONGEST_COMPARED = 200;

    private final TableText text;
    private final TableOptions options;
    private final FormatFinder.Found found;

    private TableFile(TableText text, TableOptions options, FormatFinder.Found found) {
        this.text = text;
        this.options = options;
        this.found = found;
    }

    /**
     * Reads a file and finds out how its table is written.
     *
     * @throws TableException if it holds no table, or is no text in UTF-8 or UTF-16
     * @throws IOException if it cannot be read
     */
    public static TableFile read(Path file, TableOptions options) throws TableException, IOException {
        TableText text = TableText.read(file);
        return new TableFile(text, options, FormatFinder.find(text, options));
    }

    /** The columns' names from the left; 1, 2, 3 and so on where nothing names them. */
    public ImmutableList<String> names() {
        return found.names();
    }

    /** Names of the columns that hold numbers or dates, by the first rows. */
    public ImmutableList<String> valueNames() {
        return found.valueColumns();
    }

    /** Names of the columns that hold dates, by the first rows. */
    public ImmutableList<String> dateNames() {
        return IntStream.range(0, names().size())
                .filter(i -> found.kinds().get(i) == Kind.DATES)
                .mapToObj(names()::get)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Both formats in which the first column of dates may be written, as the letters of a {@link DateFormat}; empty
     * where its dates tell.
     */
    public ImmutableList<String> ambiguousDateFormats() throws TableException, IOException {
        int index = found.kinds().indexOf(Kind.DATES);
        if (index < 0) {
            return ImmutableList.of();
        }
        ColumnSurvey survey = survey(new int[] {index}, Set.of(index)).get(0);
        return survey.dates().isPresent() ? ImmutableList.of() : survey.bothFormats();
    }

    /** Something that is wrong with the table for a purpose that is the caller's. */
    public TableException problem(String message) {
        return new TableException(text.line(), message);
    }

    public Separator separator() {
        return found.separator();
    }

    /** Whether the first row is taken for the columns' names. */
    public boolean hasHeaderRow() {
        return found.headerRow();
    }

    /** Whether the first row has nothing but numbers and dates, so that it hardly names the columns. */
    public boolean firstRowHoldsValues() {
        return found.firstRowHoldsValues();
    }

    /** How columns of it were understood: rows, separator, decimal mark, dates, what was left out. */
    public String told(TableColumns columns) {
        StringBuilder told = new StringBuilder();
        told.append(columns.rows()).append(columns.rows() == 1 ? " row, " : " rows, ").append(format());
        told.append(hasHeaderRow() ? "" : ", without a header");
        told.append(", decimal ").append(columns.decimal() == DecimalMark.POINT ? "point" : "comma");
        for (Column column : columns.values()) {
            if (column instanceof Column.Dates dates) {
                told.append(", ").append(Shown.quoted(dates.name())).append(" holds dates (").append(dates.format())
                        .append(") from ").append(dates.origin().toLocalDate());
            }
        }
        if (columns.skipped() > 0) {
            told.append(", ").append(columns.skipped()).append(columns.skipped() == 1
                    ? " row with a missing value left out" : " rows with a missing value left out");
        }
        return told.toString();
    }

    /** How it is written, in a few words: {@code UTF-16, separated by tabs}. */
    public String format() {
        String encoding = text.charset().equals(StandardCharsets.UTF_8) ? "" : "UTF-16, ";
        return encoding + "separated by " + separator().plural();
    }

    /**
     * Reads columns.
     *
     * @param values names of columns of numbers or dates
     * @param labels names of columns of anything
     * @throws TableException if a column is not there, is of another kind, or has fields that cannot be read; or if
     *     there are no rows, or more than {@link #MAX_ROWS}
     * @throws IOException if the thread is interrupted
     */
    public TableColumns columns(List<String> values, List<String> labels) throws TableException, IOException {
        Problems problems = new Problems();
        int[] valueIndices = indices(values, problems);
        int[] labelIndices = indices(labels, problems);
        problems.throwIfAny();
        Set<Integer> wanted = new HashSet<>();
        IntStream.concat(IntStream.of(valueIndices), IntStream.of(labelIndices)).forEach(wanted::add);
        List<ColumnSurvey> surveys = survey(valueIndices, wanted);
        DecimalMark mark = mark(surveys, valueIndices);
        List<ValueReader> readers = new ArrayList<>();
        for (int i = 0; i < valueIndices.length; i++) {
            reader(names().get(valueIndices[i]), surveys.get(i), mark, problems).ifPresent(readers::add);
        }
        problems.throwIfAny();
        ColumnsReader reader = new ColumnsReader(
                names().size(), options, readers, valueIndices, labelIndices, labels, found.table());
        rows(wanted, reader::take);
        return reader.columns(mark, text.line());
    }

    private List<ColumnSurvey> survey(int[] indices, Set<Integer> wanted) throws TableException, IOException {
        List<ColumnSurvey> surveys = new ArrayList<>();
        for (int i = 0; i < indices.length; i++) {
            surveys.add(new ColumnSurvey(options.dateFormat()));
        }
        rows(wanted, row -> {
            for (int i = 0; i < indices.length; i++) {
                surveys.get(i).look(row.field(indices[i]), row.line());
            }
            return true;
        });
        return surveys;
    }

    private void rows(Set<Integer> wanted, CsvRows.Receiver receiver) throws TableException, IOException {
        boolean[] looked = new boolean[CsvRows.MAX_FIELDS];
        wanted.forEach(index -> looked[index] = true);
        int[] row = {found.headerRow() ? -1 : 0};
        try (Reader reader = text.reader()) {
            CsvRows.read(reader, separator(), text.line(), index -> looked[index], next -> {
                if (++row[0] > MAX_ROWS) {
                    throw new TableException(next.line(),
                            "the file has more than " + MAX_ROWS + " rows; at most that many are read");
                }
                return row[0] == 0 || receiver.take(next);
            });
        }
    }

    private DecimalMark mark(List<ColumnSurvey> surveys, int[] indices) throws TableException {
        if (options.decimal().isPresent()) {
            return options.decimal().get();
        }
        int points = surveys.stream().mapToInt(survey -> survey.count(Speaks.FOR_POINT)).sum();
        int commas = surveys.stream().mapToInt(survey -> survey.count(Speaks.FOR_COMMA)).sum();
        if (points > 0 || commas > 0) {
            return commas > points ? DecimalMark.COMMA : DecimalMark.POINT;
        }
        for (int i = 0; i < indices.length; i++) {
            String either = surveys.get(i).firstEither();
            if (either.indexOf(',') >= 0 && separator() != Separator.SEMICOLON) {
                throw new TableException(surveys.get(i).firstLine(), named(indices[i]) + either + " may mean "
                        + either.replace(",", "") + " or " + either.replace(',', '.')
                        + "; say decimal: point or decimal: comma");
            }
            if (either.indexOf(',') >= 0) {
                return DecimalMark.COMMA;
            }
        }
        return DecimalMark.POINT;
    }

    private Optional<ValueReader> reader(
            String name, ColumnSurvey survey, DecimalMark mark, Problems problems) {
        if (survey.kind() == Kind.WORDS) {
            String example = found.table() ? ", such as " + Shown.quoted(survey.firstWord()) : "";
            boolean digits = survey.firstWord().chars().anyMatch(c -> c >= '0' && c <= '9');
            problems.add(survey.firstLine(), "column " + shown(name) + " holds words" + example
                    + "; numbers or dates are needed" + others(name)
                    + (digits ? ", or say how its dates are written: date-format: \"d.M.yyyy\"" : ""));
            return Optional.empty();
        }
        if (survey.kind() != Kind.DATES) {
            return Optional.of(new ValueReader.OfNumbers(name, mark));
        }
        Optional<ColumnSurvey.DateReading> dates = survey.dates();
        if (dates.isEmpty()) {
            problems.add(survey.firstLine(), "column " + shown(name) + ": " + Shown.quoted(survey.firstDate())
                    + " may have the day or the month first; say date-format: \""
                    + String.join("\" or \"", survey.bothFormats()) + "\"");
        }
        return dates.map(reading -> new ValueReader.OfDates(name, reading));
    }

    private String named(int index) {
        return "column " + shown(names().get(index)) + ": ";
    }

    private String shown(String name) {
        return found.headerRow() || !name.chars().allMatch(Character::isDigit) ? Shown.quoted(name) : name;
    }

    private String others(String name) {
        List<String> others = new ArrayList<>(valueNames());
        others.remove(name);
        return others.isEmpty() || !found.table() ? "" : ", as in " + Shown.list(others);
    }

    private int[] indices(List<String> asked, Problems problems) {
        return asked.stream().mapToInt(name -> index(name, asked, problems)).toArray();
    }

    private int index(String name, List<String> asked, Problems problems) {
        List<Integer> exact = matches(name::equals);
        String folded = fold(name);
        List<Integer> same = exact.isEmpty() ? matches(other -> fold(other).equals(folded)) : exact;
        if (same.size() == 1) {
            return same.get(0);
        }
        if (same.size() > 1) {
            problems.add(text.line(), "two columns are called " + Shown.quoted(name) + "; names must differ");
        } else if (options.header().equals(Optional.of(false))) {
            problems.add(text.line(), "there is no column " + Shown.quoted(name) + "; without a header the columns are "
                    + "counted, and the file has " + names().size());
        } else if (found.firstRowHoldsValues()) {
            problems.add(text.line(), "the first line must name the columns, and this one holds numbers; put "
                    + String.join(String.valueOf(separator().character()), asked)
                    + " above it, or write header: false and count the columns, as in x: 1");
        } else if (!found.table()) {
            problems.add(text.line(), "there is no column " + Shown.quoted(name) + ", and the file does not look "
                    + "like a table of numbers; its first line should name the columns, such as x,y");
        } else {
            String hint = NearestName.of(name, names().stream().filter(n -> n.length() <= LONGEST_COMPARED).toList())
                    .map(near -> "; did you mean " + Shown.quoted(near) + "?")
                    .orElse("");
            problems.add(text.line(), "there is no column " + Shown.quoted(name) + "; the columns are "
                    + Shown.list(names()) + hint);
        }
        return 0;
    }

    private List<Integer> matches(Predicate<String> wanted) {
        return IntStream.range(0, names().size()).filter(i -> wanted.test(names().get(i))).boxed().toList();
    }

    /** What two names that look the same have in common. */
    private static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        for (String word : Normalizer.normalize(name, Normalizer.Form.NFC).split("[\\s\\p{Z}\\p{Cf}]+")) {
            folded.append(folded.length() == 0 ? "" : " ").append(word);
        }
        return folded.toString();
    }
}
