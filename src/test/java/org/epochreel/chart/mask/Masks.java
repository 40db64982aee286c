package org.epochreel.chart.mask;

import java.awt.Rectangle;

/** Reads masks for tests. */
final class Masks {

    private Masks() {}

    /** The amounts of an area's pixels, row by row. */
    static int[] amounts(ColumnMask mask, Rectangle area) {
        int[] amounts = new int[area.width * area.height];
        for (int i = 0; i < mask.spans().columns(); i++) {
            for (int row = mask.spans().start(i); row < mask.spans().end(i); row++) {
                amounts[(row - area.y) * area.width + mask.spans().left() + i - area.x] =
                        mask.amounts()[mask.offset(i) + row - mask.spans().start(i)] & 0xFF;
            }
        }
        return amounts;
    }
}
