package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.layout.ChartLayout;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.line.WeightLines;
import org.epochreel.chart.pen.Canvas;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Draws the moments of one chart one after the other onto one picture, and says where each differs from the one
 * before. A frame costs what changed in it; what it shows depends on its moment alone, whose epochs only panels over
 * epochs ask to rise. Not for several threads at a time.
 */
public final class ChartDrawer {

    private final FrameSize size;
    private final ChartLayout layout;
    private final Theme theme;
    private final ImmutableList<Panel> panels;
    private final ImmutableDoubleArray curveX;
    private final ImmutableList<WeightLines> weights;
    private final Canvas canvas;
    private final ImmutableList<TextPlace> places;
    private final List<String> shown = new ArrayList<>();
    private int[] still;

    public ChartDrawer(ChartSpec spec) {
        this(spec, new Typefaces());
    }

    /** A drawer that shares {@code typefaces} with others. */
    public ChartDrawer(ChartSpec spec, Typefaces typefaces) {
        this.size = spec.size();
        this.theme = spec.theme();
        this.layout = ChartLayout.of(spec, typefaces);
        this.places = ImmutableList.<TextPlace>builder()
                .addAll(layout.title().stream().iterator())
                .addAll(layout.cells())
                .build();
        this.canvas = Canvas.of(size, theme);
        PanelSet set = new PanelSet(spec, layout, typefaces);
        this.panels = set.panels();
        this.curveX = set.curveX();
        this.weights = set.weights();
    }

    /** The ascending x at which curves are wanted, fine enough for the picture's width; none without a fit panel. */
    public ImmutableDoubleArray curveX() {
        return curveX;
    }

    /**
     * Takes in the model's parameters at the next epoch, also of epochs that are not drawn, where the chart needs them:
     * a panel of weights shows every epoch up to the one that is drawn.
     *
     * @throws IllegalArgumentException if an epoch is left out
     */
    public void addEpoch(int epoch, double[] parameters) {
        weights.forEach(traces -> traces.add(epoch, parameters));
    }

    /**
     * Draws {@code moment}.
     *
     * @return this drawer's own picture, valid until the next call; the first one is touched everywhere
     * @throws IllegalArgumentException if a curve or the readout has not as many values as there are places, or if
     *     there are panels over epochs and the moment lies before one that was drawn
     */
    public Frame draw(FrameContents moment) {
        check(moment);
        boolean whole = panels.stream().anyMatch(panel -> panel.needsStill(moment));
        if (whole) {
            canvas.clear(theme);
            panels.forEach(panel -> panel.drawStill(canvas, moment));
            drawLabels(canvas.graphics());
            canvas.clearOpacity(picture());
            still = canvas.pixels().clone();
            shown.clear();
        }
        MacroblockSet touched = whole ? MacroblockSet.allOf(size) : MacroblockSet.noneOf(size);
        panels.forEach(panel -> panel.drawMoving(canvas, still, moment, touched));
        drawTexts(moment, touched);
        return new Frame(size, canvas.pixels(), touched);
    }

    /** Draws {@code moment} as a whole new chart onto a picture of its own: slow, and the same pixels. */
    public Frame drawWhole(FrameContents moment) {
        check(moment);
        Canvas whole = Canvas.of(size, theme);
        panels.forEach(panel -> panel.drawWhole(whole, moment));
        drawLabels(whole.graphics());
        List<String> texts = texts(moment);
        for (int i = 0; i < places.size(); i++) {
            places.get(i).draw(whole.graphics(), texts.get(i));
        }
        whole.clearOpacity(picture());
        whole.graphics().dispose();
        return new Frame(size, whole.pixels(), MacroblockSet.allOf(size));
    }

    private void check(FrameContents moment) {
        if (!layout.cells().isEmpty() && moment.readout().size() != layout.cells().size()) {
            throw new IllegalArgumentException(
                    moment.readout().size() + " readout values for " + layout.cells().size() + " cells");
        }
    }

    private void drawLabels(Graphics2D g) {
        layout.labels().forEach(label -> label.place().draw(g, label.text()));
    }

    private void drawTexts(FrameContents moment, MacroblockSet touched) {
        List<String> texts = texts(moment);
        for (int i = 0; i < places.size(); i++) {
            if (i < shown.size() && shown.get(i).equals(texts.get(i))) {
                continue;
            }
            TextPlace place = places.get(i);
            Rectangle area = place.area().intersection(picture());
            restore(area);
            place.draw(canvas.graphics(), texts.get(i));
            canvas.clearOpacity(area);
            touched.addPixels(area.x, area.y, area.x + area.width - 1, area.y + area.height - 1);
        }
        shown.clear();
        shown.addAll(texts);
    }

    private void restore(Rectangle area) {
        for (int row = area.y; row < area.y + area.height; row++) {
            int start = row * size.width() + area.x;
            System.arraycopy(still, start, canvas.pixels(), start, area.width);
        }
    }

    private Rectangle picture() {
        return new Rectangle(size.width(), size.height());
    }

    private List<String> texts(FrameContents moment) {
        List<String> texts = new ArrayList<>();
        if (layout.title().isPresent()) {
            texts.add(moment.title().orElse(""));
        }
        if (!layout.cells().isEmpty()) {
            texts.addAll(moment.readout());
        }
        return texts;
    }
}
