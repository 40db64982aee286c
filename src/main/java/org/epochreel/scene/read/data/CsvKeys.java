package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.data.table.DateFormat;
import org.epochreel.data.table.DecimalMark;
import org.epochreel.data.table.Separator;
import org.epochreel.data.table.TableOptions;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.read.file.FileName;

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
    private final Key<ColumnNames> x = key("x", new ColumnNames.Names("time")).alsoCalled("x-column", "inputs", "features")
            .required("time", "Name of the column that holds x, a list of names for several inputs, or \"*\" for all columns"
                    + " that are not y or label: numbers, or dates, which become days after the first row's date.");
    private final Key<String> y = key("y", new ColumnName("value")).alsoCalled("y-column").orNothing(
            "needed without label", "value", "Name of the column that holds y.");
    private final Key<LabelColumn> label = key("label", new LabelColumn.Names()).alsoCalled("labels", "class", "category",
            "species").orNothing("y holds values", "species", "Name of the column that holds the classes, instead of y:"
                    + " words, or numbers, which are put in order.");
    private final Key<SeparatorName> separator = key("separator", word(SeparatorName.class, ImmutableMap.of(
            ",", "comma", ";", "semicolon", "\t", "tab", "tabs", "tab", "commas", "comma"))).alsoCalled("delimiter", "sep")
            .orElse(SeparatorName.AUTO, "semicolon",
                    "What stands between the fields of a row; auto takes the one that makes a table of it.");
    private final Key<DecimalName> decimal = key("decimal", word(DecimalName.class, ImmutableMap.of(
            ".", "point", ",", "comma", "dot", "point"))).alsoCalled("decimal-mark").orElse(DecimalName.AUTO, "comma",
                    "What stands before the decimals; auto finds out from the numbers.");
    private final Key<MissingValues> missing = key("missing", word(MissingValues.class, ImmutableMap.of(
            "drop", "skip", "ignore", "skip", "error", "refuse"))).alsoCalled("na").orElse(MissingValues.REFUSE, "skip",
                    "What to do with rows in which x, y or label is empty, NA, NaN or null: refuse the file, or skip them.");
    private final Key<Boolean> header = key("header", truth()).orNothing("true", "false",
            "Whether the first row names the columns; without, x, y and label are their numbers, from 1.");
    private final Key<DateFormat> dateFormat = key("date-format", new DateFormatType()).alsoCalled("dates").orNothing(
            "found from the dates", "\"MMM-d-yyyy\"",
            "How dates are written, in the letters of java.time: d M MMM yyyy H mm ss, with English names.");

    CsvKeys() {
        super("data.csv", "Points from a file of rows and columns.");
    }

    @Override
    protected Optional<Csv> read(Section csv) {
        Optional<FileName> named = csv.find(file);
        Optional<ColumnNames> across = csv.find(x);
        if (!csv.has(label)) {
            csv.need(y);
        }
        csv.value(label).filter(value -> csv.has(y)).ifPresent(value ->
                value.mistake("points have values or classes", "remove y or label"));
        Optional<String> up = csv.find(y);
        Optional<LabelColumn> classes = csv.find(label);
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
        boolean one = up.isPresent() != classes.isPresent() && csv.has(y) != csv.has(label);
        return named.flatMap(name -> across.map(columns -> new Csv(name, options, columns, up, classes)))
                .filter(complete -> one && !formatIsWrong);
    }

    @Override
    protected void write(Csv csv, Members members) {
        TableOptions options = csv.options();
        members.put(file, csv.file()).put(x, csv.x()).put(y, csv.y()).put(label, csv.label());
        members.put(separator, options.separator().map(mark -> SeparatorName.valueOf(mark.name()))
                .orElse(SeparatorName.AUTO));
        members.put(decimal, options.decimal().map(mark -> DecimalName.valueOf(mark.name())).orElse(DecimalName.AUTO));
        members.put(missing, options.skipMissing() ? MissingValues.SKIP : MissingValues.REFUSE);
        members.put(header, options.header()).put(dateFormat, options.dateFormat());
    }

    @Override
    public String conditions() {
        return """
                {"oneOf": [{"required": ["y"]}, {"required": ["label"]}]}""";
    }
}
