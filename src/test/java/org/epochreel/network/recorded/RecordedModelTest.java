package org.epochreel.network.recorded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.network.Probe;
import org.junit.jupiter.api.Test;

class RecordedModelTest {

    private static final ImmutableDoubleArray LINE = ImmutableDoubleArray.of();

    @Test
    void aCurveIsStraightBetweenItsPointsAndHasNoValueBeyondThem() {
        RecordedModel model = new RecordedModel(ImmutableDoubleArray.of(-1, 0, 2), LINE, ImmutableIntArray.of(2, 0, 1), 1,
                RecordedModel.Kind.VALUES);
        double[] curve = Probe.line(model, new double[] {-1.1, -1, -0.5, 0, 0.5, 2, 2.1}).curve(new double[] {10, 30, 20});
        assertArrayEquals(new double[] {Double.NaN, 20, 15, 10, 15, 30, Double.NaN}, curve, 1e-15);
    }

    @Test
    void aSurfaceIsBilinearAndGoesOnBeyondItsEdge() {
        RecordedModel model = new RecordedModel(ImmutableDoubleArray.of(0, 1), ImmutableDoubleArray.of(0, 2),
                ImmutableIntArray.of(0, 1, 2, 3), 1, RecordedModel.Kind.VALUES);
        double[][] places = {{0, 1, 0.5, 0.25, -5, 9}, {0, 2, 1, 0, 1, 9}};
        assertArrayEquals(new double[] {1, 7, 3.5, 1.25, 2.5, 7},
                new Probe(model, places).curve(new double[] {1, 2, 4, 7}).clone(), 1e-15);
    }

    @Test
    void probabilitiesAndSumsOfTheSameClassesSayTheSame() {
        double[] p = {0.2, 0.7, 0.1, 0.25, 0.25, 0.5};
        double[] z = new double[6];
        for (int i = 0; i < 6; i++) {
            z[i] = StrictMath.log(p[i]) + 3;
        }
        double[][] ofShares = classes(RecordedModel.Kind.PROBABILITIES, 3, p);
        double[][] ofSums = classes(RecordedModel.Kind.SUMS, 3, z);
        for (int output = 0; output < 3; output++) {
            assertArrayEquals(ofShares[output], ofSums[output], 1e-15);
        }
        double[][] single = classes(RecordedModel.Kind.SUMS, 1, new double[] {-2, 800});
        assertArrayEquals(new double[] {1 / (1 + StrictMath.exp(2)), 1}, single[0], 1e-15);
    }

    private static double[][] classes(RecordedModel.Kind kind, int outputs, double[] parameters) {
        RecordedModel model = new RecordedModel(ImmutableDoubleArray.of(0, 1), LINE, ImmutableIntArray.of(0, 1), outputs, kind);
        Probe probe = Probe.line(model, new double[] {0, 1});
        double[][] given = probe.outputs(parameters);
        int[] said = new int[2];
        probe.classes(parameters, said);
        assertEquals(1, outputs == 1 ? said[1] : said[0]);
        assertEquals(outputs == 1 ? 0 : 2, outputs == 1 ? said[0] : said[1]);
        return given;
    }
}
