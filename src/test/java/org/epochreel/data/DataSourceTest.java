package org.epochreel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.epochreel.random.NumpyRandom;
import org.junit.jupiter.api.Test;

/** The hexadecimal numbers and hashes come from NumPy 2.4.6. */
class DataSourceTest {

    private static final NumpyRandom UNUSED = NumpyRandom.seeded(BigInteger.ZERO);

    @Test
    void drawsInputsThenNoiseThenTheTestSetFromOneStream() {
        DataSet data = new DataSource.Generated(new Inputs.Uniform(-5, 5, 4), new Target.Linear(2, -1), 0.5,
                BigInteger.valueOf(7), OptionalInt.of(2)).dataSet();
        assertEquals(doubles(0x1.403e90a372f4cp+0, 0x1.fc6f04af6bc00p+1, 0x1.60e0afdde436ep+1, -0x1.5fbc1ba4d4ed6p+1),
                data.train().x());
        assertEquals(doubles(0x1.464a7a4a84bc6p+0, 0x1.9cb373210eec1p+2, 0x1.22cd6224ab3e0p+2, -0x1.74d9108facb15p+2),
                data.train().y());
        assertEquals(doubles(0x1.7c3fb5dda83e8p+1, -0x1.485898e33c970p-2), data.test().orElseThrow().x());
        assertEquals(doubles(0x1.4bec7f19e046dp+2, -0x1.767dd33b69352p+0), data.test().orElseThrow().y());
    }

    @Test
    void drawsNoNoiseWhereThereIsNone() {
        DataSet noiseless = new DataSource.Generated(new Inputs.Uniform(-5, 5, 4), new Target.Linear(2, -1), 0,
                BigInteger.valueOf(7), OptionalInt.of(1)).dataSet();
        NumpyRandom stream = NumpyRandom.seeded(BigInteger.valueOf(7));
        for (int i = 0; i < 4; i++) {
            assertEquals(stream.uniform(-5, 5), noiseless.train().x().get(i));
        }
        assertEquals(stream.uniform(-5, 5), noiseless.test().orElseThrow().x().get(0));
    }

    @Test
    void addsNoiseToAGridAsNumpyDoes() {
        Samples train = new DataSource.Generated(new Inputs.Grid(-10, 9.8, 100), new Target.Linear(-2.5, -0.8), 0.1,
                new BigInteger("123456789012345678901234567890123456789"), OptionalInt.empty()).dataSet().train();
        int[] indices = {0, 1, 37, 98, 99};
        double[] x = {-10, -0x1.399999999999ap+3, -0x1.4ccccccccccccp+1, 0x1.3333333333334p+3, 9.8};
        double[] y = {0x1.83a9a1ace281bp+4, 0x1.7be35f2661e66p+4, 0x1.69706fb031013p+2, -0x1.8aca0809bc714p+4,
            -0x1.9480ccd3c02efp+4};
        for (int i = 0; i < indices.length; i++) {
            assertEquals(x[i], train.x().get(indices[i]));
            assertEquals(y[i], train.y().get(indices[i]));
        }
    }

    @Test
    void gridsAreThoseOfLinspaceBitForBit() {
        assertEquals("3a451daf00a6f351ae6d1339a43e7d17ce2ce2e39786b128639fda4ae4b84628",
                sha256(new Inputs.Grid(-10, 9.8, 100).points(UNUSED)));
        assertEquals("96132ebd0dbc60d8a9c60135b3043996faad2026f6609225d9def79d8117b020",
                sha256(new Inputs.Grid(0.1, 0.7, 7).points(UNUSED)));
    }

    @Test
    void bothEndsOfAGridAreExact() {
        for (int count = 2; count < 200; count++) {
            ImmutableDoubleArray points = new Inputs.Grid(0.1, 0.7, count).points(UNUSED);
            assertEquals(count, points.length());
            assertEquals(0.1, points.get(0));
            assertEquals(0.7, points.get(count - 1));
        }
    }

    @Test
    void refusesGridsThatCannotIncludeBothEndsAndEmptyIntervals() {
        assertThrows(IllegalArgumentException.class, () -> new Inputs.Grid(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Inputs.Grid(1, 1, 10));
        assertThrows(IllegalArgumentException.class, () -> new Inputs.Uniform(-1e308, 1e308, 10));
        assertThrows(IllegalArgumentException.class, () -> new Inputs.Uniform(0, Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> new Inputs.Uniform(0, 1, 0));
    }

    @Test
    void targetsFollowTheirFormulas() {
        assertEquals(2.5, new Target.Linear(2, -1.5).at(2));
        assertEquals(13, new Target.Quadratic(2, 3, -1).at(2));
        assertEquals(3 * StrictMath.sin(2 * 0.5 + 1) - 4, new Target.Sinusoidal(3, 2, 1, -4).at(0.5));
    }

    private static ImmutableDoubleArray doubles(double... values) {
        return ImmutableDoubleArray.copyOf(values);
    }

    private static String sha256(ImmutableDoubleArray values) {
        Hasher hasher = Hashing.sha256().newHasher();
        values.forEach(value -> hasher.putBytes(ByteBuffer.allocate(8).putDouble(value).flip()));
        return hasher.hash().toString();
    }
}
