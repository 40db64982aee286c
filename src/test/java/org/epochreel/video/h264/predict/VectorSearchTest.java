package org.epochreel.video.h264.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Test;

class VectorSearchTest {

    private static final RateModel RATE = RateModel.table().get(20);

    private final YuvPicture picture = line();
    private final Reference reference = new Reference(picture);
    private final long[] source = new long[PackedSamples.COUNT];
    private final VectorSearch search = new VectorSearch(new FlatBlocks(), 4);

    @Test
    void aSlideOfUpToASampleIsFoundToTheQuarter() {
        for (int slide = -4; slide <= 4; slide++) {
            reference.luma(32, 32, 16, 0, slide, source);
            search.startMacroblock(source, RATE, 0, 0, 0);
            assertTrue(search.whole(reference, 32, 32, 0, 0));
            assertEquals(0, search.x());
            assertEquals(slide, search.y());
            assertEquals(0, search.error(0) + search.error(1) + search.error(2) + search.error(3));
        }
    }

    @Test
    void aQuarterFindsItsOwnVector() {
        reference.luma(32, 32, 16, 0, 3, source);
        reference.luma(40, 40, 8, 0, -2, source);
        search.startMacroblock(source, RATE, 0, 0, 3);
        search.quarter(3, reference, 32, 32, 0, 3);
        assertEquals(-2, search.y());
        assertEquals(0, search.error(3));
        search.quarter(2, reference, 32, 32, 0, 3);
        assertEquals(3, search.y());
    }

    @Test
    void aJumpIsFoundWithinTheRange() {
        reference.luma(32, 32, 16, 0, 4 * 11, source);
        search.startMacroblock(source, RATE, 0, 0, 0);
        search.upAndDown(reference, 32, 32, 16);
        search.whole(reference, 32, 32, search.x(), search.y());
        assertEquals(44, search.y());
    }

    @Test
    void whatIsGoodEnoughIsNotSearchedFurther() {
        reference.luma(32, 32, 16, 0, 3, source);
        search.startMacroblock(source, RATE, Integer.MAX_VALUE, 0, 0);
        assertTrue(search.whole(reference, 32, 32, 0, 1));
        assertEquals(1, search.y());
    }

    @Test
    void aVectorThatLeavesThePictureIsNoStart() {
        search.startMacroblock(source, RATE, 0, 0, 0);
        assertFalse(search.whole(reference, 0, 0, -4, 0));
    }

    @Test
    void whatIsFoundIsNeverWorseThanTheStart() {
        Reference other = new Reference(line());
        for (int start = -8; start <= 8; start++) {
            other.luma(32, 16, 16, 5, start, source);
            search.startMacroblock(source, RATE, 0, 0, 0);
            reference.luma(32, 16, 16, 1, start + 2, source);
            int before = error(1, start);
            search.whole(reference, 32, 16, 1, start);
            int after = search.error(0) + search.error(1) + search.error(2) + search.error(3)
                    + RATE.ofAbsoluteError(RateModel.vectorDifference(search.x())
                            + RateModel.vectorDifference(search.y()));
            assertTrue(after <= before, after + " after " + before);
        }
    }

    private int error(int x, int y) {
        long[] predicted = new long[PackedSamples.COUNT];
        reference.luma(32, 16, 16, x, y, predicted);
        FlatBlocks flat = new FlatBlocks();
        int error = RATE.ofAbsoluteError(RateModel.vectorDifference(x) + RateModel.vectorDifference(y));
        for (int quarter = 0; quarter < 4; quarter++) {
            error += flat.absoluteError(source, predicted, quarter);
        }
        return error;
    }

    /** A dark line on white, with soft edges. */
    private static YuvPicture line() {
        YuvPicture picture = new YuvPicture(new FrameSize(96, 96));
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 96; x++) {
                double distance = Math.abs(y - 41.3);
                picture.luma()[y * 96 + x] = (byte) Math.round(235 - 180 * Math.max(0, Math.min(1, (5 - distance) / 3)));
            }
        }
        return picture;
    }
}
