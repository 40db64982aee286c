package org.epochreel.chart.sketch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.frame.FrameSize;
import org.epochreel.print.Instruction;
import org.junit.jupiter.api.Test;

class SketchTest {

    private final Canvas canvas = Canvas.sketched(new FrameSize(32, 16), Color.WHITE);

    @Test
    void pixelsThatNoPenDrewAreKeptBeforeWhatIsDrawnOverThem() {
        canvas.pixels()[3 * 32 + 5] = 0x102030;
        canvas.pixels()[4 * 32 + 6] = 0x405060;
        canvas.graphics().setPaint(Color.RED);
        canvas.graphics().fillRect(0, 0, 10, 10);
        List<Instruction> all = canvas.sketch().orElseThrow().sheet().instructions();
        assertEquals(3, all.size());
        Instruction.Pixels pixels = assertInstanceOf(Instruction.Pixels.class, all.get(1));
        assertEquals(new Rectangle(5, 3, 2, 2), pixels.area());
        assertArrayEquals(new int[] {0xFF102030, 0, 0, 0xFF405060}, pixels.pixels());
        assertEquals(Color.RED, assertInstanceOf(Instruction.Fill.class, all.get(2)).color());
    }

    @Test
    void whatIsDrawnElsewhereDoesNotWaitForThem() {
        canvas.pixels()[3 * 32 + 25] = 0x102030;
        canvas.graphics().setPaint(Color.RED);
        canvas.graphics().fillRect(0, 0, 10, 10);
        List<Instruction> all = canvas.sketch().orElseThrow().sheet().instructions();
        assertInstanceOf(Instruction.Fill.class, all.get(1));
        assertInstanceOf(Instruction.Pixels.class, all.get(2));
    }
}
