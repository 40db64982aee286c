package org.epochreel.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallLayoutTest {

    private static final FrameSize WALL = new FrameSize(1920, 1080);

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,1,2", "4,2,2", "9,3,3", "16,4,4", "64,8,8", "5,2,3", "7,3,3", "60,8,8"})
    void cellsShowWideMembersTheLargest(int members, int rows, int columns) {
        assertEquals(new WallLayout(WALL, rows, columns),
                WallLayout.composed(WALL, new FrameSize(1280, 720), members));
    }

    @Test
    void tallMembersStandInFewerRows() {
        WallLayout layout = WallLayout.composed(WALL, new FrameSize(1080, 1920), 8);
        assertTrue(layout.rows() < layout.columns(), layout.toString());
    }

    @Test
    void aTableKeepsItsRowsUnlessCellsWouldBeSlivers() {
        assertEquals(new WallLayout(WALL, 3, 8), WallLayout.table(WALL, WALL, 3, 8));
        assertEquals(WallLayout.composed(WALL, WALL, 60), WallLayout.table(WALL, WALL, 2, 30));
    }

    @ParameterizedTest
    @CsvSource({"64,1920,1080", "7,1000,562", "13,640,358", "3,130,98"})
    void cellsLieInThePictureAndApart(int members, int width, int height) {
        WallLayout layout = WallLayout.composed(new FrameSize(width, height), WALL, members);
        for (int i = 0; i < members; i++) {
            Rectangle cell = place(layout, i);
            assertTrue(new Rectangle(width, height).contains(cell), cell.toString());
            for (int j = 0; j < i; j++) {
                assertFalse(cell.intersects(place(layout, j)), i + " and " + j);
            }
        }
    }

    private static Rectangle place(WallLayout layout, int cell) {
        return new Rectangle(layout.left(cell), layout.top(cell), layout.cell().width(), layout.cell().height());
    }

    @Test
    void aWallBeyondVideoPlayersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WallLayout(new FrameSize(8192, 8192), 2, 2));
        assertEquals(2, new WallLayout(new FrameSize(3840, 2160), 2, 2).rows());
    }

    @Test
    void cellsTooSmallForAPictureAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> WallLayout.composed(new FrameSize(64, 48), WALL, 64));
    }
}
