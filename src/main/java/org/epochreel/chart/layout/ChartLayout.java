package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Typefaces;

/**
 * Where everything of a chart lies.
 *
 * @param scale factor from the theme's lengths to pixels
 * @param panels in the order of the kinds
 * @param labels places and texts that never change
 * @param cells places of the readout's values
 */
public record ChartLayout(
        double scale,
        ImmutableList<PanelLayout> panels,
        Optional<TextPlace> title,
        ImmutableList<Label> labels,
        ImmutableList<TextPlace> cells) {

    /** A text that never changes. */
    public record Label(TextPlace place, String text) {}

    /** Lays out panels of {@code kinds}, 1 to 9. */
    public static ChartLayout of(ChartSpec spec, ImmutableList<? extends PanelShape> kinds, Typefaces typefaces) {
        boolean mainAlone = kinds.size() == 1 && kinds.get(0).isMain();
        return mainAlone ? MainLayout.of(spec, typefaces) : DashboardLayout.of(spec, kinds, typefaces);
    }
}
