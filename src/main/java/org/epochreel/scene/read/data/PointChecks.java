package org.epochreel.scene.read.data;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.Samples;
import org.epochreel.data.ScaleMethod;
import org.epochreel.data.Scales;
import org.epochreel.scene.key.Value;
import org.epochreel.text.ShortestDecimal;

/** Looks at points before anything learns from them. */
final class PointChecks {

    private PointChecks() {}

    /** Says where the losses of numbers that are finite cannot be. */
    static void warnOfSize(Samples samples, Scales scales, Value asked) {
        if (scales.y() != ScaleMethod.NONE || samples.labels().isPresent()) {
            return;
        }
        double squares = 0;
        for (ImmutableDoubleArray column : samples.outputs().columns()) {
            for (int i = 0; i < column.length(); i++) {
                squares += column.get(i) * column.get(i);
            }
        }
        if (Double.isInfinite(squares)) {
            asked.warn("the squares of y are too large for doubles, so no loss but mae can be computed; use smaller"
                    + " numbers, such as y in another unit");
        }
    }

    /** Whether all numbers are finite; a mistake where they are not. */
    static boolean isFinite(DataSource source, Value asked) {
        DataSet sets = source.dataSet();
        return isFinite(sets.train(), asked) && sets.test().map(samples -> isFinite(samples, asked)).orElse(true);
    }

    private static boolean isFinite(Samples samples, Value asked) {
        for (int i = 0; i < samples.count(); i++) {
            for (int input = 0; input < samples.inputs().width(); input++) {
                if (!Double.isFinite(samples.inputs().at(i, input))) {
                    asked.mistake("the coordinates of point " + (i + 1) + " are not finite",
                            "choose smaller numbers");
                    return false;
                }
            }
            double y = samples.outputs().at(i, 0);
            if (!Double.isFinite(y)) {
                asked.mistake("y is " + (Double.isNaN(y) ? "not a number" : "infinite") + " at " + place(samples, i),
                        "it must be a finite number at every x of the data");
                return false;
            }
        }
        return true;
    }

    private static String place(Samples samples, int row) {
        StringBuilder place = new StringBuilder();
        int width = samples.inputs().width();
        for (int input = 0; input < width; input++) {
            place.append(input == 0 ? "x" : ", x").append(width == 1 ? "" : String.valueOf(input + 1)).append(" = ")
                    .append(ShortestDecimal.of(samples.inputs().at(row, input)));
        }
        return place.toString();
    }
}
