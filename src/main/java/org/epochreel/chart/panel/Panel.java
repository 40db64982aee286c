package org.epochreel.chart.panel;

import org.epochreel.chart.FrameContents;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.frame.MacroblockSet;

/** A part of the picture that shows one thing; panels never draw on each other's pixels. */
public interface Panel {

    /**
     * Takes in the parameters at the next epoch; only panels whose kind needs them listen.
     *
     * @throws IllegalArgumentException if an epoch is left out
     */
    default void addEpoch(int epoch, double[] parameters) {}

    /** Whether the part that does not move has to be drawn again because it changes with {@code contents}. */
    boolean needsStill(FrameContents contents);

    /** Draws the part that does not move onto a canvas that holds nothing but its background here. */
    void drawStill(Canvas canvas, FrameContents contents);

    /**
     * Replaces what the frame before showed by what this one shows; what is shown already stays untouched. After
     * {@link #drawStill} nothing is shown.
     *
     * @param still pixels of the picture without what moves; what stays for good is added to it
     * @param touched where pixels may differ from the picture before; added to
     */
    void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched);
}
