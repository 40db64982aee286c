package org.epochreel.video.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.junit.jupiter.api.Test;

class PictureChangeTest {

    private static final FrameSize SIZE = new FrameSize(112, 80);

    @Test
    void applyingWhatWasRecordedGivesTheNextPictureAndWhatChangedInIt() {
        Random random = new Random(21);
        YuvPicture drawn = new YuvPicture(SIZE);
        YuvPicture followed = new YuvPicture(SIZE);
        PictureChange change = new PictureChange(2);
        for (int picture = 0; picture < 60; picture++) {
            MacroblockSet changed = MacroblockSet.noneOf(SIZE);
            double share = random.nextDouble();
            for (int i = 0; i < SIZE.macroblocks(); i++) {
                if (random.nextDouble() < share) {
                    changed.add(i % 7, i / 7);
                    draw(drawn, i, random);
                }
            }
            change.record(drawn, changed);
            MacroblockSet touched = MacroblockSet.allOf(SIZE);
            change.apply(followed, touched);
            assertArrayEquals(drawn.luma(), followed.luma());
            assertArrayEquals(drawn.blueChroma(), followed.blueChroma());
            assertArrayEquals(drawn.redChroma(), followed.redChroma());
            for (int i = 0; i < SIZE.macroblocks(); i++) {
                assertEquals(changed.contains(i % 7, i / 7), touched.contains(i % 7, i / 7));
            }
        }
    }

    @Test
    void aRunEndsAtAGapAndAtTheEndOfARow() {
        MacroblockSet set = MacroblockSet.noneOf(SIZE);
        for (int i : new int[] {3, 4, 6, 7, 8, 34}) {
            set.add(i % 7, i / 7);
        }
        assertEquals(5, set.endOfRun(3));
        assertEquals(7, set.endOfRun(6));
        assertEquals(9, set.endOfRun(7));
        assertEquals(35, set.endOfRun(34));
    }

    private static void draw(YuvPicture picture, int macroblock, Random random) {
        int column = macroblock % 7;
        int row = macroblock / 7;
        for (int i = 0; i < 256; i++) {
            picture.luma()[(row * 16 + i / 16) * picture.lumaStride() + column * 16 + i % 16] = (byte) random.nextInt();
        }
        for (int i = 0; i < 64; i++) {
            int at = (row * 8 + i / 8) * picture.chromaStride() + column * 8 + i % 8;
            picture.blueChroma()[at] = (byte) random.nextInt();
            picture.redChroma()[at] = (byte) random.nextInt();
        }
    }
}
