package org.epochreel.chart.mask;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epochreel.print.Instruction;

/** Draws equal dots as masks. Made by {@link CurvePen#dots}, whose memory it uses. */
public final class DotPen {

    // So many whole pixels that lie above each other add up within an int.
    private static final int TOGETHER = 8192;

    private final Rectangle area;
    private final double radius;
    private final AreaSums sums;
    private final List<double[]> circle = new ArrayList<>();
    private final ImmutableList.Builder<ColumnMask> masks = ImmutableList.builder();
    private final List<Point2D> waiting = new ArrayList<>();

    /** @param sums of {@code area} */
    DotPen(AreaSums sums, Rectangle area, double diameter) {
        this.area = area;
        this.radius = diameter / 2;
        this.sums = sums;
        double[] point = new double[6];
        for (PathIterator i = Outlines.circle(diameter).getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(point) != PathIterator.SEG_CLOSE) {
                circle.add(new double[] {point[0], point[1]});
            }
        }
    }

    /** Adds a dot; {@code x} and {@code y} are pixels. */
    public void add(double x, double y) {
        boolean visible = x > area.x - radius && x < area.x + area.width + radius && y > area.y - radius
                && y < area.y + area.height + radius;
        if (!visible) {
            return;
        }
        sums.moveTo(x + circle.get(0)[0], y + circle.get(0)[1]);
        for (double[] corner : circle.subList(1, circle.size())) {
            sums.lineTo(x + corner[0], y + corner[1]);
        }
        sums.close();
        waiting.add(new Point2D.Double(x, y));
        if (waiting.size() == TOGETHER) {
            takeWaiting();
        }
    }

    /** The masks of all dots that were added. */
    public ImmutableList<ColumnMask> take() {
        if (!waiting.isEmpty()) {
            takeWaiting();
        }
        return masks.build();
    }

    /**
     * The mask of dots that each cover what is under them by an opacity from 0 to 1: where several lie over each other,
     * ever less shines through.
     */
    public ColumnMask translucent(double[] x, double[] y, ImmutableDoubleArray opacities) {
        short[] through = new short[area.width * area.height];
        Arrays.fill(through, Short.MAX_VALUE);
        ImmutableList.Builder<Veil> veils = ImmutableList.builder();
        for (int i = 0; i < x.length; i++) {
            add(x[i], y[i]);
            if (!waiting.isEmpty()) {
                veils.add(new Veil(waiting.get(0), opacities.get(i)));
                waiting.clear();
                sums.take().dim(through, area, opacities.get(i));
            }
        }
        ImmutableList<Veil> laid = veils.build();
        return ColumnMask.ofDimmed(through, area, color -> laid.stream().map(veil -> instruction(veil, color))
                .collect(ImmutableList.toImmutableList()));
    }

    /** One of many dots that let each other shine through, so that each is drawn by itself. */
    private record Veil(Point2D centre, double opacity) {}

    private Instruction instruction(Veil veil, Color color) {
        int alpha = (int) Math.rint(veil.opacity * color.getAlpha());
        return new Instruction.Dots(ImmutableList.of(veil.centre), 2 * radius,
                new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha), Optional.of(area));
    }

    private void takeWaiting() {
        ImmutableList<Point2D> centres = ImmutableList.copyOf(waiting);
        masks.add(sums.take(color -> ImmutableList.of(
                new Instruction.Dots(centres, 2 * radius, color, Optional.of(area)))));
        waiting.clear();
    }
}
