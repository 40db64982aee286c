package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.Need;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.layout.PanelShape;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.scene.VideoSpec.PanelKind;

/** All that the program knows of one kind of panel. */
public interface PanelEntry extends PanelShape {

    /** The name by which scenes ask for it. */
    PanelKind kind();

    /** What its panels have to be told besides metrics. */
    ImmutableSet<Need> needs();

    /**
     * The ascending x at which a panel in a place wants to see curves; empty if it wants none.
     *
     * @param scale factor from the theme's lengths to pixels
     */
    default ImmutableDoubleArray curveX(ChartSpec spec, double scale, PanelLayout layout) {
        return ImmutableDoubleArray.of();
    }

    /**
     * What a panel in a place wants to see of each run's model in each frame.
     *
     * @param scale factor from the theme's lengths to pixels
     */
    default ImmutableSet<Wanted<?>> wanted(ChartSpec spec, double scale, PanelLayout layout) {
        return ImmutableSet.of();
    }

    /** What its panels want to know of each run's model as it is at the end of the run, before the first frame. */
    default ImmutableSet<Wanted<?>> wantedAtEnd() {
        return ImmutableSet.of();
    }

    /** Whether a panel shows one run, so that of several each gets a panel of its own, side by side. */
    default boolean isOfOneRun() {
        return false;
    }

    @Override
    default boolean isMain() {
        return false;
    }

    @Override
    default double tickSpacing() {
        return 4.6;
    }

    /** A new panel. */
    Panel panel(PanelSite site);
}
