package org.epochreel.chart.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallGridTest {

    private static final FrameSize WALL = new FrameSize(1920, 1080);

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,1,2", "3,1,3", "4,2,2", "6,2,3", "9,3,3", "16,4,4", "64,8,8", "7,2,4", "10,2,5", "12,3,4"})
    void cellsShowWideMembersTheLargestAndRatherWithoutAHole(int members, int rows, int columns) {
        assertEquals(new WallGrid(rows, columns, members, false),
                WallGrid.composed(WALL, new FrameSize(1280, 720), members));
    }

    @Test
    void tallMembersStandInFewerRows() {
        WallGrid grid = WallGrid.composed(WALL, new FrameSize(1080, 1920), 8);
        assertTrue(grid.rows() < grid.columns(), grid.toString());
    }

    @Test
    void aMatrixIsTurnedOnlyWhereItsCellsWouldBeSlivers() {
        assertEquals(new WallGrid(3, 8, 24, true), WallGrid.matrix(WALL, 3, 8));
        assertEquals(new WallGrid(3, 16, 48, true), WallGrid.matrix(WALL, 3, 16));
        assertEquals(new WallGrid(16, 3, 48, true), WallGrid.matrix(new FrameSize(1080, 1920), 3, 16));
    }

    @Test
    void everyRowHasACell() {
        assertThrows(IllegalArgumentException.class, () -> new WallGrid(3, 4, 8, false));
    }
}
