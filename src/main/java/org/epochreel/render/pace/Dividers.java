package org.epochreel.render.pace;

import java.util.Arrays;

/**
 * Steps off the way of a stretch as a pair of dividers does: each frame is the first at which what is shown is as far from
 * the frame before as its step is to be. So steps are even however the way winds: what swings to and fro by less than a
 * step, as optimisers with momentum do from epoch to epoch, is passed over and not shown by chance here and there.
 *
 * <p>How wide the dividers have to be open so that the last step ends where the stretch does is found by halving. A winding
 * way seldom allows it exactly; hence the steps are gone from both ends, and the opening and the place where both meet
 * are those whose joining step fits best.
 */
final class Dividers {

    private static final int HALVINGS = 24;

    /** Openings tried to each side of that found by halving, and the ratio from each to the next. */
    private static final int TRIED = 250;
    private static final double FINER = 1.0001;

    /** A joining step that fits so well is good enough. */
    private static final double FITS = 0.015;

    /** What a misfit costs more where the speed changes, as there neighbours differ anyway. */
    private static final double IN_RAMP = 0.05;

    /** How far the way that the joining step passes over may stray, in steps; less would seldom let any join where it winds. */
    private static final double STRAYS = 2;

    private final Way way;
    private final Stretch stretch;
    private final double[] speeds;

    /** @param speeds of the steps, the full one being 1; at least one step */
    Dividers(Way way, Stretch stretch, double[] speeds) {
        this.way = way;
        this.stretch = stretch;
        this.speeds = speeds;
    }

    /** The positions of the frames, the stretch's ends included; none if the steps nowhere meet. */
    double[] positions() {
        double wide = opening();
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 2 * TRIED && least > FITS; i++) {
            double tried = wide * StrictMath.pow(FINER, i % 2 == 0 ? i / 2 : -(i + 1) / 2);
            double[] forth = forth(tried);
            double[] back = back(tried);
            for (int step = 0; step < speeds.length; step++) {
                double misfit = misfit(forth[step], back[step + 1], step, tried);
                if (misfit < least) {
                    least = misfit;
                    best = Arrays.copyOf(forth, forth.length);
                    System.arraycopy(back, step + 1, best, step + 1, speeds.length - step);
                }
            }
        }
        return best;
    }

    /** The widest opening, about, with which the end is not reached before the last step. */
    private double opening() {
        double narrow = 0;
        double wide = 2 * way.length(stretch.from(), stretch.to());
        for (int i = 0; i < HALVINGS; i++) {
            double middle = narrow + (wide - narrow) / 2;
            if (forth(middle)[speeds.length] <= stretch.to()) {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        return narrow;
    }

    /** Positions stepped off from the beginning on; infinite from where the end is nearer than a step. */
    private double[] forth(double wide) {
        double[] positions = new double[speeds.length + 1];
        Arrays.fill(positions, Double.POSITIVE_INFINITY);
        positions[0] = stretch.from();
        for (int i = 0; i < speeds.length && positions[i] <= stretch.to(); i++) {
            positions[i + 1] = way.after(positions[i], wide * speeds[i], stretch.to());
        }
        return positions;
    }

    /** As {@link #forth}, from the end back; negative from where the beginning is nearer than a step. */
    private double[] back(double wide) {
        double[] positions = new double[speeds.length + 1];
        Arrays.fill(positions, Double.NEGATIVE_INFINITY);
        positions[speeds.length] = stretch.to();
        for (int i = speeds.length; i > 0 && positions[i] >= stretch.from(); i--) {
            positions[i - 1] = way.before(positions[i], wide * speeds[i - 1], stretch.from());
        }
        return positions;
    }

    private double misfit(double from, double to, int step, double wide) {
        if (!(from >= stretch.from() && from < to && to <= stretch.to())) {
            return Double.POSITIVE_INFINITY;
        }
        double asked = wide * speeds[step];
        if (way.after(from, STRAYS * asked, to) < to) {
            return Double.POSITIVE_INFINITY;
        }
        boolean ramp = step > 0 && speeds[step - 1] != speeds[step]
                || step + 1 < speeds.length && speeds[step + 1] != speeds[step];
        return Math.abs(StrictMath.log(way.moved(from, to) / asked)) + (ramp ? IN_RAMP : 0);
    }
}
