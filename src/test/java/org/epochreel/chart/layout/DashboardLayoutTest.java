package org.epochreel.chart.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.AxisTexts;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Headline;
import org.epochreel.chart.Panels;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.TypefaceTest;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;

class DashboardLayoutTest {

    private record Shape(Optional<PanelAxes> axes, boolean isMain) implements PanelShape {

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            return axes;
        }

        @Override
        public double tickSpacing() {
            return 4;
        }
    }

    @Test
    void aPanelWithoutAxesFillsItsPlaceBesideOneWithThem() {
        Shape plotted = new Shape(Optional.of(PanelAxes.plain(new Range(0, 1), new Range(0, 1000))), false);
        Shape bare = new Shape(Optional.empty(), false);
        ImmutableList<PanelLayout> panels =
                ChartLayout.of(spec(), ImmutableList.of(plotted, bare), TypefaceTest.TYPEFACES).panels();
        Rectangle withAxes = panels.get(0).plot().inside();
        Rectangle without = panels.get(1).plot().inside();

        assertTrue(panels.get(1).plot().xTicks().isEmpty() && panels.get(1).plot().yTicks().isEmpty());
        assertEquals(withAxes.y, without.y);
        assertTrue(without.height > withAxes.height && without.width > withAxes.width);
        assertTrue(panels.get(1).cell().contains(without));
    }

    private static ChartSpec spec() {
        ImmutableDoubleArray ends = ImmutableDoubleArray.of(-1, 1);
        return new ChartSpec(new FrameSize(1280, 720), Theme.PAPER, new Samples(ends, ends), new Range(-1, 1),
                new Range(-1, 1), Headline.NONE, AxisTexts.NONE, ImmutableList.of(),
                ImmutableList.of(ShownRun.ofCurve(Theme.PAPER.ofRun(0))), Panels.FIT);
    }
}
