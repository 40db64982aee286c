package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Rectangle;
import java.util.Arrays;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.frame.MacroblockSet;

/**
 * Draws a wall: many runs in step in cells of one picture, whose axes are common, and at the end all final curves in one
 * plot. A frame costs what changed in it; what it shows depends on its contents alone. Not for several threads at a time.
 */
public final class WallDrawer {

    /** Pixels from one sample of a curve in a cell to the next, about. */
    private static final double STEP = 2;
    private static final int LEAST_SAMPLES = 16;
    private static final int MACROBLOCK = 16;

    private final WallSpec spec;
    private final Canvas canvas;
    private final ImmutableDoubleArray x;
    private final ImmutableList<WallCell> cells;
    private final WallMargins margins;
    private final WallFoot foot;
    private final GatheredPlot gathered;
    private int[] still;
    private int[] apart;
    private double gatheredProgress = -1;

    /** @throws IllegalArgumentException with a sentence if the cells would be too small */
    public WallDrawer(WallSpec spec, Typefaces typefaces) {
        this.spec = spec;
        Lines lines = new Lines(typefaces);
        WallLayout layout = new WallLayout(spec, lines);
        LossScale losses = LossScale.of(spec);
        this.canvas = Canvas.of(spec.size(), spec.theme().palette().background());
        this.x = x(layout.plot(0));
        ImmutableList.Builder<WallCell> made = ImmutableList.builder();
        for (int i = 0; i < spec.members().size(); i++) {
            made.add(new WallCell(spec, layout, lines, losses, x, i));
        }
        this.cells = made.build();
        this.margins = new WallMargins(spec, layout, lines);
        this.foot = new WallFoot(spec, layout, lines, losses);
        this.gathered = new GatheredPlot(spec, layout, lines, losses);
    }

    private ImmutableDoubleArray x(Rectangle plot) {
        int count = Math.max(LEAST_SAMPLES, (int) (plot.width / STEP)) + 1;
        ImmutableDoubleArray.Builder at = ImmutableDoubleArray.builder(count);
        for (int i = 0; i < count; i++) {
            at.add(spec.x().from() + i * ((spec.x().to() - spec.x().from()) / (count - 1)));
        }
        return at.build();
    }

    /** Ascending x at which the cells' curves are wanted. */
    public ImmutableDoubleArray curveX() {
        return x;
    }

    /** Ascending x at which the final curves are wanted for the one plot. */
    public ImmutableDoubleArray gatheredX() {
        return gathered.x();
    }

    /**
     * Draws a frame.
     *
     * @return this drawer's own picture, valid until the next call; the first one is touched everywhere
     */
    public Frame draw(WallContents contents) {
        if (contents.cells().size() != cells.size()) {
            throw new IllegalArgumentException(contents.cells().size() + " cells for " + cells.size());
        }
        if (contents.gathering().isPresent()) {
            return gather(contents, contents.gathering().get());
        }
        gatheredProgress = -1;
        MacroblockSet touched = begin();
        drawCells(contents, touched);
        foot.draw(canvas, contents.complete(), 0, touched);
        margins.drawProgress(canvas, contents.epoch(), touched);
        return new Frame(spec.size(), canvas.pixels(), touched);
    }

    // Draws what stays, where it is not there.
    private MacroblockSet begin() {
        if (still != null) {
            return MacroblockSet.noneOf(spec.size());
        }
        canvas.clear(spec.theme().palette().background());
        canvas.clearOpacity(new Rectangle(spec.size().width(), spec.size().height()));
        margins.drawStill(canvas);
        cells.forEach(WallCell::forget);
        foot.forget();
        still = canvas.pixels().clone();
        return MacroblockSet.allOf(spec.size());
    }

    private void drawCells(WallContents contents, MacroblockSet touched) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).draw(canvas, still, contents.cells().get(i), contents.complete(), touched);
        }
    }

    // Much is drawn anew as the curves fly, of which little has changed.
    private MacroblockSet changed(int[] before) {
        MacroblockSet touched = MacroblockSet.noneOf(spec.size());
        int[] pixels = canvas.pixels();
        int width = spec.size().width();
        for (int row = 0; row < spec.size().height(); row++) {
            int start = row * width;
            int at = Arrays.mismatch(before, start, start + width, pixels, start, start + width);
            while (at >= 0) {
                touched.addPixels(at, row, at, row);
                int next = (at / MACROBLOCK + 1) * MACROBLOCK;
                int more = next >= width ? -1
                        : Arrays.mismatch(before, start + next, start + width, pixels, start + next, start + width);
                at = more < 0 ? -1 : next + more;
            }
        }
        return touched;
    }

    private Frame gather(WallContents contents, WallContents.Gathering gathering) {
        if (gathering.progress() == gatheredProgress) {
            return new Frame(spec.size(), canvas.pixels(), MacroblockSet.noneOf(spec.size()));
        }
        boolean first = still == null && gatheredProgress < 0;
        int[] before = canvas.pixels().clone();
        if (apart == null || gatheredProgress < 0) {
            drawCells(contents, begin());
            for (int i = 0; i < cells.size(); i++) {
                if (spec.members().get(i).finalLoss().isPresent()) {
                    cells.get(i).liftCurve(canvas, still);
                }
            }
            apart = canvas.pixels().clone();
        }
        gathered.draw(canvas, apart, gathering);
        MacroblockSet others = MacroblockSet.noneOf(spec.size());
        foot.draw(canvas, contents.complete(), GatheredPlot.turned(gathering.progress()), others);
        margins.drawProgress(canvas, contents.epoch(), others);
        MacroblockSet touched = first ? MacroblockSet.allOf(spec.size()) : changed(before);
        // The cells are no longer what they were drawn as.
        still = null;
        gatheredProgress = gathering.progress();
        return new Frame(spec.size(), canvas.pixels(), touched);
    }
}
