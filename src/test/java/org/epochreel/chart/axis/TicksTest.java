package org.epochreel.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource({
        "-10.99, 10.79, 9, -10.0 -7.5 -5.0 -2.5 0.0 2.5 5.0 7.5 10.0",
        "-38.2, 38.1, 9, -30 -20 -10 0 10 20 30",
        "0, 1, 5, 0.0 0.2 0.4 0.6 0.8 1.0",
        "0, 1, 4, 0.00 0.25 0.50 0.75 1.00",
        "0.1, 0.3, 2, 0.1 0.2 0.3",
        "0, 3000000, 3, 0 10⁶ 2×10⁶ 3×10⁶",
        "-1e-9, 1e-9, 4, -10⁻⁹ -5×10⁻¹⁰ 0 5×10⁻¹⁰ 10⁻⁹",
        "99, 100001, 2, 5×10⁴ 10⁵",
        "0, 90000, 3, 0 50000",
    })
    void labelsAreRoundNumbersWithEqualDecimals(double from, double to, int intervals, String labels) {
        String found = Ticks.within(new Range(from, to), intervals).stream()
                .map(Tick::label)
                .map(label -> label.replace('\u2212', '-').replace("\u202F", ""))
                .collect(Collectors.joining(" "));

        assertEquals(labels, found);
    }

    @Test
    void ticksLieInTheRangeAndNeverExceedTheIntervals() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double from = random.nextGaussian() * StrictMath.pow(10, random.nextInt(20) - 10);
            double span = StrictMath.pow(10, random.nextInt(16) - 8) * (0.1 + random.nextDouble());
            if (span < 1e-9 * Math.abs(from)) {
                continue;
            }
            Range range = new Range(from, from + span);
            int intervals = 1 + random.nextInt(9);
            List<Double> values = Ticks.within(range, intervals).stream().map(Tick::value).collect(Collectors.toList());

            assertTrue(values.size() <= intervals + 1, values + " in " + range);
            assertTrue(intervals < 4 || values.size() >= 2, values + " in " + range);
            double rounding = 1e-14 * (Math.abs(from) + span);
            for (double value : values) {
                assertTrue(value >= range.from() - rounding && value <= range.to() + rounding, value + " is not in " + range);
            }
        }
    }
}
