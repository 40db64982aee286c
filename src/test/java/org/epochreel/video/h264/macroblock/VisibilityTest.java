package org.epochreel.video.h264.macroblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Test;

class VisibilityTest {

    private static final int BASE = 20;

    private final Visibility visibility = new Visibility();
    private final YuvPicture picture = new YuvPicture(new FrameSize(48, 48));

    VisibilityTest() {
        Arrays.fill(picture.luma(), (byte) 235);
    }

    @Test
    void plainGroundIsQuantisedFinerByTheMost() {
        visibility.find(picture, 8);
        assertEquals(BASE - 8, visibility.quantiser(BASE));
        assertEquals(BASE - 8, visibility.quantiserOfBlock(15, BASE));
    }

    @Test
    void bitsAreCheaperWhereABlockIsRepeated() {
        visibility.find(picture, 8);
        assertEquals(BASE - 11, visibility.quantiserOfBlock(14, BASE));
        assertEquals(BASE - 14, visibility.quantiserOfBlock(0, BASE));
    }

    @Test
    void edgesOfBlackAndWhiteAreQuantisedCoarserByTheMost() {
        stripes(0, 48, 16);
        visibility.find(picture, 4);
        assertEquals(BASE + 5, visibility.quantiser(BASE));
    }

    @Test
    void aBlockCountsTheWindowsThatReachIntoItsNeighbours() {
        stripes(0, 48, 215);
        stripes(24, 32, 16);
        visibility.find(picture, 4);
        int faint = visibility.quantiserOfBlock(4, BASE);
        int beside = visibility.quantiserOfBlock(5, BASE);
        int strong = visibility.quantiserOfBlock(6, BASE);
        assertTrue(faint < beside && beside < strong, faint + ", " + beside + ", " + strong);
        // What there is to save lies in the strong stripes.
        assertTrue(visibility.quantiser(BASE) > beside, "quantiser " + visibility.quantiser(BASE));
    }

    @Test
    void quantisersStayInTheirRange() {
        visibility.find(picture, 0);
        assertEquals(Quantisers.FINEST, visibility.quantiser(Quantisers.FINEST));
        stripes(0, 48, 16);
        visibility.find(picture, 0);
        assertEquals(Quantisers.COARSEST, visibility.quantiser(Quantisers.COARSEST));
    }

    /** Every other column from {@code left} to the one before {@code right} in another shade. */
    private void stripes(int left, int right, int shade) {
        for (int y = 0; y < 48; y++) {
            for (int x = left; x < right; x += 2) {
                picture.luma()[y * 48 + x] = (byte) shade;
            }
        }
    }
}
