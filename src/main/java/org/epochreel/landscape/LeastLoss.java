package org.epochreel.landscape;

import java.util.Optional;

/**
 * Finds where in a plane the loss is least, by Newton's steps on differences, from the lowest of a grid's positions on:
 * one step where the loss is a quadratic function.
 */
final class LeastLoss {

    private static final int MOST_STEPS = 40;
    private static final double CLOSE = 1e-9;

    private final Plane plane;
    private final LossAt loss;
    private final double[] parameters;

    LeastLoss(Plane plane, LossAt loss) {
        this.plane = plane;
        this.loss = loss;
        this.parameters = new double[plane.origin().length()];
    }

    /** The place, if there is one within the window; nothing if the loss only falls towards its border. */
    Optional<Position> near(Window window, double[] losses, int size) {
        int lowest = 0;
        for (int i = 1; i < losses.length; i++) {
            lowest = losses[i] < losses[lowest] ? i : lowest;
        }
        double x = LossSurface.position(window.x(), lowest % size, size);
        double y = LossSurface.position(window.y(), lowest / size, size);
        double wide = (window.x().to() - window.x().from()) / size;
        double high = (window.y().to() - window.y().from()) / size;
        double best = at(x, y);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = newton(x, y, wide, high, best);
            double found = at(x + move[0], y + move[1]);
            boolean better = found < best;
            if (better) {
                x += move[0];
                y += move[1];
                best = found;
            }
            boolean small = Math.abs(move[0]) < CLOSE * size * wide && Math.abs(move[1]) < CLOSE * size * high;
            if (small || !better) {
                break;
            }
        }
        boolean inside = x > window.x().from() && x < window.x().to() && y > window.y().from() && y < window.y().to();
        boolean atBorder = lowest % size == 0 || lowest % size == size - 1 || lowest < size
                || lowest >= size * (size - 1);
        return inside && !(atBorder && best >= losses[lowest]) && Double.isFinite(best)
                ? Optional.of(new Position(x, y)) : Optional.empty();
    }

    private double at(double x, double y) {
        plane.parameters(x, y, parameters);
        return loss.of(parameters);
    }

    private double[] newton(double x, double y, double wide, double high, double middle) {
        double right = at(x + wide, y);
        double left = at(x - wide, y);
        double above = at(x, y + high);
        double below = at(x, y - high);
        double corner = at(x + wide, y + high);
        double gx = (right - left) / (2 * wide);
        double gy = (above - below) / (2 * high);
        double xx = (right - 2 * middle + left) / (wide * wide);
        double yy = (above - 2 * middle + below) / (high * high);
        double xy = (corner - right - above + middle) / (wide * high);
        double determinant = xx * yy - xy * xy;
        if (!(determinant > 0) || !(xx > 0)) {
            return new double[] {0, 0};
        }
        return new double[] {-(yy * gx - xy * gy) / determinant, -(xx * gy - xy * gx) / determinant};
    }
}
