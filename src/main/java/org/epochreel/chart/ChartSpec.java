package org.epochreel.chart;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.chart.pen.Theme;
import org.epochreel.data.Samples;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.Range;

/**
 * What stays the same in all frames of a chart.
 *
 * @param size the picture's size
 * @param points the dots
 * @param x visible x, exactly
 * @param y visible y, exactly
 * @param title the title or a text about as wide; empty if moments have none
 * @param readout the places of changing numbers
 * @param xLabel name of the x axis
 * @param yLabel name of the y axis
 * @param panels what is drawn beside or instead of the fit panel
 */
public record ChartSpec(
        FrameSize size,
        Theme theme,
        Samples points,
        Range x,
        Range y,
        Optional<String> title,
        ImmutableList<ReadoutCell> readout,
        Optional<String> xLabel,
        Optional<String> yLabel,
        Panels panels) {}
