package org.epochreel.chart.panel.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.chart.RunCurves;
import org.junit.jupiter.api.Test;

class NeuronBuildersTest {

    private static final ImmutableDoubleArray SMALL = ImmutableDoubleArray.of(0, 1, 0);
    private static final ImmutableDoubleArray LARGE = ImmutableDoubleArray.of(5, 0, -5);
    private static final RunCurves RUN = new RunCurves(ImmutableDoubleArray.of(7, 3, -3), ImmutableList.of(),
            Optional.empty(), ImmutableList.of(SMALL, LARGE));

    private static double[] sum(double built) {
        return NeuronBuilders.sum(RUN, built).toArray();
    }

    @Test
    void neuronsComeOneAfterTheOtherTheOneThatBendsMostFirst() {
        assertArrayEquals(new double[] {2, 2, 2}, sum(0));
        assertArrayEquals(new double[] {4.5, 2, -0.5}, sum(0.25));
        assertArrayEquals(new double[] {7, 2, -3}, sum(0.5));
        assertArrayEquals(new double[] {7, 2.5, -3}, sum(0.75));
        assertEquals(RUN.curve(), NeuronBuilders.sum(RUN, 1));
    }
}
