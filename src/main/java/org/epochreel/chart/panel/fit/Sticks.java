package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.chart.axis.PlotScale;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.data.Samples;
import org.epochreel.print.Instruction;

/**
 * Errors made visible: a faint upright stick from each dot to the curve, on whole pixels. Of very many dots only some
 * have one, and in small pictures every second.
 */
final class Sticks {

    private static final int MOST = 150;

    private final Rectangle inside;
    private final CurveMasks masks;
    private final int thickness;
    private final Color color;
    private final double[] at;
    private final int[] columns;
    private final int[] dots;
    private final int[] ends;

    Sticks(PanelSite site, PlotScale scale, CurveMasks masks) {
        this.inside = scale.inside();
        this.masks = masks;
        this.color = site.theme().palette().stick();
        this.thickness = (int) Math.max(1, Math.rint(site.theme().lines().stick() * site.scale()));
        Samples points = site.spec().points();
        int[] visible = !site.spec().extras().residuals() ? new int[0] : IntStream.range(0, points.count())
                .filter(i -> inside.contains(scale.pixelX(points.x().get(i)), scale.pixelY(points.y().get(i))))
                .toArray();
        int step = Math.max((visible.length + MOST - 1) / MOST, site.scale() <= site.theme().leastScale() ? 2 : 1);
        int[] chosen = IntStream.range(0, visible.length).filter(i -> i % step == 0).map(i -> visible[i]).toArray();
        this.at = Arrays.stream(chosen).mapToDouble(i -> scale.pixelX(points.x().get(i))).toArray();
        this.columns = Arrays.stream(at).mapToInt(x -> (int) Math.rint(x - thickness / 2.0)).toArray();
        this.dots = Arrays.stream(chosen).map(i -> (int) Math.rint(scale.pixelY(points.y().get(i)))).toArray();
        this.ends = dots.clone();
    }

    /** Lets no stick be seen. */
    void reset() {
        System.arraycopy(dots, 0, ends, 0, dots.length);
    }

    /** Goes to a curve; {@code changed} is added to. */
    void reach(ImmutableDoubleArray curve, ColumnRegion changed) {
        for (int i = 0; i < at.length; i++) {
            double height = masks.height(curve, at[i]);
            int end = Double.isNaN(height) ? dots[i]
                    : (int) Math.rint(Math.max(inside.y, Math.min(inside.getMaxY(), height)));
            for (int column = columns[i]; column < columns[i] + thickness; column++) {
                changed.addRows(column, Math.min(end, ends[i]), Math.max(end, ends[i]));
            }
            ends[i] = end;
        }
    }

    void paint(Canvas canvas, ColumnRegion within) {
        if (at.length > 0) {
            canvas.draw(inside, this::instructions, () -> {
                for (int i = 0; i < at.length; i++) {
                    for (int column = columns[i]; column < columns[i] + thickness; column++) {
                        within.fill(canvas.pixels(), canvas.image().getWidth(), column, Math.min(dots[i], ends[i]),
                                Math.max(dots[i], ends[i]), color.getRGB() & 0xFFFFFF);
                    }
                }
            });
        }
    }

    private ImmutableList<Instruction> instructions() {
        Path2D all = new Path2D.Double();
        for (int i = 0; i < at.length; i++) {
            all.append(new Rectangle(columns[i], Math.min(dots[i], ends[i]), thickness, Math.abs(dots[i] - ends[i])), false);
        }
        return ImmutableList.of(new Instruction.Fill(all, color, Optional.of(inside)));
    }
}
