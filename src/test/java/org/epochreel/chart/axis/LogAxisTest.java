package org.epochreel.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
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
        "47, 55, 4, '45 50 55'",
    })
    void ticksArePowersOrElseRoundNumbers(double least, double greatest, int intervals, String labels) {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(greatest, least)));

        assertEquals(labels, axis.ticks(intervals).stream().map(Tick::label).collect(Collectors.joining(" ")));
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

        assertEquals("0 0.1 1 10", axis.ticks(4).stream().map(Tick::label).collect(Collectors.joining(" ")));
        assertEquals(axis.ticks(4).get(0).value(), axis.position(0));
    }

    @Test
    void anAxisWithoutZerosHasNoRoomForThem() {
        LogAxis axis = LogAxis.around(ImmutableList.of(ImmutableDoubleArray.of(1, 0.01)));

        assertEquals(axis.range().from(), axis.position(0));
        assertEquals("0.01 0.1 1", axis.ticks(4).stream().map(Tick::label).collect(Collectors.joining(" ")));
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
