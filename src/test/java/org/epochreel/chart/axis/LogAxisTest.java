package org.epochreel.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epochreel.chart.axis.Ticks.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAxisTest {

    @ParameterizedTest
    @CsvSource({
        "0.003, 80, 5, '0.01 0.1 1 10 100'",
        "0.003, 80, 2, '0.01 1 100'",
        "1e-9, 1, 5, '10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 10⁰'",
        "1e-3, 1e300, 4, '10⁰ 10¹⁰⁰ 10²⁰⁰ 10³⁰⁰'",
        "1.5, 8, 4, '2 5'",
        "0.02, 1.2, 5, '0.02 0.05 0.1 0.2 0.5 1'",
        "0.02, 1.2, 3, '0.03 0.1 0.3 1'",
        "1e-6, 2e-5, 5, '10⁻⁶ 2 × 10⁻⁶ 5 × 10⁻⁶ 10⁻⁵ 2 × 10⁻⁵'",
        "5e-19, 5.2e-19, 3, '5 × 10⁻¹⁹ 5.25 × 10⁻¹⁹'",
        "47, 55, 4, '45 50 55'",
    })
    void ticksArePowersOrElseRoundNumbers(double least, double greatest, int intervals, String labels) {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(greatest, least)));

        assertEquals(labels, labels(axis, intervals));
    }

    private static String labels(LogAxis axis, int intervals) {
        return axis.ticks(intervals).stream().filter(tick -> !tick.isMinor()).map(Tick::label)
                .collect(Collectors.joining(" ")).replace('\u202F', ' ');
    }

    @Test
    void marksWithoutLabelsLieBetweenPowers() {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(0.01, 100)));
        ImmutableList<Tick> ticks = axis.ticks(5);

        assertEquals(8, ticks.stream().filter(Tick::isMinor).count());
        assertTrue(ticks.contains(new Tick(StrictMath.log10(2), "")) && ticks.contains(new Tick(1 + StrictMath.log10(5), "")));
    }

    @Test
    void whatAllLabelsOfAShortAxisShareIsItsNote() {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(5e-19, 5.2e-19)));

        assertEquals("\u00D7\u202F10\u207B\u00B9\u2079", axis.marks(3).text(Optional.empty()).orElseThrow());
    }

    @Test
    void aRunThatDivergesLeavesTheAxisAtTenThousandTimesItsFirstLoss() {
        ImmutableDoubleArray.Builder losses = ImmutableDoubleArray.builder();
        for (int epoch = 0; epoch < 300; epoch++) {
            losses.add(20 * StrictMath.pow(10, epoch));
        }
        LogAxis axis = LogAxis.unlessDiverging(ImmutableList.of(losses.build()));

        assertEquals(StrictMath.log10(2e5), axis.range().to(), 0.3);
        assertTrue(axis.range().from() < StrictMath.log10(20));
    }

    @Test
    void zeroHasAMarkOfItsOwnBelowAllPowers() {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(1, 0, 0.01, Double.NaN)));

        assertEquals(new Tick(axis.position(0), "0"), axis.ticks(4).get(0));
        assertEquals(-2, axis.position(0.01), 1e-12);
        assertTrue(axis.position(0) < axis.position(1e-300));
        assertTrue(axis.range().from() < axis.position(0) && axis.range().from() > -3);
    }

    @Test
    void lossesThatAreAllZeroLieAtTheMarkOfZero() {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(0, 0, 0)));

        assertEquals("0 0.1 0.3 1 3 10", labels(axis, 4));
        assertEquals(axis.ticks(4).get(0).value(), axis.position(0));
    }

    @Test
    void anAxisWithoutZerosHasNoRoomForThem() {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(1, 0.01)));

        assertEquals(axis.range().from(), axis.position(0));
        assertEquals("0.01 0.03 0.1 0.3 1", labels(axis, 4));
    }

    @Test
    void valuesWithoutAnyPositiveHaveAnAxisToo() {
        assertTrue(LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(0, Double.NaN))).ticks(4).size() >= 2);
    }

    @Test
    void fewValuesFarAwayDoNotSquashTheOthers() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + i % 10;
        }
        values[500] = 1e200;
        values[600] = 1e-200;
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.copyOf(values)));

        assertTrue(axis.range().to() - axis.range().from() < 16);
    }
}
