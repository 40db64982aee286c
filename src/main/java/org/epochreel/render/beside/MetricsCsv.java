package org.epochreel.render.beside;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.io.Writer;
import org.epochreel.data.table.CsvRows;
import org.epochreel.render.train.NamedRun;
import org.epochreel.run.Metrics;
import org.epochreel.text.ShortestDecimal;

/**
 * The metrics of runs as CSV: a row an epoch, run after run, numbers as the shortest text that reads back to the same
 * double. Where there are several, a column before all others names the run.
 */
public final class MetricsCsv {

    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "epoch", "learning_rate", "train_loss", "test_loss", "gradient_norm", "gradient_angle");

    /** Also of runs that tell classes apart. */
    private static final ImmutableList<String> ACCURACY = ImmutableList.of("train_accuracy", "test_accuracy");

    private MetricsCsv() {}

    public static void write(ImmutableList<NamedRun> runs, Writer out) throws IOException {
        boolean named = runs.size() > 1;
        boolean accuracy = runs.stream().anyMatch(run -> run.run().metrics().hasAccuracy());
        ImmutableList<String> columns = accuracy
                ? ImmutableList.<String>builder().addAll(COLUMNS).addAll(ACCURACY).build()
                : COLUMNS;
        try (CsvRows.RowWriter rows = new CsvRows.RowWriter(out, row(named, "run", columns))) {
            for (NamedRun run : runs) {
                Metrics metrics = run.run().metrics();
                for (int epoch = 0; epoch <= metrics.lastEpoch(); epoch++) {
                    ImmutableList.Builder<String> fields = ImmutableList.builder();
                    fields.add(
                            Integer.toString(epoch),
                            field(metrics.learningRate(), epoch),
                            field(metrics.trainLoss(), epoch),
                            field(metrics.testLoss(), epoch),
                            field(metrics.gradientNorm(), epoch),
                            field(metrics.gradientAngle(), epoch));
                    if (accuracy) {
                        fields.add(field(metrics.trainAccuracy(), epoch), field(metrics.testAccuracy(), epoch));
                    }
                    rows.write(row(named, run.name(), fields.build()));
                }
            }
        }
    }

    private static ImmutableList<String> row(boolean named, String run, ImmutableList<String> fields) {
        return named ? ImmutableList.<String>builder().add(run).addAll(fields).build() : fields;
    }

    /** A number, or nothing where there is none or it is too large for a double. */
    private static String field(ImmutableDoubleArray column, int epoch) {
        double value = column.get(epoch);
        return Double.isFinite(value) ? ShortestDecimal.of(value) : "";
    }
}
