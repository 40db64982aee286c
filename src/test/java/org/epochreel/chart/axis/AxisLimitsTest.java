package org.epochreel.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.draw.Charts;
import org.epochreel.data.Samples;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;

class AxisLimitsTest {

    private static final Samples UNIT = samples(0, 1);

    @Test
    void theBlogsXAxisIsItsDataAndFivePercent() {
        Range range = AxisLimits.around(Charts.line().x());

        assertEquals(-10.99, range.from(), 1e-9);
        assertEquals(10.79, range.to(), 1e-9);
    }

    @Test
    void theFirstCurveCountsAndWhatIsNotFiniteDoesNot() {
        ImmutableDoubleArray curve = ImmutableDoubleArray.of(-1, Double.NaN, 3, Double.POSITIVE_INFINITY);

        assertEquals(new Range(-1.2, 3.2), AxisLimits.first(UNIT, curve));
    }

    @Test
    void aFewWildEpochsDoNotSetTheScale() {
        double[] highs = new double[200];
        java.util.Arrays.fill(highs, 1.5);
        highs[0] = 1e9;
        highs[1] = Double.POSITIVE_INFINITY;
        Range range = AxisLimits.all(UNIT, ImmutableDoubleArray.of(-0.5), ImmutableDoubleArray.copyOf(highs));

        assertEquals(-0.6, range.from(), 1e-9);
        assertEquals(1.6, range.to(), 1e-9);
    }

    @Test
    void dotsNeverFillLessThanAThirdOfTheHeight() {
        Range range = AxisLimits.all(UNIT, ImmutableDoubleArray.of(-1e5), ImmutableDoubleArray.of(1e5));

        assertTrue(range.to() - range.from() <= 3.3 + 1e-9, range.toString());
    }

    @Test
    void oneValueAloneStillGetsAnAxis() {
        assertTrue(AxisLimits.around(ImmutableDoubleArray.of(7)).from() < 7);
        assertTrue(AxisLimits.around(ImmutableDoubleArray.of(1e17, 1e17)).to() > 1e17);
        assertTrue(AxisLimits.all(samples(2, 2), ImmutableDoubleArray.of(0), ImmutableDoubleArray.of(9)).to() > 9);
    }

    @Test
    void noFiniteValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> AxisLimits.around(ImmutableDoubleArray.of(Double.NaN)));
    }

    private static Samples samples(double... y) {
        return new Samples(ImmutableDoubleArray.of(0, 1), ImmutableDoubleArray.copyOf(y));
    }
}
