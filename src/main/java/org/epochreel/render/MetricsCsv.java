package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.io.Writer;
import org.epochreel.data.CsvTable;
import org.epochreel.run.Metrics;
import org.epochreel.scene.ShortestDecimal;

/** The metrics of a run as CSV: a row an epoch, numbers as the shortest text that reads back to the same double. */
final class MetricsCsv {

    private static final ImmutableList<String> HEADER = ImmutableList.of(
            "epoch", "learning_rate", "train_loss", "test_loss", "gradient_norm", "gradient_angle");

    /** Also of runs that tell classes apart. */
    private static final ImmutableList<String> ACCURACY = ImmutableList.of("train_accuracy", "test_accuracy");

    private MetricsCsv() {}

    static void write(Metrics metrics, Writer out) throws IOException {
        ImmutableList<String> header = metrics.hasAccuracy()
                ? ImmutableList.<String>builder().addAll(HEADER).addAll(ACCURACY).build()
                : HEADER;
        try (CsvTable.RowWriter rows = new CsvTable.RowWriter(out, header)) {
            for (int epoch = 0; epoch <= metrics.lastEpoch(); epoch++) {
                ImmutableList.Builder<String> row = ImmutableList.builder();
                row.add(
                        Integer.toString(epoch),
                        field(metrics.learningRate(), epoch),
                        field(metrics.trainLoss(), epoch),
                        field(metrics.testLoss(), epoch),
                        field(metrics.gradientNorm(), epoch),
                        field(metrics.gradientAngle(), epoch));
                if (metrics.hasAccuracy()) {
                    row.add(field(metrics.trainAccuracy(), epoch), field(metrics.testAccuracy(), epoch));
                }
                rows.write(row.build());
            }
        }
    }

    /** A number, or nothing where there is none. */
    private static String field(ImmutableDoubleArray column, int epoch) {
        double value = column.get(epoch);
        return Double.isNaN(value) ? "" : ShortestDecimal.of(value);
    }
}
