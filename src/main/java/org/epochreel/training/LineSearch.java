package org.epochreel.training;

/**
 * Finds a step along a direction that meets the strong Wolfe conditions: Nocedal and Wright, "Numerical Optimization"
 * (2006), algorithms 3.5 and 3.6, with the minimum of a cubic as the next guess, kept away from the interval's ends.
 */
final class LineSearch {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int MOST_TRIALS = 25;

    /** Share of an interval that a guess keeps from its ends. */
    private static final double MARGIN = 0.1;

    /** What is minimised. */
    interface Function {

        /** The value at a point; also writes its derivative. */
        double at(double[] point, double[] derivative);
    }

    private final Function function;
    private final double[] point;
    private final double[] derivative;
    private double[] origin;
    private double[] direction;
    private double value;
    private double slope;
    private double trial;
    private double trialValue;
    private double trialSlope;
    private double step;
    private double lowest;

    LineSearch(Function function, int dimensions) {
        this.function = function;
        this.point = new double[dimensions];
        this.derivative = new double[dimensions];
    }

    /**
     * Searches from {@code from} along {@code along}.
     *
     * @param here the value at the start
     * @param downhill the slope there, below 0
     * @param first the first step that is tried, above 0
     * @return whether there is a step that lowers the value; the best of those tried where none meets both conditions
     */
    boolean find(double[] from, double here, double downhill, double[] along, double first) {
        origin = from;
        direction = along;
        value = here;
        slope = downhill;
        step = 0;
        lowest = here;
        double before = 0;
        double beforeValue = here;
        double beforeSlope = downhill;
        double next = first;
        for (int trials = 1; trials <= MOST_TRIALS; trials++) {
            attempt(next);
            if (fallsShort() || trials > 1 && trialValue >= beforeValue) {
                return zoom(before, beforeValue, beforeSlope, trial, trialValue, trialSlope, trials);
            }
            if (Math.abs(trialSlope) <= -CURVATURE * slope) {
                return accept();
            }
            if (trialSlope >= 0) {
                return zoom(trial, trialValue, trialSlope, before, beforeValue, beforeSlope, trials);
            }
            double guess = cubic(before, beforeValue, beforeSlope, trial, trialValue, trialSlope);
            double nearest = trial + 0.01 * (trial - before);
            next = guess >= nearest && guess <= 10 * trial ? guess : 10 * trial;
            before = trial;
            beforeValue = trialValue;
            beforeSlope = trialSlope;
        }
        return step > 0;
    }

    /** The step that was found, above 0. */
    double step() {
        return step;
    }

    /** Whether the step that was found is the one that the function was asked of last. */
    boolean endsAtLastTrial() {
        return step == trial;
    }

    /** The derivative at the latest trial. */
    double[] derivative() {
        return derivative;
    }

    /** Narrows an interval between a good step and one that is too long, or that lies beyond the minimum. */
    private boolean zoom(
            double low, double lowValue, double lowSlope, double high, double highValue, double highSlope, int done) {
        double a = low;
        double aValue = lowValue;
        double aSlope = lowSlope;
        double b = high;
        double bValue = highValue;
        double bSlope = highSlope;
        for (int trials = done; trials < MOST_TRIALS && a != b; trials++) {
            attempt(guess(a, aValue, aSlope, b, bValue, bSlope));
            if (fallsShort() || trialValue >= aValue) {
                b = trial;
                bValue = trialValue;
                bSlope = trialSlope;
                continue;
            }
            if (Math.abs(trialSlope) <= -CURVATURE * slope) {
                return accept();
            }
            if (trialSlope * (b - a) >= 0) {
                b = a;
                bValue = aValue;
                bSlope = aSlope;
            }
            a = trial;
            aValue = trialValue;
            aSlope = trialSlope;
        }
        return step > 0;
    }

    private static double guess(double a, double aValue, double aSlope, double b, double bValue, double bSlope) {
        double least = Math.min(a, b);
        double width = Math.abs(b - a);
        double guess = cubic(a, aValue, aSlope, b, bValue, bSlope);
        boolean inside = guess >= least + MARGIN * width && guess <= least + (1 - MARGIN) * width;
        return inside ? guess : least + 0.5 * width;
    }

    private void attempt(double length) {
        trial = length;
        for (int i = 0; i < point.length; i++) {
            point[i] = origin[i] + length * direction[i];
        }
        trialValue = function.at(point, derivative);
        trialSlope = 0;
        for (int i = 0; i < point.length; i++) {
            trialSlope += derivative[i] * direction[i];
        }
        if (trialValue < lowest) {
            lowest = trialValue;
            step = length;
        }
    }

    /** Whether the trial lowers the value too little, or leads out of the finite numbers. */
    private boolean fallsShort() {
        return !(trialValue <= value + DECREASE * trial * slope) || !Double.isFinite(trialSlope);
    }

    private boolean accept() {
        step = trial;
        return true;
    }

    /** Where the cubic with these values and slopes is least; NaN where it has no minimum or is not finite. */
    private static double cubic(double a, double aValue, double aSlope, double b, double bValue, double bSlope) {
        double first = aSlope + bSlope - 3 * (aValue - bValue) / (a - b);
        double second = Math.sqrt(first * first - aSlope * bSlope);
        return a <= b
                ? b - (b - a) * ((bSlope + second - first) / (bSlope - aSlope + 2 * second))
                : a - (a - b) * ((aSlope + second - first) / (aSlope - bSlope + 2 * second));
    }
}
