package org.epochreel.scene.starter;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.data.table.DateFormat;
import org.epochreel.data.table.TableColumns;
import org.epochreel.data.table.TableException;
import org.epochreel.data.table.TableFile;
import org.epochreel.data.table.TableOptions;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.scene.yaml.Mistake;
import org.epochreel.text.JsonText;
import org.epochreel.text.ShortestDecimal;

/**
 * A scene for a table, which works as it stands: a curve through two columns, or classes where a column holds few words.
 *
 * @param text in YAML, with comments
 * @param told what was chosen and how the file was understood, sentence by sentence
 */
public record TableScene(String text, ImmutableList<String> told) {

    private static final int MOST_OTHERS = 8;
    private static final int LONGEST_TITLE = 80;

    /**
     * Makes a scene.
     *
     * @param csv the table
     * @param scene where the scene will stand
     * @param x the column that is x, if somebody says so
     * @param y likewise
     * @throws InvalidSceneException if the file holds no table with two columns to draw
     * @throws IOException if it cannot be read
     */
    public static TableScene of(Path csv, Path scene, Optional<String> x, Optional<String> y)
            throws InvalidSceneException, IOException {
        try {
            return make(csv, scene, x, y);
        } catch (TableException e) {
            throw new InvalidSceneException(e.problems().stream()
                    .map(problem -> new Mistake(csv.toString(), (int) problem.line(), 1, "", problem.message()))
                    .collect(ImmutableList.toImmutableList()));
        }
    }

    private static TableScene make(Path csv, Path scene, Optional<String> x, Optional<String> y)
            throws TableException, IOException {
        TableOptions options = options(csv);
        TableFile table = TableFile.read(csv, options);
        Optional<TableScene> labelled = x.isPresent() ? Optional.empty()
                : LabelledScene.of(csv, scene, table, options, y);
        if (labelled.isPresent()) {
            return labelled.get();
        }
        ColumnChoice columns = ColumnChoice.of(table, x, y);
        TableColumns read = table.columns(ImmutableList.of(columns.x(), columns.y()), ImmutableList.of());
        ImmutableDoubleArray xs = ColumnChoice.values(read.values().get(0));
        ImmutableDoubleArray ys = ColumnChoice.values(read.values().get(1));
        ModelChoice model = ModelChoice.of(xs, ys);
        String understood = csv.getFileName() + ": " + table.told(read);
        String text = data(csv, scene, table, options, read, columns, understood) + learning(model) + video(model, xs);
        return new TableScene(text, ImmutableList.of(understood, chosen(columns)));
    }

    /** What has to be said about a file so that all of it is understood; rows with missing values are left out. */
    private static TableOptions options(Path csv) throws TableException, IOException {
        TableOptions skipping = new TableOptions(
                Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());
        TableFile table = TableFile.read(csv, skipping);
        Optional<Boolean> header = table.hasHeaderRow() && table.firstRowHoldsValues()
                ? Optional.of(false) : Optional.empty();
        Optional<DateFormat> format = Optional.empty();
        for (String letters : table.ambiguousDateFormats()) {
            DateFormat candidate = DateFormat.of(letters);
            TableOptions trial = new TableOptions(
                    Optional.empty(), Optional.empty(), true, header, Optional.of(candidate));
            if (format.isEmpty() || risesBetter(csv, trial, format.get())) {
                format = Optional.of(candidate);
            }
        }
        return new TableOptions(Optional.empty(), Optional.empty(), true, header, format);
    }

    /** Whether the first dates rise in evener steps when they are read as {@code trial} says. */
    private static boolean risesBetter(Path csv, TableOptions trial, DateFormat other)
            throws TableException, IOException {
        TableOptions before = new TableOptions(
                Optional.empty(), Optional.empty(), true, trial.header(), Optional.of(other));
        return unevenness(csv, trial) < unevenness(csv, before);
    }

