package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.PlotFrame;

/** What a {@link LinePanel} shows: lines that only ever grow, and marks on them that may move. */
public interface PanelLines {

    /** Lines of one colour, whose opacity counts. */
    record Layer(Coverage coverage, Color color) {}

    /** As {@link org.epochreel.chart.panel.Panel#addEpoch}. */
    default void addEpoch(int epoch, double[] parameters) {}

    /**
     * Draws what lies under the lines and never changes: the grid and the axes.
     *
     * @return whether every column of the plot is alike
     */
    default boolean drawGround(Canvas canvas, PlotFrame frame) {
        frame.drawGrid(canvas.graphics());
        frame.drawAxes(canvas.graphics());
        return true;
    }

    /** Lines from back to front. */
    ImmutableList<Layer> layers();

    /**
     * Inks what is new up to {@code epoch}.
     *
     * @param added where pixels may change; added to
     * @throws IllegalArgumentException if later epochs were inked before
     */
    void addUntil(int epoch, Strips added);

    /** Draws what does not move and needs no data of epochs, such as a legend. */
    void letter(Annotations pen);

    /** Draws what is shown at {@code epoch} and not for good, or lies above the lines. */
    void annotate(Annotations pen, int epoch);

    /** How far a frame shows these lines, in epochs; lines are inked up to the whole epoch below. */
    default double reached(FrameContents contents) {
        return contents.epoch();
    }

    /** As {@link #annotate(Annotations, int)}, between epochs. */
    default void annotate(Annotations pen, double reached) {
        annotate(pen, (int) reached);
    }
}
