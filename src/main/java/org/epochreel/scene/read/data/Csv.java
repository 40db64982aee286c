package org.epochreel.scene.read.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.data.CsvPoints;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.DataSource.CsvTest;
import org.epochreel.data.Dates;
import org.epochreel.data.Labels;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.data.Scales;
import org.epochreel.data.table.Column;
import org.epochreel.data.table.TableFile;
import org.epochreel.data.table.TableOptions;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;
import org.epochreel.scene.read.file.SceneFiles.CsvColumns;

/**
 * What a scene says of its points' file.
 *
 * @param y where the points have values
 * @param label where they have classes
 */
record Csv(FileName file, TableOptions options, ColumnNames x, Optional<String> y, Optional<LabelColumn> label) {

    private static final int MOST_CLASSES = 100;

    static Csv of(DataSource.Csv source) {
        DataSource.CsvColumns columns = source.columns();
        return new Csv(FileName.of(source.file()), source.options(), new ColumnNames(columns.inputs()), columns.y(),
                columns.label().map(name -> new LabelColumn(name, Optional.empty())));
    }

    /** The points themselves; nothing, and mistakes, where they cannot be had. */
    Optional<DataSource> source(
            Optional<FileName> testFile, Optional<Double> fraction, BigInteger seed, Scales scales) {
        Optional<CsvColumns> train = columns(file);
        Optional<CsvColumns> test = testFile.flatMap(this::columns);
        if (train.isEmpty() || testFile.isPresent() && test.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Column> inputs = inputs(train.get());
        Optional<Column.Classes> classes = label.map(column -> classes(train.get()));
        if (label.isPresent() && !areSome(classes.get())) {
            return Optional.empty();
        }
        Optional<Samples> all = samples(train.get(), inputs, classes, file);
        Optional<Samples> other = test.flatMap(read -> samples(read, inputs, classes, testFile.orElseThrow()));
        if (all.isEmpty() || test.isPresent() && other.isEmpty()) {
            return Optional.empty();
        }
        Optional<CsvTest> chosen = fraction.<CsvTest>map(share -> new CsvTest.Fraction(new DataSource.RandomPart(share, seed)))
                .or(() -> testFile.map(name -> new CsvTest.OtherFile(name.path())));
        DataSet points = fraction.map(share -> DataSet.split(all.get(), share, seed))
                .orElseGet(() -> new DataSet(all.get(), other));
        if (!areAllTrained(points)) {
            return Optional.empty();
        }
        Optional<Dates> dates = inputs.size() == 1 && inputs.get(0) instanceof Column.Dates days
                ? Optional.of(new Dates(days.origin().toLocalDateTime(), days.timed())) : Optional.empty();
        return Optional.of(new DataSource.Csv(file.path(), options,
                new DataSource.CsvColumns(x.names(), y, label.map(LabelColumn::name)), chosen, scales,
                new CsvPoints(points, inputs.stream().map(Column::name).collect(ImmutableList.toImmutableList()), dates,
                        train.get().told())));
    }

    private Optional<CsvColumns> columns(FileName name) {
        Optional<CsvColumns> read = SceneFiles.columns(name, options,
                table -> Stream.concat(inputNames(table).stream(), y.stream()).collect(ImmutableList.toImmutableList()),
                label.map(LabelColumn::name).stream().collect(ImmutableList.toImmutableList()));
        int width = read.map(table -> inputs(table).size()).orElse(1);
        if (width == 0 || width > ColumnNames.MOST) {
            name.asked().orElseThrow().mistake("there are " + (width == 0 ? "no" : width) + " columns besides "
                    + y.or(() -> label.map(LabelColumn::name)).orElse("y"), "x may be 1 to " + ColumnNames.MOST);
            return Optional.empty();
        }
        if (read.isPresent() && y.isPresent() && read.get().columns().values().get(width) instanceof Column.Dates) {
            name.asked().orElseThrow().mistake("column \"" + y.get() + "\" holds dates",
                    "y must be numbers; dates may be x");
            return Optional.empty();
        }
        return read;
    }

    /** The columns that are x: those named, or all that have a name and no other purpose. */
    private ImmutableList<String> inputNames(TableFile table) {
        if (!x.areAllOthers()) {
            return x.names();
        }
        return table.names().stream()
                .filter(name -> !name.isEmpty() && !y.equals(Optional.of(name))
                        && !label.map(LabelColumn::name).equals(Optional.of(name)))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Column> inputs(CsvColumns read) {
        ImmutableList<Column> values = read.columns().values();
        return values.subList(0, values.size() - (y.isPresent() ? 1 : 0));
    }

    private static Column.Classes classes(CsvColumns read) {
        return read.columns().labels().get(0).classes(read.columns().decimal());
    }

    /** Whether there are classes to tell apart, and not a class for nearly every row. */
    private boolean areSome(Column.Classes classes) {
        Value asked = label.flatMap(LabelColumn::asked).orElseThrow();
        String column = "column \"" + label.orElseThrow().name() + "\" holds ";
        int count = classes.names().size();
        if (count < 2) {
            asked.mistake(column + "only one class, \"" + classes.names().get(0) + "\"",
                    "two or more are needed, or there is nothing to tell apart");
        } else if (count > MOST_CLASSES) {
            asked.mistake(column + count + " different labels", "at most " + MOST_CLASSES
                    + " classes are allowed; for values write y: " + label.orElseThrow().name());
        }
        return count >= 2 && count <= MOST_CLASSES;
    }

    /** Whether a classifier sees each of its classes. */
    private boolean areAllTrained(DataSet points) {
        if (points.train().labels().isEmpty()) {
            return true;
        }
        Labels trained = points.train().labels().get();
        for (int i = 0; i < trained.classes().size(); i++) {
            if (trained.indices().indexOf(i) < 0) {
                label.flatMap(LabelColumn::asked).orElseThrow().mistake("the training set has no row of the class \""
                        + trained.classes().get(i) + "\", which the test set has", "choose another data.seed, a smaller"
                        + " test.fraction, or leave the class out");
                return false;
            }
        }
        return true;
    }

    /**
     * The rows of a file.
     *
     * @param first columns of the first file, from whose dates those of a second one count
     * @param classes of the first file
     */
    private Optional<Samples> samples(CsvColumns read, ImmutableList<Column> first, Optional<Column.Classes> classes,
            FileName name) {
        ImmutableList<Column> own = inputs(read);
        if (own.size() != first.size()) {
            name.asked().orElseThrow().mistake("this file has " + own.size() + " columns for x, and the first one "
                    + first.size(), "both need the same");
            return Optional.empty();
        }
        Matrix inputs = new Matrix(IntStream.range(0, own.size()).mapToObj(i -> numbers(since(own.get(i), first.get(i))))
                .collect(ImmutableList.toImmutableList()));
        if (classes.isEmpty()) {
            Matrix values = Matrix.of(numbers(read.columns().values().get(own.size())));
            return Optional.of(new Samples(inputs, values, Optional.empty()));
        }
        return labels(classes(read), classes.get(), name).map(labels -> Samples.labelled(inputs, labels));
    }

    /** The rows' classes by the order of the first file's; nothing, and a mistake, where that has not all of them. */
    private static Optional<Labels> labels(Column.Classes own, Column.Classes first, FileName name) {
        ImmutableIntArray.Builder indices = ImmutableIntArray.builder(own.indices().length());
        int[] same = new int[own.names().size()];
        for (int i = 0; i < same.length; i++) {
            same[i] = first.indexOf(own.names().get(i));
            if (same[i] < 0) {
                name.asked().orElseThrow().mistake("the class \"" + own.names().get(i) + "\" is not in the training set",
                        "its classes are " + String.join(", ", first.names()));
                return Optional.empty();
            }
        }
        own.indices().forEach(index -> indices.add(same[index]));
        return Optional.of(new Labels(first.names(), indices.build()));
    }

    private static Column since(Column column, Column first) {
        return column instanceof Column.Dates days && first instanceof Column.Dates from
                ? days.since(from.origin()) : column;
    }

    private static ImmutableDoubleArray numbers(Column column) {
        return column instanceof Column.Dates dates ? dates.values() : ((Column.Numbers) column).values();
    }
}
