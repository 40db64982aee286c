package org.epochreel.data.recorded;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.epochreel.data.Matrix;

/**
 * Points of a line or the plane as a grid, whatever their order.
 *
 * @param x1 its different values, rising
 * @param x2 likewise; one 0 for points of a line
 * @param points the point at each place of the grid, row by row of equal x2
 */
public record GridOfPoints(ImmutableDoubleArray x1, ImmutableDoubleArray x2, ImmutableIntArray points) {

    /** @throws RecordingException if a point is there twice, or one of the grid is missing */
    static GridOfPoints of(Matrix points) throws RecordingException {
        double[] across = distinct(points, 0);
        double[] up = points.width() == 1 ? new double[] {0} : distinct(points, 1);
        int[] places = new int[(int) Math.min((long) across.length * up.length, points.rows() + 1L)];
        Arrays.fill(places, -1);
        if (places.length != points.rows()) {
            throw new RecordingException(points.width() == 1 ? "x has a value twice; each may occur once"
                    : "the points of x are no full grid of the plane: " + across.length + " different values of x1 and "
                            + up.length + " of x2 need " + (long) across.length * up.length + " points, and there are "
                            + points.rows());
        }
        for (int row = 0; row < points.rows(); row++) {
            int place = Arrays.binarySearch(across, points.at(row, 0) + 0.0)
                    + (points.width() == 1 ? 0 : Arrays.binarySearch(up, points.at(row, 1) + 0.0) * across.length);
            if (places[place] >= 0) {
                throw new RecordingException("x has point " + (row + 1) + " twice; each may occur once");
            }
            places[place] = row;
        }
        return new GridOfPoints(ImmutableDoubleArray.copyOf(across), ImmutableDoubleArray.copyOf(up),
                ImmutableIntArray.copyOf(places));
    }

    /** The grid of a recording's points. */
    public static GridOfPoints of(Recording recording) {
        try {
            return of(recording.x());
        } catch (RecordingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // Adding 0 makes one number of both zeros.
    private static double[] distinct(Matrix points, int column) {
        return points.columns().get(column).stream().map(value -> value + 0.0).sorted().distinct().toArray();
    }
}
