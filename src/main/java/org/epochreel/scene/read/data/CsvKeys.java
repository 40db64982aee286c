package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import org.epochreel.data.CsvPoints;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.DataSource.CsvTest;
import org.epochreel.data.Dates;
import org.epochreel.data.Samples;
import org.epochreel.data.Scales;
import org.epochreel.data.table.Column;
import org.epochreel.data.table.DateFormat;
import org.epochreel.data.table.DecimalMark;
import org.epochreel.data.table.Separator;
import org.epochreel.data.table.TableOptions;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.data.CsvKeys.Csv;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;
import org.epochreel.scene.read.file.SceneFiles.CsvColumns;

/** The keys of {@code data.csv}. */
final class CsvKeys extends Group<Csv> {

    private enum SeparatorName {
        AUTO, COMMA, SEMICOLON, TAB
    }

    private enum DecimalName {
        AUTO, POINT, COMMA
    }

    private enum MissingValues {
        REFUSE, SKIP
    }

    private final Key<FileName> file = key("file", new FileName.Names("points.csv")).alsoCalled("path", "name")
            .required("points.csv", "The file's name, counted from the scene's directory.");
    private final Key<String> x = key("x", new ColumnName("time")).alsoCalled("x-column").required("time",
            "Name of the column that holds x: numbers, or dates, which become days after the first row's date.");
    private final Key<String> y = key("y", new ColumnName("value")).alsoCalled("y-column").required("value",
            "Name of the column that holds y.");
    private final Key<SeparatorName> separator = key("separator", word(SeparatorName.class, ImmutableMap.of(
            ",", "comma", ";", "semicolon", "\t", "tab", "tabs", "tab", "commas", "comma"))).alsoCalled("delimiter", "sep")
            .orElse(SeparatorName.AUTO, "semicolon",
                    "What stands between the fields of a row; auto takes the one that makes a table of it.");
    private final Key<DecimalName> decimal = key("decimal", word(DecimalName.class, ImmutableMap.of(
            ".", "point", ",", "comma", "dot", "point"))).alsoCalled("decimal-mark").orElse(DecimalName.AUTO, "comma",
                    "What stands before the decimals; auto finds out from the numbers.");
    private final Key<MissingValues> missing = key("missing", word(MissingValues.class, ImmutableMap.of(
            "drop", "skip", "ignore", "skip", "error", "refuse"))).alsoCalled("na").orElse(MissingValues.REFUSE, "skip",
                    "What to do with rows in which x or y is empty, NA, NaN or null: refuse the file, or skip them.");
    private final Key<Boolean> header = key("header", truth()).orNothing("true", "false",
            "Whether the first row names the columns; without, x and y are their numbers, from 1.");
    private final Key<DateFormat> dateFormat = key("date-format", new DateFormatType()).alsoCalled("dates").orNothing(
            "found from the dates", "\"MMM-d-yyyy\"",
            "How dates are written, in the letters of java.time: d M MMM yyyy H mm ss, with English names.");

    CsvKeys() {
        super("data.csv", "Points from a file of rows and columns.");
    }

    /** What a scene says of its points' file. */
    record Csv(FileName file, TableOptions options, String x, String y) {

        static Csv of(DataSource.Csv source) {
            return new Csv(FileName.of(source.file()), source.options(), source.xColumn(), source.yColumn());
        }

        /** The points themselves; nothing, and mistakes, where they cannot be had. */
        Optional<DataSource> source(
                Optional<FileName> testFile, Optional<Double> fraction, BigInteger seed, Scales scales) {
            Optional<CsvColumns> train = columns(file);
            Optional<CsvColumns> test = testFile.flatMap(this::columns);
            if (train.isEmpty() || testFile.isPresent() && test.isEmpty()) {
                return Optional.empty();
            }
            Column across = train.get().columns().values().get(0);
            Samples all = new Samples(numbers(across), numbers(train.get().columns().values().get(1)));
            Optional<CsvTest> chosen = fraction.<CsvTest>map(share -> new CsvTest.Fraction(share, seed))
                    .or(() -> testFile.map(name -> new CsvTest.OtherFile(name.path())));
            DataSet points = fraction.map(share -> DataSet.split(all, share, seed))
                    .orElseGet(() -> new DataSet(all, test.map(other -> samples(other, across))));
            Optional<Dates> dates = across instanceof Column.Dates days
                    ? Optional.of(new Dates(days.origin().toLocalDateTime(), days.timed())) : Optional.empty();
            return Optional.of(new DataSource.Csv(file.path(), options, x, y, chosen, scales,
                    new CsvPoints(points, dates, train.get().told())));
        }

        private Optional<CsvColumns> columns(FileName name) {
            Optional<CsvColumns> read = SceneFiles.columns(name, options, ImmutableList.of(x, y));
            if (read.isPresent() && read.get().columns().values().get(1) instanceof Column.Dates) {
                name.asked().orElseThrow().mistake("column \"" + y + "\" holds dates",
                        "y must be numbers; dates may be x");
                return Optional.empty();
            }
            return read;
        }

        /** Rows of a second file, whose dates count from the first one's. */
        private static Samples samples(CsvColumns other, Column first) {
            Column across = other.columns().values().get(0);
            boolean dates = across instanceof Column.Dates && first instanceof Column.Dates;
            Column same = dates ? ((Column.Dates) across).since(((Column.Dates) first).origin()) : across;
            return new Samples(numbers(same), numbers(other.columns().values().get(1)));
        }

        private static ImmutableDoubleArray numbers(Column column) {
            return column instanceof Column.Dates dates ? dates.values() : ((Column.Numbers) column).values();
        }
    }

    @Override
    protected Optional<Csv> read(Section csv) {
        Optional<FileName> named = csv.find(file);
        Optional<String> across = csv.find(x);
        Optional<String> up = csv.find(y);
        TableOptions options = new TableOptions(
                switch (csv.get(separator)) {
                    case AUTO -> Optional.empty();
                    case COMMA -> Optional.of(Separator.COMMA);
                    case SEMICOLON -> Optional.of(Separator.SEMICOLON);
                    case TAB -> Optional.of(Separator.TAB);
                },
                switch (csv.get(decimal)) {
                    case AUTO -> Optional.empty();
                    case POINT -> Optional.of(DecimalMark.POINT);
                    case COMMA -> Optional.of(DecimalMark.COMMA);
                },
                csv.get(missing) == MissingValues.SKIP,
                csv.find(header),
                csv.find(dateFormat));
        boolean formatIsWrong = csv.has(dateFormat) && options.dateFormat().isEmpty();
        return named.flatMap(name -> across.flatMap(column -> up.map(other -> new Csv(name, options, column, other))))
                .filter(complete -> !formatIsWrong);
    }

    @Override
    protected void write(Csv csv, Members members) {
        TableOptions options = csv.options();
        members.put(file, csv.file()).put(x, csv.x()).put(y, csv.y());
        members.put(separator, options.separator().map(mark -> SeparatorName.valueOf(mark.name()))
                .orElse(SeparatorName.AUTO));
        members.put(decimal, options.decimal().map(mark -> DecimalName.valueOf(mark.name())).orElse(DecimalName.AUTO));
        members.put(missing, options.skipMissing() ? MissingValues.SKIP : MissingValues.REFUSE);
        members.put(header, options.header()).put(dateFormat, options.dateFormat());
    }
}
