package org.epochreel.training;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.Samples;

/** The points that are measured and not learnt from, if there are any. */
final class TestSet {
    private final LossAndGradient lossAndGradient;
    private final double[] x;
    private final double[] y;

    TestSet(Optional<Samples> samples, LossAndGradient lossAndGradient) {
        this.lossAndGradient = lossAndGradient;
        this.x = samples.map(Samples::x).map(ImmutableDoubleArray::toArray).orElse(new double[0]);
        this.y = samples.map(Samples::y).map(ImmutableDoubleArray::toArray).orElse(new double[0]);
    }

    boolean exists() {
        return x.length > 0;
    }

    /** The loss at {@code parameters}; NaN without points. */
    double loss(double[] parameters) {
        return exists() ? lossAndGradient.loss(parameters, x, y, 0, x.length) : Double.NaN;
    }
}
