package org.epochreel.chart.axis;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import org.epochreel.chart.axis.Ticks.Tick;

/**
 * Where a plot lies in the picture, in pixels.
 *
 * @param box the rectangle whose sides are exactly the visible x and y
 * @param inside whole pixels within the box and its spines, where data are drawn
 * @param spine width of spines
 * @param labelled whether ticks carry labels
 * @param tickSize pixels per em of those labels
 */
public record PlotLayout(
        Rectangle2D box,
        Rectangle inside,
        int spine,
        ImmutableList<Tick> xTicks,
        ImmutableList<Tick> yTicks,
        boolean labelled,
        double tickSize) {}
