package org.epochreel.font;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a heavier cut of a face that has none: each corner of an outline moves away from the inside by a constant
 * distance across its edges, as in stroking with a mitred pen.
 */
final class Boldness {

    /** Level edges move less, for letters keep about their heights. */
    private static final double UPWARDS = 0.6;

    /** Sharper corners than this (one plus the cosine of the turn) would reach too far. */
    private static final double SHARPEST = 0.4;

    private Boldness() {}

    /** @param outline of straight lines, filled where they wind around a point */
    static Path2D heavier(Path2D outline, double distance) {
        List<List<double[]>> contours = contours(outline);
        double area = contours.stream().mapToDouble(Boldness::area).sum();
        double outwards = area > 0 ? distance : -distance;
        Path2D heavier = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (List<double[]> contour : contours) {
            int count = contour.size();
            for (int i = 0; i < count; i++) {
                double[] corner = contour.get(i);
                double[] in = direction(contour.get((i + count - 1) % count), corner);
                double[] out = direction(corner, contour.get((i + 1) % count));
                double reach = outwards / Math.max(SHARPEST, 1 + in[0] * out[0] + in[1] * out[1]);
                double x = corner[0] + reach * (in[1] + out[1]);
                double y = corner[1] - UPWARDS * reach * (in[0] + out[0]);
                if (i == 0) {
                    heavier.moveTo(x, y);
                } else {
                    heavier.lineTo(x, y);
                }
            }
            heavier.closePath();
        }
        return heavier;
    }

    /** The corners of each closed line, none twice in a row. */
    private static List<List<double[]>> contours(Path2D outline) {
        List<List<double[]>> contours = new ArrayList<>();
        List<double[]> contour = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
            int segment = i.currentSegment(at);
            if (segment == PathIterator.SEG_MOVETO) {
                contour = new ArrayList<>();
                contours.add(contour);
            }
            boolean corner = segment != PathIterator.SEG_CLOSE;
            if (corner && (contour.isEmpty() || !same(contour.get(contour.size() - 1), at))) {
                contour.add(new double[] {at[0], at[1]});
            }
        }
        for (List<double[]> closed : contours) {
            while (closed.size() > 1 && same(closed.get(0), closed.get(closed.size() - 1))) {
                closed.remove(closed.size() - 1);
            }
        }
        contours.removeIf(closed -> closed.size() < 3);
        return contours;
    }

    private static boolean same(double[] a, double[] b) {
        return a[0] == b[0] && a[1] == b[1];
    }

    /** Above 0 where the inside lies on the left of the way along the line. */
    private static double area(List<double[]> contour) {
        double sum = 0;
        double[] before = contour.get(contour.size() - 1);
        for (double[] corner : contour) {
            sum += before[0] * corner[1] - corner[0] * before[1];
            before = corner;
        }
        return sum;
    }

    private static double[] direction(double[] from, double[] to) {
        double x = to[0] - from[0];
        double y = to[1] - from[1];
        double length = Math.sqrt(x * x + y * y);
        return new double[] {x / length, y / length};
    }
}
