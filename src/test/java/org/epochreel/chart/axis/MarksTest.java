package org.epochreel.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.data.Dates;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    private static String labels(Marks marks) {
        return marks.ticks().stream().map(Tick::label).collect(Collectors.joining(" ")).replace('\u2212', '-');
    }

    private static String plain(String text) {
        return text.replace('\u2212', '-').replace('\u202F', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 1700000018, 5, 0 5 10 15, x - 1700000000, +1700000000",
        "999999999.5, 1000000002.2, 4, 0 1 2, x - 1000000000, +1000000000",
        "-100000000.1, -99999999.5, 3, 0.0 0.2 0.4, x + 100000000, -100000000",
        "1e-300, 3e-300, 2, 1 2 3, 'x, × 10⁻³⁰⁰', × 10⁻³⁰⁰",
        "1990, 2020, 4, 1990 2000 2010 2020, x, ''",
        "0, 3000000, 3, 0 1 2 3, 'x, × 10⁶', × 10⁶",
        "1000000, 3000000, 5, 1.0 1.5 2.0 2.5 3.0, 'x, × 10⁶', × 10⁶",
        "0, 0.0002, 4, 0.0 0.5 1.0 1.5 2.0, 'x, × 10⁻⁴', × 10⁻⁴",
        "1, 1.00000000045, 5, 0 1 2 3 4, 'x - 1, × 10⁻¹⁰', × 10⁻¹⁰ +1",
    })
    void whatAllNumbersShareIsWrittenOnce(
            double from, double to, int intervals, String labels, String withLabel, String alone) {
        Marks marks = Ticks.marks(new Range(from, to), intervals);
        assertEquals(labels, labels(marks));
        assertEquals(withLabel, plain(marks.text(Optional.of("x")).orElseThrow()));
        assertEquals(alone, plain(marks.text(Optional.empty()).orElse("")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2025-01-01T00:00 | -18 | 382 | 8 | 2025 Mar May Jul Sep Nov 2026 | ''",
        "2025-02-01T00:00 | 0 | 200 | 8 | Feb Mar Apr May Jun Jul Aug | 2025",
        "2025-03-01T00:00 | 0 | 40 | 7 | 1 Mar 8 Mar 15 Mar 22 Mar 1 Apr 8 Apr | 2025",
        "2025-03-01T06:00 | 0 | 1 | 8 | 06:00 09:00 12:00 15:00 18:00 21:00 2 Mar 03:00 06:00 | 2025",
        "2025-03-01T06:00 | 0 | 0.25 | 6 | 06:00 07:00 08:00 09:00 10:00 11:00 12:00 | 1 March 2025",
        "1700-01-01T00:00 | 0 | 109572 | 6 | 1700 1750 1800 1850 1900 1950 2000 | ''",
        "2024-12-30T00:00 | 0 | 4 | 4 | 30 Dec 31 Dec 1 Jan 2 Jan 3 Jan | '2024\u20132025'",
    })
    void datesAreMarkedAtRoundOnes(
            String origin, double from, double to, int intervals, String labels, String note) {
        Marks marks = DateTicks.within(new Range(from, to), new Dates(LocalDateTime.parse(origin), true), intervals);
        assertEquals(labels, labels(marks));
        assertEquals(note, marks.text(Optional.empty()).orElse(""));
    }

    @Test
    void marksOfDatesLieInTheRangeInOrderAndAreNotManyMoreThanAskedFor() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            double from = 1e5 * random.nextGaussian();
            double to = from + StrictMath.pow(10, 11 * random.nextDouble() - 5);
            int intervals = 2 + random.nextInt(8);
            Dates dates = new Dates(LocalDateTime.of(1970, 1, 1, 0, 0).plusMinutes(random.nextInt()), true);
            Marks marks = DateTicks.within(new Range(from, to), dates, intervals);
            assertTrue(marks.ticks().size() <= 1.3 * intervals + 2, labels(marks));
            double before = Double.NEGATIVE_INFINITY;
            for (Tick tick : marks.ticks()) {
                assertTrue(tick.value() > before && tick.value() >= from && tick.value() <= to, labels(marks));
                before = tick.value();
            }
        }
    }
}
