package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.font.Wrapping;

/**
 * Where everything of a chart lies.
 *
 * @param scale factor from the theme's lengths to pixels
 * @param panels in the order of the kinds
 * @param labels places and texts that never change
 * @param cells places of the readout's values
 * @param strip where loss and rates over time lie under a lone panel
 */
public record ChartLayout(
        double scale,
        ImmutableList<PanelLayout> panels,
        Title title,
        Optional<TextPlace> subtitle,
        Optional<TextPlace> caption,
        ImmutableList<Label> labels,
        ImmutableList<TextPlace> cells,
        Optional<PanelLayout> strip) {

    /** A chart without a strip of time. */
    ChartLayout(double scale, ImmutableList<PanelLayout> panels, Title title, Optional<TextPlace> subtitle,
            Optional<TextPlace> caption, ImmutableList<Label> labels, ImmutableList<TextPlace> cells) {
        this(scale, panels, title, subtitle, caption, labels, cells, Optional.empty());
    }

    private static final int TRIALS = 3;

    /**
     * Where the title stands.
     *
     * @param lines one for each line of the wrapped title; none without a title
     */
    public record Title(Wrapping wrapping, ImmutableList<TextPlace> lines) {

        static final Title NONE = new Title(Wrapping.NONE, ImmutableList.of());

        /** What each line shows of {@code title}. */
        public ImmutableList<String> texts(String title) {
            return lines.isEmpty() ? ImmutableList.of() : wrapping.lines(title);
        }
    }

    /**
     * A text that never changes.
     *
     * @param upwards whether it is written from the picture's bottom to its top; its place then is that in the picture
     *     turned clockwise by a right angle
     */
    public record Label(TextPlace place, String text, boolean upwards) {

        Label(TextPlace place, String text) {
            this(place, text, false);
        }

        public void draw(Canvas canvas, Lettering lettering) {
            if (upwards) {
                place.drawUpwards(canvas, text);
            } else {
                place.draw(canvas, lettering, text);
            }
        }
    }

    static ChartLayout withoutTexts(double scale, ImmutableList<PanelLayout> panels) {
        return new ChartLayout(scale, panels, Title.NONE, Optional.empty(), Optional.empty(), ImmutableList.of(),
                ImmutableList.of());
    }

    /** Lays out panels of {@code kinds}, 1 to 9. */
    public static ChartLayout of(ChartSpec spec, ImmutableList<? extends PanelShape> kinds, Typefaces typefaces) {
        boolean mainAlone = kinds.size() == 1 && kinds.get(0).isMain();
        return mainAlone ? alone(spec, kinds.get(0), typefaces) : DashboardLayout.of(spec, kinds, typefaces);
    }

    // Axes may follow the plot's shape, which follows a little from their labels.
    private static ChartLayout alone(ChartSpec spec, PanelShape kind, Typefaces typefaces) {
        ChartLayout layout = MainLayout.of(spec, kind, typefaces);
        for (int i = 0; i < TRIALS; i++) {
            PanelLayout panel = layout.panels.get(0);
            PanelAxes axes = kind.axes(spec, panel.plot().inside(), 0).orElseThrow();
            if (axes.xRange().equals(panel.x()) && axes.y().range().equals(panel.y())) {
                break;
            }
            layout = MainLayout.of(spec.over(axes.xRange(), axes.y().range()), kind, typefaces);
        }
        return layout;
    }
}
