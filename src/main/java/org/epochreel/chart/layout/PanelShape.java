package org.epochreel.chart.layout;

import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.pen.Typefaces;

/** What laying out a picture asks of a kind of panel. */
public interface PanelShape {

    /**
     * The panel's axes; empty if it has none, so that what it draws fills its place.
     *
     * @param inside where its data are drawn
     * @param air pixels that would be left free at both ends of an axis of epochs
     */
    Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air);

    /**
     * Whether the panel is the one that the others comment on: it stands first and largest, and alone it gets a picture
     * of its own composition. It has the chart's x and y.
     */
    boolean isMain();

    /** Whether it stands first and largest among several panels, as a main one does, though it may have no axes. */
    default boolean leads() {
        return isMain();
    }

    /** Ems of ticks' labels from one to the next sideways. */
    double tickSpacing();

    /** The panel's name, if it says after it what x and y are. */
    default Optional<String> nameBeforeLabels() {
        return Optional.empty();
    }

    /**
     * Pixels that the panel keeps beside its plot for a key; 0 for none.
     *
     * @param place the pixels that it may use, texts of axes included
     * @param scale factor from the theme's lengths to pixels
     */
    default Aside aside(ChartSpec spec, Rectangle place, double scale, Typefaces typefaces) {
        return Aside.NONE;
    }

    /**
     * Room beside a plot.
     *
     * @param right pixels on its right, the gap included
     * @param below pixels below it and its labels, the gap included
     * @param gap pixels between the plot, with its labels, and what stands beside it
     */
    record Aside(int right, int below, int gap) {

        public static final Aside NONE = new Aside(0, 0, 0);
    }
}
