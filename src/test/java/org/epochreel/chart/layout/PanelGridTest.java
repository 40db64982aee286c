package org.epochreel.chart.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import org.epochreel.chart.Panels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelGridTest {

    @ParameterizedTest
    @CsvSource({"1920, 1080, true", "1920, 1080, false", "1080, 1080, true", "1080, 1080, false", "1080, 1920, true",
            "1080, 1920, false"})
    void panelsFillThePictureAndNeverOverlap(int width, int height, boolean withMain) {
        Rectangle area = new Rectangle(3, 5, width, height);
        for (int count = 1; count <= Panels.MOST; count++) {
            ImmutableList<Rectangle> cells = PanelGrid.cells(count, withMain ? count - 1 : -1, area, 0, 0);
            long filled = 0;
            for (int i = 0; i < count; i++) {
                Rectangle cell = cells.get(i);
                assertTrue(area.contains(cell), cell.toString());
                assertTrue(ratio(cell) < 5.5, cell.toString());
                filled += (long) cell.width * cell.height;
                for (int j = 0; j < i; j++) {
                    assertFalse(cells.get(j).intersects(cell), cell + " and " + cells.get(j));
                }
            }

            assertEquals((long) width * height, filled, count + " panels");
            if (!withMain) {
                assertEquals(area.getLocation(), cells.get(0).getLocation());
            }
        }
    }

    private static double ratio(Rectangle cell) {
        return Math.max((double) cell.width / cell.height, (double) cell.height / cell.width);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920"})
    void theMainPanelIsTheLargest(int width, int height) {
        ImmutableList<Rectangle> cells = PanelGrid.cells(6, 2, new Rectangle(width, height), 10, 10);
        Rectangle main = cells.get(2);
        for (Rectangle cell : cells) {
            assertTrue(cell.equals(main) || main.width * main.height > 1.4 * cell.width * cell.height);
        }
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920", "1080, 1080"})
    void whatIsAskedForFirstStandsFirst(int width, int height) {
        Rectangle area = new Rectangle(3, 5, width, height);
        for (int count = 2; count <= Panels.MOST; count++) {
            assertEquals(area.getLocation(), PanelGrid.cells(count, 0, area, 0, 0).get(0).getLocation());
            ImmutableList<Rectangle> last = PanelGrid.cells(count, count - 1, area, 0, 0);
            assertEquals(area.getLocation(), last.get(0).getLocation(), count + " panels");
            assertEquals(area.getMaxX(), last.get(count - 1).getMaxX(), count + " panels");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 0, 2", "2, 0, 1"})
    void theOtherPanelsFollowInTheirOrder(int main, int second, int third) {
        ImmutableList<Rectangle> cells = PanelGrid.cells(3, main, new Rectangle(1920, 1080), 10, 10);

        assertEquals(main < 2, cells.get(main).x == 0);
        assertTrue(cells.get(second).y < cells.get(third).y);
        assertEquals(cells.get(second).x, cells.get(third).x);
    }
}
