package org.epochreel.chart.panel.fit;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Optional;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.RunCurves;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.ColumnRegion;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.print.Instruction;

/**
 * The curves as they were when the learning rate changed, and what lies between a lone one and the curve as it is; both
 * fade in steps that nobody sees, so that a frame in between costs what the curve moved.
 */
final class Departure {

    private static final int STEPS = 24;
    private static final double AREA = 0.14;

    private final PanelSite site;
    private final CurveMasks masks;
    private final Rectangle inside;
    private final PolylineStroke stroke;
    private final boolean withArea;
    private ImmutableList<ImmutableDoubleArray> curves = ImmutableList.of();
    private ImmutableList<ColumnMask> ghosts = ImmutableList.of();
    private double[] heights = new double[0];
    private int step;
    // Rows of the area in each column, from one to before the other; none without an area.
    private int[] tops = new int[0];
    private int[] ends = new int[0];

    Departure(PanelSite site, CurveMasks masks) {
        this.site = site;
        this.masks = masks;
        this.inside = site.layout().plot().inside();
        this.stroke = new PolylineStroke(Math.max(1, site.theme().lines().ghost() * site.scale()));
        this.withArea = site.spec().runs().size() == 1 && site.scale() > site.theme().leastScale();
    }

    /** Lets nothing be seen. */
    void reset() {
        curves = ImmutableList.of();
        ghosts = ImmutableList.of();
        heights = new double[0];
        tops = new int[0];
        ends = new int[0];
        step = 0;
    }

    /** How much of an event's ghost is seen, from 0 to 1. */
    static double opacity(RateEvent event) {
        double left = (RateEvent.GONE - event.seconds()) / (RateEvent.GONE - RateEvent.FADES_FROM);
        return Math.rint(STEPS * Math.max(0, Math.min(1, left))) / STEPS;
    }

    /** Goes to a frame; {@code changed} is added to. */
    void show(Optional<RateEvent> event, ImmutableList<RunCurves> runs, ColumnRegion changed) {
        int next = event.map(shown -> (int) Math.rint(STEPS * opacity(shown))).orElse(0);
        // A curve that has not set out yet hides its ghost.
        ImmutableList<ImmutableDoubleArray> wanted = next == 0 || isAt(event.orElseThrow().ghosts(), runs)
                ? ImmutableList.of() : event.orElseThrow().ghosts();
        boolean same = wanted.equals(curves);
        if (!same || next != step) {
            ghosts.forEach(ghost -> changed.add(ghost.spans()));
            addArea(changed);
        }
        if (!same) {
            curves = wanted;
            ghosts = wanted.stream().map(curve -> masks.mask(curve, stroke)).collect(ImmutableList.toImmutableList());
            heights = withArea && !wanted.isEmpty() ? masks.columns(wanted.get(0)) : new double[0];
        }
        int[] topsBefore = tops;
        int[] endsBefore = ends;
        findArea(heights.length == 0 ? heights : masks.columns(runs.get(0).curve()));
        if (!same || next != step) {
            ghosts.forEach(ghost -> changed.add(ghost.spans()));
            addArea(changed);
        } else {
            for (int column = 0; column < tops.length; column++) {
                changed.addRows(inside.x + column, Math.min(tops[column], topsBefore[column]),
                        Math.max(tops[column], topsBefore[column]));
                changed.addRows(inside.x + column, Math.min(ends[column], endsBefore[column]),
                        Math.max(ends[column], endsBefore[column]));
            }
        }
        step = next;
    }

    private static boolean isAt(ImmutableList<ImmutableDoubleArray> ghosts, ImmutableList<RunCurves> runs) {
        for (int run = 0; run < ghosts.size(); run++) {
            if (!ghosts.get(run).equals(runs.get(run).curve())) {
                return false;
            }
        }
        return true;
    }

    private void findArea(double[] curve) {
        tops = new int[curve.length];
        ends = new int[curve.length];
        for (int column = 0; column < curve.length; column++) {
            double upper = Math.min(curve[column], heights[column]);
            double lower = Math.max(curve[column], heights[column]);
            boolean known = !Double.isNaN(upper) && !Double.isNaN(lower);
            tops[column] = known ? row(upper) : inside.y;
            ends[column] = known ? row(lower) : inside.y;
        }
    }

    private int row(double height) {
        return (int) Math.rint(Math.max(inside.y, Math.min(inside.getMaxY(), height)));
    }

    private void addArea(ColumnRegion changed) {
        for (int column = 0; column < tops.length; column++) {
            changed.addRows(inside.x + column, tops[column], ends[column]);
        }
    }

    void paintArea(Canvas canvas, ColumnRegion within) {
        if (tops.length == 0) {
            return;
        }
        Color color = faded(site.spec().runs().get(0).color(), AREA * step / STEPS);
        Tint tint = new Tint(color);
        canvas.draw(inside, () -> ImmutableList.of(new Instruction.Fill(outline(), color, Optional.of(inside))), () -> {
            for (int column = 0; column < tops.length; column++) {
                within.tint(canvas.pixels(), canvas.image().getWidth(), inside.x + column, tops[column], ends[column],
                        tint);
            }
        });
    }

    private Path2D outline() {
        Path2D path = new Path2D.Double();
        for (int column = 0; column < tops.length; column++) {
            path.append(new Rectangle(inside.x + column, tops[column], 1, ends[column] - tops[column]), false);
        }
        return path;
    }

    void paintGhosts(Canvas canvas, ColumnRegion within) {
        for (int run = 0; run < ghosts.size(); run++) {
            Color color = ghosts.size() == 1 ? site.theme().palette().ghost() : site.spec().runs().get(run).color();
            double part = ghosts.size() == 1 ? 1 : 0.5;
            ghosts.get(run).paint(canvas, new Tint(faded(color, part * step / STEPS)), within);
        }
    }

    static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.rint(255 * opacity));
    }
}
