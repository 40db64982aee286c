package org.epochreel.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.epochreel.reference.Reference;
import org.junit.jupiter.api.Test;

class NumpyRandomTest {

    private static final double TAIL_START = 3.654152885361009;

    @Test
    void streamsOfEverySeedEqualNumpysBitForBit() {
        for (Reference seed : Reference.read("rng_seeding_streams.json").at("seeds").each()) {
            BigInteger number = seed.at("seed").seed();
            SeedSequence sequence = new SeedSequence(number);
            long[] words = seed.at("generate_state_u64_4").each().stream().mapToLong(Reference::word).toArray();
            assertArrayEquals(words, sequence.words(4), "state words of seed " + number);

            Pcg64 bits = new Pcg64(sequence);
            long[] raw = IntStream.range(0, 1000).mapToLong(i -> bits.nextLong()).toArray();
            long[] first = seed.at("raw_u64_first8").each().stream().mapToLong(Reference::word).toArray();
            assertArrayEquals(first, Arrays.copyOf(raw, 8), "words of seed " + number);
            assertEquals(seed.at("raw_u64_at_99").word(), raw[99]);
            assertEquals(seed.at("raw_u64_at_999").word(), raw[999]);

            assertDraws(seed, "random_first8_bits", NumpyRandom::random);
            assertDraws(seed, "standard_normal_first32_bits", random -> random.normal(0, 1));
            assertDraws(seed, "uniform_-5_5_first4_bits", random -> random.uniform(-5, 5));
            assertDraws(seed, "normal_0_0.01_first4_bits", random -> random.normal(0, 0.01));
        }
    }

    @Test
    void rareNormalDrawsEqualNumpys() {
        for (Reference run : Reference.read("rng_normal_slow_path.json").at("runs").each()) {
            NumpyRandom random = NumpyRandom.seeded(run.at("seed").seed());
            double[] draws = IntStream.range(0, run.at("n").integer()).mapToDouble(i -> random.normal(0, 1)).toArray();
            for (String kind : new String[] {"wedge", "tail", "after_reject"}) {
                for (Reference event : run.at("slow_path_first_events").at(kind).each()) {
                    assertNormal(event.at("bits").bits(), draws[event.at("index").integer()]);
                }
            }
            for (Reference window : run.at("windows").each()) {
                double[] values = window.at("values").numbers();
                for (int i = 0; i < values.length; i++) {
                    assertNormal(values[i], draws[window.at("index_from").integer() + i]);
                }
            }
            double[] spread = run.at("every_10000th").numbers();
            for (int i = 0; i < spread.length; i++) {
                assertNormal(spread[i], draws[10_000 * i]);
            }
            assertNormal(run.at("min").number(), Arrays.stream(draws).min().getAsDouble());
            assertNormal(run.at("max").number(), Arrays.stream(draws).max().getAsDouble());
            assertEquals(run.at("sequential_sum").number(), Arrays.stream(draws).reduce(0, Double::sum), 1e-9);
        }
    }

    @Test
    void permutationsEqualNumpysShuffle() {
        for (Reference seed : Reference.read("rng_integers_shuffle.json").at("seeds").each()) {
            for (Reference shuffle : seed.at("shuffle").each()) {
                NumpyRandom fresh = NumpyRandom.seeded(seed.at("seed").seed());
                assertArrayEquals(shuffle.at("result").integers(), fresh.permutation(shuffle.at("n").integer()));
            }
        }
    }

    @Test
    void halfWordsSurviveDrawsOfDoublesBetweenPermutations() {
        for (Reference seed : Reference.read("rng_integers_shuffle.json").at("seeds").each()) {
            NumpyRandom random = NumpyRandom.seeded(seed.at("seed").seed());
            Reference sequence = seed.at("sequence_permutation10_x3_random2_permutation7");
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(sequence.at(i).integers(), random.permutation(10));
            }
            assertArrayEquals(sequence.at(3).numbers(), new double[] {random.random(), random.random()});
            assertArrayEquals(sequence.at(4).integers(), random.permutation(7));
        }
    }

    @Test
    void zigguratLayersEqualNumpys() {
        Reference tables = Reference.read("ziggurat_tables.json");
        for (int layer = 0; layer < Ziggurat.LAYERS; layer++) {
            assertEquals(tables.at("ki").at(layer).word(), Ziggurat.limit(layer));
            assertEquals(tables.at("wi_bits").at(layer).bits(), Ziggurat.width(layer));
            assertEquals(tables.at("fi_bits").at(layer).bits(), Ziggurat.density(layer));
        }
    }

    @Test
    void permutationOfNothingOrOneDrawsNothing() {
        NumpyRandom random = NumpyRandom.seeded(BigInteger.ONE);
        assertArrayEquals(new int[0], random.permutation(0));
        assertArrayEquals(new int[] {0}, random.permutation(1));
        assertEquals(NumpyRandom.seeded(BigInteger.ONE).random(), random.random());
    }

    @Test
    void negativeSeedIsRefusedByName() {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> NumpyRandom.seeded(BigInteger.valueOf(-3)));
        assertEquals("the seed -3 is negative", refusal.getMessage());
    }

    /** Tail draws pass through log1p, whose last bit is the maths library's own. */
    private static void assertNormal(double expected, double actual) {
        assertEquals(expected, actual, Math.abs(expected) > TAIL_START ? 2 * Math.ulp(expected) : 0);
    }

    private static void assertDraws(
            Reference seed, String key, ToDoubleFunction<NumpyRandom> draw) {
        NumpyRandom random = NumpyRandom.seeded(seed.at("seed").seed());
        for (Reference expected : seed.at(key).each()) {
            assertEquals(expected.bits(), draw.applyAsDouble(random), key + " of seed " + seed.at("seed").text());
        }
    }
}
