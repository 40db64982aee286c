package org.epochreel.data.recorded;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.epochreel.data.table.Column;
import org.epochreel.data.table.TableColumns;
import org.epochreel.data.table.TableException;
import org.epochreel.data.table.TableFile;
import org.epochreel.data.table.TableOptions;

/**
 * What a log says of each epoch.
 *
 * @param columns by quantity, a number an epoch, NaN where the log has none
 */
public record RecordedLog(ImmutableMap<Quantity, ImmutableDoubleArray> columns) {

    public static final RecordedLog NONE = new RecordedLog(ImmutableMap.of());

    /** A quantity of the metrics, and what logs call it. */
    public enum Quantity {
        TRAIN_LOSS("train_loss", "loss", "training_loss"),
        TEST_LOSS("test_loss", "val_loss", "valid_loss", "validation_loss"),
        LEARNING_RATE("learning_rate", "lr", "rate"),
        GRADIENT_NORM("gradient_norm", "grad_norm"),
        GRADIENT_ANGLE("gradient_angle", "angle"),
        TRAIN_ACCURACY("train_accuracy", "accuracy", "acc", "train_acc"),
        TEST_ACCURACY("test_accuracy", "val_accuracy", "val_acc", "test_acc");

        private final ImmutableList<String> names;

        Quantity(String... names) {
            this.names = ImmutableList.copyOf(names);
        }
    }

    private static final String EPOCH = "epoch";

    /** Epochs that the log tells of; 0 where there is none. */
    public int epochs() {
        return columns.values().stream().mapToInt(ImmutableDoubleArray::length).findFirst().orElse(0);
    }

    public Optional<ImmutableDoubleArray> of(Quantity quantity) {
        return Optional.ofNullable(columns.get(quantity));
    }

    /**
     * Reads a log.
     *
     * @throws RecordingException if it has no column of epochs or of losses, or they have gaps
     * @throws IOException if it cannot be read
     */
    public static RecordedLog read(Path file) throws RecordingException, IOException {
        TableOptions skipping = new TableOptions(
                Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());
        try {
            TableFile table = TableFile.read(file, skipping);
            Optional<String> epoch = named(table, ImmutableList.of(EPOCH, "step"));
            if (epoch.isEmpty()) {
                throw new RecordingException("it has no column called epoch; its columns are "
                        + String.join(", ", table.names()));
            }
            double[] epochs = epochs(table, epoch.get());
            Map<Quantity, ImmutableDoubleArray> columns = new EnumMap<>(Quantity.class);
            for (Quantity quantity : Quantity.values()) {
                Optional<String> name = named(table, quantity.names);
                if (name.isPresent()) {
                    columns.put(quantity, values(table, epoch.get(), name.get(), epochs));
                }
            }
            ImmutableDoubleArray loss = Optional.ofNullable(columns.get(Quantity.TRAIN_LOSS)).orElseThrow(() ->
                    new RecordingException("it has no column called loss or train_loss; its columns are "
                            + String.join(", ", table.names())));
            for (int i = 0; i < loss.length(); i++) {
                if (!Double.isFinite(loss.get(i))) {
                    throw new RecordingException("it has no loss in its row of epoch "
                            + (long) epochs[i] + "; every epoch needs one");
                }
            }
            return new RecordedLog(ImmutableMap.copyOf(columns));
        } catch (TableException e) {
            throw new RecordingException("line " + e.problems().get(0).line() + ": " + e.problems().get(0).message());
        }
    }

    private static Optional<String> named(TableFile table, ImmutableList<String> names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            table.names().stream().filter(own -> own.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_')
                    .equals(name)).forEach(found::add);
        }
        return found.stream().findFirst();
    }

    private static double[] epochs(TableFile table, String name) throws RecordingException, TableException, IOException {
        double[] epochs = numbers(table.columns(ImmutableList.of(name), ImmutableList.of()), 0);
        for (int i = 0; i < epochs.length; i++) {
            if (epochs[i] != epochs[0] + i || epochs[0] != Math.rint(epochs[0])) {
                throw new RecordingException("its epochs must be whole numbers that rise one by one, and row " + (i + 1)
                        + " does not");
            }
        }
        return epochs;
    }

    private static ImmutableDoubleArray values(TableFile table, String epoch, String name, double[] epochs)
            throws RecordingException, TableException, IOException {
        TableColumns both = table.columns(ImmutableList.of(epoch, name), ImmutableList.of());
        double[] at = numbers(both, 0);
        double[] own = numbers(both, 1);
        double[] values = new double[epochs.length];
        Arrays.fill(values, Double.NaN);
        for (int row = 0; row < at.length; row++) {
            values[(int) (at[row] - epochs[0])] = own[row];
        }
        return ImmutableDoubleArray.copyOf(values);
    }

    private static double[] numbers(TableColumns columns, int index) throws RecordingException {
        if (columns.values().get(index) instanceof Column.Numbers numbers) {
            return numbers.values().toArray();
        }
        throw new RecordingException("column \"" + columns.values().get(index).name() + "\" holds dates; numbers are needed");
    }
}
