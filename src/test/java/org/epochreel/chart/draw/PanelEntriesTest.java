package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.epochreel.chart.Need;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PanelEntriesTest {

    @ParameterizedTest
    @EnumSource(PanelKind.class)
    void everyPanelThatASceneMayNameIsDrawn(PanelKind kind) {
        assertEquals(kind, PanelEntries.of(kind).kind());
    }

    @Test
    void aChartNeedsWhatItsPanelsNeed() {
        assertEquals(ImmutableSet.of(), PanelEntries.needs(ImmutableList.of(PanelKind.LOSS, PanelKind.GRADIENT_PATH)));
        assertEquals(ImmutableSet.of(Need.CURVES), PanelEntries.needs(ImmutableList.of(PanelKind.FIT, PanelKind.LOSS)));
        assertEquals(ImmutableSet.of(Need.CURVES, Need.PARAMETERS),
                PanelEntries.needs(ImmutableList.of(PanelKind.WEIGHTS, PanelKind.FIT)));
    }
}
