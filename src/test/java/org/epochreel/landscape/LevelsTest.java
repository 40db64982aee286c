package org.epochreel.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static List<String> texts(double least, double greatest) {
        return Levels.between(least, greatest, 16).stream().map(Levels.Level::text).toList();
    }

    @Test
    void threeToADecade() {
        assertEquals(List.of("0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10"),
                texts(-2.9, 1.1));
    }

    @Test
    void moreOfADecadeWhereThereAreFew() {
        assertEquals(List.of("5", "6", "8", "10", "15", "20", "30", "40"), texts(0.65, 1.65));
    }

    @Test
    void fewerWhereThereWouldBeTooMany() {
        for (double decades = 0.1; decades < 60; decades += 0.7) {
            int count = texts(-decades, 0.3).size();
            assertTrue(count >= 3 && count <= 16, decades + " decades: " + count);
        }
    }

    @Test
    void evenStepsBetweenLossesOfNearlyTheSameSize() {
        assertEquals(List.of("2", "2.02", "2.04", "2.06", "2.08"),
                texts(StrictMath.log10(1.99), StrictMath.log10(2.1)));
        assertEquals(ImmutableList.of(), Levels.between(1, 1, 16));
    }
}