    private static double unevenness(Path csv, TableOptions options) throws TableException, IOException {
        TableFile table = TableFile.read(csv, options);
        if (table.dateNames().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        ImmutableDoubleArray days = ColumnChoice.values(table, table.dateNames().get(0));
        double path = 0;
        for (int i = 1; i < days.length(); i++) {
            path += Math.abs(days.get(i) - days.get(i - 1));
        }
        return path;
    }

    private static String data(Path csv, Path scene, TableFile table, TableOptions options, TableColumns read,
            ColumnChoice columns, String understood) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(understood).append('\n');
        text.append("#\n#   epochreel render ").append(scene.getFileName())
                .append("      makes the video\n\n");
        boolean named = table.hasHeaderRow() || options.header().isEmpty();
        String title = named ? columns.y() + " by " + columns.x() : csv.getFileName().toString();
        text.append("title: ").append(quoted(escaped(title))).append('\n');
        text.append("data:\n  csv:\n    file: ").append(quoted(name(csv, scene))).append('\n');
        text.append("    x: ").append(named ? quoted(columns.x()) : columns.x());
        if (!columns.others().isEmpty()) {
            int shown = Math.min(MOST_OTHERS, columns.others().size());
            text.append("      # or y: ").append(String.join(", ", columns.others().subList(0, shown).stream()
                    .map(TableScene::quoted).toList())).append(shown < columns.others().size() ? ", ..." : "");
        }
        text.append("\n    y: ").append(named ? quoted(columns.y()) : columns.y()).append('\n');
        if (options.header().isPresent()) {
            text.append("    header: false      # x and y are the columns' numbers\n");
        }
        options.dateFormat().ifPresent(format ->
                text.append("    date-format: ").append(quoted(format.letters())).append('\n'));
        if (read.skipped() > 0) {
            text.append("    missing: skip      # ").append(read.skipped()).append(" of the rows have no x or no y\n");
        }
        text.append("  scale: standard      # the network learns numbers near 1, pictures show those of the file\n");
        text.append("  # test: {fraction: 0.2}      # a fifth of the rows, which only measure\n");
        return text.toString();
    }

    private static String learning(ModelChoice model) {
        StringBuilder text = new StringBuilder();
        text.append("network:\n  hidden: ").append(model.hidden()).append('\n');
        text.append("  activation: ").append(model.activation());
        text.append(model.swings() ? "      # sines, as the values swing often\n" : "\n");
        text.append("initialisation:\n  seed: 1      # another seed, another film\n");
        text.append(model.scale() == 1 ? "" : "  scale: " + model.scale() + "      # faster sines\n");
        text.append("training:\n  optimiser: adam\n  learning-rate: ").append(model.rate()).append('\n');
        text.append(model.batch() == 0 ? "" : "  batch-size: " + model.batch() + "\n");
        text.append("  epochs: ").append(model.epochs()).append('\n');
        return text.toString();
    }

    private static String video(ModelChoice model, ImmutableDoubleArray x) {
        StringBuilder text = new StringBuilder("video:\n");
        text.append("  frames: {count: 450, pace: motion}      # 15 seconds\n");
        double from = x.stream().min().orElse(0);
        double to = x.stream().max().orElse(0);
        if (model.swings() && from < to) {
            // Beyond the data nothing holds fast sines.
            text.append("  axes: {x: [").append(ShortestDecimal.of(from)).append(", ")
                    .append(ShortestDecimal.of(to)).append("]}      # up to the ends of the data\n");
        }
        text.append("  # theme: midnight\n");
        return text.toString();
    }

    private static String chosen(ColumnChoice columns) {
        int shown = Math.min(MOST_OTHERS, columns.others().size());
        String others = columns.others().isEmpty() ? "" : "; other columns of numbers: "
                + String.join(", ", columns.others().subList(0, shown).stream().map(TableScene::quoted).toList())
                + (shown < columns.others().size() ? " and " + (columns.others().size() - shown) + " more" : "")
                + "; choose with --x and --y";
        return "x is " + quoted(columns.x()) + ", y is " + quoted(columns.y()) + others;
    }

    /** The table as a scene names it: from the scene's directory on. */
    static String name(Path csv, Path scene) {
        Path directory = scene.toAbsolutePath().normalize().getParent();
        Path table = csv.toAbsolutePath().normalize();
        boolean below = directory != null && table.getRoot().equals(directory.getRoot());
        return (below ? directory.relativize(table) : table).toString().replace('\\', '/');
    }

    /** Braces in a title would be placeholders, and it is one line of bounded length. */
    static String escaped(String title) {
        String line = title.replace('{', '(').replace('}', ')').replaceAll("\\p{C}", "");
        return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE).replaceAll("\\p{Cs}$", "") : line;
    }

    /** Names as a list in YAML. */
    static String list(ImmutableList<String> names) {
        return "[" + String.join(", ", names.stream().map(TableScene::quoted).toList()) + "]";
    }

    /** Text that YAML reads as this text: as it is where it is a plain word, else in quotes. */
    static String quoted(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_./-]*( [\\p{L}\\p{N}_./-]+)*")
                && !CoreSchema.isNull(text)
                && CoreSchema.truth(text).isEmpty();
        if (plain) {
            return text;
        }
        return JsonText.onOneLine().value(text).finish().strip();
    }
}
