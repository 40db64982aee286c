package org.epochreel.data.recorded;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.epochreel.data.Matrix;

/**
 * What a model gave at every epoch of a run that was trained elsewhere.
 *
 * @param x the points that were asked for: values of x, in any order and each once, or points of the plane that make a
 *     full grid
 * @param outputs numbers for each point
 * @param predictions epoch after epoch, point after point, output after output; all finite
 * @param log what else was written down
 */
public record Recording(Matrix x, int outputs, ImmutableDoubleArray predictions, RecordedLog log) {

    /**
     * Puts a recording together from the arrays of its files.
     *
     * @param predictions epochs by points, or by points by outputs
     * @param x points, or points by inputs
     * @throws RecordingException if they do not go together
     */
    public static Recording of(NumberArray predictions, NumberArray x, Optional<RecordedLog> log)
            throws RecordingException {
        Matrix points = points(x);
        ImmutableIntArray shape = predictions.shape();
        if (shape.length() < 2 || shape.length() > 3 || predictions.values().isEmpty()) {
            throw new RecordingException("the predictions have the shape " + predictions.shown()
                    + "; epochs x points, or epochs x points x outputs, are needed");
        }
        if (shape.get(1) != points.rows()) {
            throw new RecordingException("the predictions have the shape " + predictions.shown() + ", so they are for "
                    + shape.get(1) + " points, and x has " + points.rows());
        }
        int outputs = shape.length() == 3 ? shape.get(2) : 1;
        for (int i = 0; i < predictions.values().length(); i++) {
            if (!Double.isFinite(predictions.values().get(i))) {
                int point = i / outputs;
                throw new RecordingException("the prediction of epoch " + point / points.rows() + " at point "
                        + (point % points.rows() + 1) + " is not a finite number; leave out the epochs from there on");
            }
        }
        Recording recording = new Recording(points, outputs, predictions.values(),
                log.orElse(RecordedLog.NONE));
        if (log.isPresent() && log.get().epochs() != recording.epochs()) {
            throw new RecordingException("the predictions have " + recording.epochs() + " epochs, and the metrics "
                    + log.get().epochs() + "; both need the same, the state before training included");
        }
        return recording;
    }

    private static Matrix points(NumberArray x) throws RecordingException {
        int width = x.axes() == 2 ? x.shape().get(1) : 1;
        if (x.axes() < 1 || x.axes() > 2 || x.values().isEmpty() || width > 2) {
            throw new RecordingException("x has the shape " + x.shown() + "; points, or points x 2 of the plane, are needed");
        }
        double[][] columns = new double[width][x.values().length() / width];
        for (int i = 0; i < x.values().length(); i++) {
            if (!Double.isFinite(x.values().get(i))) {
                throw new RecordingException("x has a number that is not finite, at point " + (i / width + 1));
            }
            columns[i % width][i / width] = x.values().get(i);
        }
        Matrix points = Matrix.ofColumns(columns);
        GridOfPoints.of(points);
        return points;
    }

    /** Whether points of a line lie within those that were asked for. */
    public boolean covers(Matrix points) {
        double least = x.columns().get(0).stream().min().orElseThrow();
        double greatest = x.columns().get(0).stream().max().orElseThrow();
        return points.columns().get(0).stream().allMatch(value -> value >= least && value <= greatest);
    }

    /** Epochs that were recorded, at least 1. */
    public int epochs() {
        return predictions.length() / (x.rows() * outputs);
    }

    /** Numbers of an epoch. */
    public int perEpoch() {
        return x.rows() * outputs;
    }
}
