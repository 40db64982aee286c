package org.epochreel.chart.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnRegionTest {

    private static final FrameSize SIZE = new FrameSize(90, 1200);
    private static final Rectangle LIMITS = new Rectangle(7, 11, 70, 1150);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30, 300})
    void holdsThePixelsThatWereAddedAndNoOthers(int additions) {
        Random random = new Random(additions);
        ColumnRegion region = new ColumnRegion(LIMITS);
        boolean[] expected = new boolean[SIZE.width() * SIZE.height()];
        for (int i = 0; i < additions; i++) {
            Rectangle added = new Rectangle(random.nextInt(100) - 10, random.nextInt(1300) - 50, random.nextInt(40),
                    random.nextInt(30));
            region.add(added);
            Rectangle within = added.intersection(LIMITS);
            for (int row = within.y; row < within.y + within.height; row++) {
                for (int column = within.x; column < within.x + within.width; column++) {
                    expected[row * SIZE.width() + column] = true;
                }
            }
        }
        int[] from = new int[expected.length];
        Arrays.fill(from, 1);
        int[] to = new int[expected.length];
        region.copy(from, to, SIZE.width());
        MacroblockSet blocks = MacroblockSet.noneOf(SIZE);
        region.addTo(blocks);
        MacroblockSet wanted = MacroblockSet.noneOf(SIZE);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i] ? 1 : 0, to[i], i % SIZE.width() + ", " + i / SIZE.width());
            if (expected[i]) {
                wanted.add(i % SIZE.width() / 16, i / SIZE.width() / 16);
            }
        }
        assertEquals(wanted.count(), blocks.count());
        wanted.forEach(block -> assertTrue(
                blocks.contains(block % SIZE.macroblockColumns(), block / SIZE.macroblockColumns())));
    }

    @Test
    void runsThatTouchBecomeOne() {
        ColumnRegion region = new ColumnRegion(LIMITS);
        region.addRows(20, 100, 110);
        region.addRows(20, 120, 130);
        region.addRows(20, 110, 120);

        assertEquals(1, region.runs(13));
        assertEquals(100, region.start(13, 0));
        assertEquals(130, region.end(13, 0));
        assertTrue(region.meets(new Rectangle(20, 129, 1, 1)) && !region.meets(new Rectangle(20, 130, 1, 1)));
    }
}
