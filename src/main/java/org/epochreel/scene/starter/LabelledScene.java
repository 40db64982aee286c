package org.epochreel.scene.starter;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epochreel.data.table.Column;
import org.epochreel.data.table.TableColumns;
import org.epochreel.data.table.TableException;
import org.epochreel.data.table.TableFile;
import org.epochreel.data.table.TableOptions;

/**
 * A scene for a table with a column of few different words: these are classes, and x is the two columns of numbers that
 * tell them apart best.
 */
final class LabelledScene {

    private static final int MOST_CLASSES = 20;

    /** Rows of a class, on average, from which on words are classes rather than names. */
    private static final int LEAST_ROWS = 3;

    private static final int MOST_COLUMNS = 64;

    private final TableFile table;
    private final TableColumns read;
    private final Column.Classes classes;

    private LabelledScene(TableFile table, TableColumns read) {
        this.table = table;
        this.read = read;
        this.classes = read.labels().get(0).classes(read.decimal());
    }

    /**
     * Makes a scene; nothing where no column holds classes, or rows follow each other along dates or another
     * column.
     *
     * @param asked the column that is y, if somebody says so; then only that one may hold classes
     */
    static Optional<TableScene> of(Path csv, Path scene, TableFile table, TableOptions options, Optional<String> asked)
            throws TableException, IOException {
        List<String> numbers = new ArrayList<>(table.valueNames());
        boolean named = options.header().isEmpty() && table.hasHeaderRow();
        if (!named || numbers.isEmpty() || !table.dateNames().isEmpty() && asked.isEmpty()) {
            return Optional.empty();
        }
        numbers.removeAll(table.dateNames());
        numbers.removeIf(name -> name.isEmpty() || isTwice(table, name));
        List<String> values = numbers.subList(0, Math.min(MOST_COLUMNS, numbers.size()));
        for (String name : asked.map(List::of).orElse(table.names().reverse())) {
            boolean words = table.names().contains(name) && !table.valueNames().contains(name) && !isTwice(table, name);
            if (words && !name.isEmpty() && !values.isEmpty()) {
                LabelledScene made = new LabelledScene(table, table.columns(values, ImmutableList.of(name)));
                if (made.hasClasses() && (asked.isPresent() || !made.isSeries())) {
                    return Optional.of(made.scene(csv, scene));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTwice(TableFile table, String name) {
        return table.names().indexOf(name) != table.names().lastIndexOf(name);
    }

    private boolean hasClasses() {
        int count = classes.names().size();
        return count >= 2 && count <= MOST_CLASSES && LEAST_ROWS * count <= read.rows();
    }

    /** Whether the rows follow each other, as those of a curve do. */
    private boolean isSeries() {
        return read.values().stream().anyMatch(column -> ColumnChoice.orders(((Column.Numbers) column).values()));
    }

    /** How far the classes' means lie apart, relative to how far their rows do. */
    private double parts(Column column) {
        ImmutableDoubleArray values = ((Column.Numbers) column).values();
        ImmutableIntArray rows = classes.indices();
        int count = classes.names().size();
        double[] sums = new double[count];
        int[] sizes = new int[count];
        for (int row = 0; row < values.length(); row++) {
            sums[rows.get(row)] += values.get(row);
            sizes[rows.get(row)]++;
        }
        double mean = values.stream().sum() / values.length();
        double within = 0;
        double between = 0;
        for (int row = 0; row < values.length(); row++) {
            double middle = sums[rows.get(row)] / sizes[rows.get(row)];
            within += (values.get(row) - middle) * (values.get(row) - middle);
            between += (middle - mean) * (middle - mean);
        }
        return within > 0 ? between / within : between > 0 ? Double.MAX_VALUE : 0;
    }

    private TableScene scene(Path csv, Path scene) {
        String label = read.labels().get(0).name();
        List<Column> best = new ArrayList<>(read.values());
        best.sort(Comparator.comparingDouble((Column column) -> -parts(column)));
        ImmutableList<String> x = best.subList(0, Math.min(2, best.size())).stream().map(Column::name)
                .collect(ImmutableList.toImmutableList());
        ImmutableList<String> others = best.subList(x.size(), best.size()).stream().map(Column::name)
                .collect(ImmutableList.toImmutableList());
        String understood = csv.getFileName() + ": " + table.told(read);
        StringBuilder text = new StringBuilder("# " + understood + "\n#\n#   epochreel render " + scene.getFileName()
                + "      makes the video\n\n");
        text.append("title: ").append(TableScene.quoted(TableScene.escaped(label))).append('\n');
        text.append("data:\n  csv:\n    file: ").append(TableScene.quoted(TableScene.name(csv, scene))).append('\n');
        text.append("    x: ").append(TableScene.list(x)).append(others.isEmpty() ? "\n"
                : "      # or \"*\" for all columns of numbers, which no plane can show\n");
        text.append("    label: ").append(TableScene.quoted(label)).append('\n');
        if (read.skipped() > 0) {
            text.append("    missing: skip      # ").append(read.skipped()).append(" of the rows lack a value\n");
        }
        text.append("  scale: standard      # the network learns numbers near 1, pictures show those of the file\n");
        text.append("  test: {fraction: 0.25}      # a quarter of the rows, which only measure\n");
        text.append("  seed: 1      # chooses them\n");
        text.append("network:\n  hidden: [16]\n  activation: tanh\ninitialisation:\n  seed: 1      # another seed, another"
                + " film\n");
        text.append("training:\n  optimiser: adam\n  learning-rate: 0.02\n  epochs: 300\n");
        text.append("video:\n  size: 720p\n  # theme: midnight\n");
        String told = "the classes are " + TableScene.quoted(label) + " (" + String.join(", ", classes.names()) + "), x is "
                + String.join(" and ", x.stream().map(TableScene::quoted).toList())
                + (others.isEmpty() ? "" : "; other columns of numbers: " + TableScene.list(others));
        return new TableScene(text.toString(), ImmutableList.of(understood, told));
    }
}
