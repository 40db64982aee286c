package org.epochreel.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalleryTableTest {

    private static Sweep seeds(int... seeds) {
        ImmutableList.Builder<BigInteger> all = ImmutableList.builder();
        for (int seed : seeds) {
            all.add(BigInteger.valueOf(seed));
        }
        return Sweep.ofSeeds(all.build());
    }

    private static List<String> labels(GalleryTable table) {
        return table.members().stream().map(GalleryMember::label).toList();
    }

    private static List<String> names(GalleryTable table) {
        return table.members().stream().map(GalleryMember::name).toList();
    }

    @Test
    void theFirstKeyGoesFromRowToRowAndTheSecondAlongARow() {
        GalleryTable table = GalleryTable.of("line", ImmutableList.of(
                Sweep.parse("training.learning-rate=0.1,1"), Sweep.parse("network.hidden=[2],[20, 10]")));
        assertEquals(List.of("learning rate 0.1, hidden 2", "learning rate 0.1, hidden 20, 10",
                "learning rate 1, hidden 2", "learning rate 1, hidden 20, 10"), labels(table));
        assertEquals("line-learning-rate-1-hidden-20_10", names(table).get(3));
        assertEquals(List.of("0.1", "1"), table.rows().orElseThrow().labels());
        assertEquals(List.of("[2]", "[20, 10]"), table.columns().values());
    }

    @Test
    void twoKeysAndSeedsHaveTheSeedsFastest() {
        GalleryTable table = GalleryTable.of("line", ImmutableList.of(
                Sweep.parse("training.learning-rate=0.1,1"), Sweep.parse("network.bias=true,false"), seeds(5, 6)));
        assertEquals(8, table.members().size());
        assertEquals("learning rate 0.1, bias false, seed 5", labels(table).get(2));
        assertEquals("line-learning-rate-0.1-bias-false-seed-5", names(table).get(2));
        assertEquals(4, table.columns().values().size());
    }

    @Test
    void seedsOfTwoKindsAreToldApart() {
        GalleryTable table = GalleryTable.of("line", ImmutableList.of(Sweep.parse("training.seed=1,2"), seeds(1, 2)));
        assertEquals("training seed 2, initialisation seed 1", labels(table).get(2));
        assertEquals("line-training-seed-2-initialisation-seed-1", names(table).get(2));
    }

    @Test
    void aKeyTwiceOrMoreThanTwoKeysAreRefused() {
        Sweep rates = Sweep.parse("training.learning-rate=0.1,1");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> GalleryTable.of("line", ImmutableList.of(rates, rates)))
                .getMessage().contains("is given twice"));
        ImmutableList<Sweep> four = ImmutableList.of(rates, Sweep.parse("a=1,2"), Sweep.parse("b=1,2"), seeds(1, 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> GalleryTable.of("line", four))
                .getMessage().contains("at most twice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1e-4; 1e-4", "adam; adam", "[]; none", "[20, 10]; 20, 10", "{momentum: {beta: 0.9}}; momentum beta 0.9",
        "[{at-epoch: 255, learning-rate: 1e-4}]; 1e-4 from epoch 255",
        "[{loss-below: 0.5, learning-rate: 0.1}, {angle-above: 90, learning-rate: 0.2}]; 0.1 below loss 0.5, 0.2 above 90\u00b0",
        "[{loss-change-below: 10, over: 6, learning-rate: 3e-3}]; 3e-3 once the loss changes by less than 10",
        "{exponential: {factor: 0.5, every: 10}}; exponential factor 0.5, every 10"})
    void valuesAreReadInWords(String value, String words) {
        assertEquals(words, ValueWords.of(value));
    }
}
