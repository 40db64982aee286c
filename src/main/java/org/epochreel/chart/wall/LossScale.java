package org.epochreel.chart.wall;

import java.util.OptionalDouble;

/** Where a final loss lies between the highest and the lowest of a wall, by its logarithm. */
record LossScale(double highest, double lowest) {

    /** Of the members that have one; nothing is asked of it if none has. */
    static LossScale of(WallSpec spec) {
        double highest = spec.members().stream().map(WallSpec.Member::finalLoss).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).max().orElse(1);
        double lowest = spec.members().stream().map(WallSpec.Member::finalLoss).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).min().orElse(1);
        return new LossScale(highest, lowest);
    }

    /** 0 for the highest, 1 for the lowest, as for all if they are equal. */
    double position(double loss) {
        double span = logarithm(highest) - logarithm(lowest);
        return span <= 0 ? 1 : Math.min(1, Math.max(0, (logarithm(highest) - logarithm(loss)) / span));
    }

    private static double logarithm(double loss) {
        return StrictMath.log(Math.max(Double.MIN_NORMAL, loss));
    }
}
