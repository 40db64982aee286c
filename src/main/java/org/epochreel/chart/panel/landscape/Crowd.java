package org.epochreel.chart.panel.landscape;

import com.google.common.collect.ImmutableList;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The places of the paths and of the texts that were placed already, which further texts keep away from. */
final class Crowd {

    private static final double APART = 3;

    private final List<double[]> points = new ArrayList<>();
    private final List<Rectangle2D> texts = new ArrayList<>();

    /** Adds a path in pixels; points that lie close to the one before are left out. */
    void add(double[] x, double[] y) {
        double[] last = null;
        for (int i = 0; i < x.length; i++) {
            double[] point = {x[i], y[i]};
            if (last == null) {
                points.add(point);
                last = point;
                continue;
            }
            double length = Math.max(Math.abs(point[0] - last[0]), Math.abs(point[1] - last[1]));
            int steps = (int) Math.min(400, length / APART);
            for (int step = 1; step <= steps; step++) {
                points.add(new double[] {last[0] + (point[0] - last[0]) * step / steps,
                        last[1] + (point[1] - last[1]) * step / steps});
            }
            last = steps > 0 ? point : last;
        }
    }

    void add(Rectangle2D text) {
        texts.add(text);
    }

    ImmutableList<Rectangle2D> texts() {
        return ImmutableList.copyOf(texts);
    }

    /** How many points of the paths lie in an area. */
    int pointsIn(Rectangle2D area) {
        int count = 0;
        for (double[] point : points) {
            count += area.contains(point[0], point[1]) ? 1 : 0;
        }
        return count;
    }

    /** How far the nearest point of a path is from an area. */
    double distance(Rectangle2D area) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            double dx = Math.max(0, Math.max(area.getMinX() - point[0], point[0] - area.getMaxX()));
            double dy = Math.max(0, Math.max(area.getMinY() - point[1], point[1] - area.getMaxY()));
            least = Math.min(least, dx * dx + dy * dy);
        }
        return Math.sqrt(least);
    }

    /** Whether a text is within {@code margin} pixels of an area. */
    boolean meetsText(Rectangle2D area, double margin) {
        Rectangle2D grown = grown(area, margin, margin);
        return texts.stream().anyMatch(text -> text.intersects(grown));
    }

    static Rectangle2D grown(Rectangle2D area, double wider, double higher) {
        return new Rectangle2D.Double(area.getX() - wider, area.getY() - higher, area.getWidth() + 2 * wider,
                area.getHeight() + 2 * higher);
    }
}
