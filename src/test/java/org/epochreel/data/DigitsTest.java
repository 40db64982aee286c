package org.epochreel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The digits that are shipped are those of the published file. */
class DigitsTest {

    @Test
    void theFileIsTheOneThatItsNoticeNames() throws Exception {
        byte[] text;
        try (GZIPInputStream in = new GZIPInputStream(Digits.class.getResourceAsStream("digits.csv.gz"))) {
            text = in.readAllBytes();
        }
        assertEquals("6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8",
                Hashing.sha256().hashBytes(text).toString());
        assertEquals("46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a",
                Hashing.sha256().hashBytes(Resources.toByteArray(Digits.class.getResource("digits.csv.gz"))).toString());
    }

    @Test
    void pixelsAreSixteenthsAndClassesTheDigits() {
        Samples all = Digits.all();
        double sum = 0;
        for (int pixel = 0; pixel < 64; pixel++) {
            sum += all.inputs().columns().get(pixel).stream().sum();
        }
        assertEquals(561718 / 16.0, sum);
        Labels labels = all.labels().orElseThrow();
        int[] counts = new int[10];
        labels.indices().forEach(digit -> counts[digit]++);
        assertEquals("[178, 182, 177, 183, 181, 182, 181, 179, 174, 180]", Arrays.toString(counts));
        assertEquals(0, labels.indices().get(0));
        assertEquals(8, labels.indices().get(1796));
    }

    @Test
    void countsAreToldWithoutReading() {
        DataSource part = new DataSource.HandwrittenDigits(
                Optional.of(new DataSource.RandomPart(0.25, BigInteger.ONE)), Scales.NONE);
        assertEquals(part.dataSet().train().count(), part.trainCount());
        assertEquals(449, part.dataSet().test().orElseThrow().count());
    }
}
