package org.epochreel.chart.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.Collections;
import org.epochreel.chart.Panels;
import org.epochreel.chart.layout.PanelGrid.Place;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelGridTest {

    @ParameterizedTest
    @CsvSource({"1920, 1080, true", "1920, 1080, false", "1080, 1080, true", "1080, 1080, false", "1080, 1920, true",
            "1080, 1920, false"})
    void panelsFillThePictureAndNeverOverlap(int width, int height, boolean withFit) {
        Rectangle area = new Rectangle(3, 5, width, height);
        for (int count = 1; count <= Panels.MOST; count++) {
            ImmutableList<PanelKind> kinds = ImmutableList.<PanelKind>builder()
                    .addAll(Collections.nCopies(count - 1, PanelKind.LOSS))
                    .add(withFit ? PanelKind.FIT : PanelKind.WEIGHTS)
                    .build();
            ImmutableList<Place> places = PanelGrid.places(kinds, area, 0, 0);
            long filled = 0;
            for (Place place : places) {
                assertTrue(area.contains(place.cell()), place.toString());
                filled += (long) place.cell().width * place.cell().height;
                for (Place other : places) {
                    assertFalse(other != place && other.cell().intersects(place.cell()), place + " and " + other);
                }
            }

            assertEquals(count, places.size());
            assertEquals((long) width * height, filled, count + " panels");
            assertEquals(withFit ? PanelKind.FIT : kinds.get(0), places.get(0).kind());
            assertTrue(places.stream().allMatch(place -> ratio(place.cell()) < 5.5), places.toString());
        }
    }

    private static double ratio(Rectangle cell) {
        return Math.max((double) cell.width / cell.height, (double) cell.height / cell.width);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1080, 1920"})
    void theFitPanelIsTheLargest(int width, int height) {
        ImmutableList<PanelKind> kinds = ImmutableList.of(PanelKind.LOSS, PanelKind.WEIGHTS, PanelKind.FIT,
                PanelKind.GRADIENT_NORM, PanelKind.GRADIENT_ANGLE, PanelKind.GRADIENT_PATH);
        ImmutableList<Place> places = PanelGrid.places(kinds, new Rectangle(width, height), 10, 10);
        for (Place place : places.subList(1, places.size())) {
            Rectangle fit = places.get(0).cell();
            assertTrue(fit.width * fit.height > 1.4 * place.cell().width * place.cell().height);
        }
    }
}
