package org.epochreel.chart.panel.line;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PlotFrame;
import org.epochreel.chart.panel.line.PanelLines.Layer;
import org.epochreel.chart.pen.Canvas;
import org.epochreel.chart.pen.Strips;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.frame.MacroblockSet;

/**
 * A panel of lines that grow. The pixels under them are the same in every column, so one column is kept, and what the
 * lines have added is painted over it where it is new; a frame costs what its epochs changed, however long the run
 * is.
 */
public final class LinePanel implements Panel {

    private final Theme theme;
    private final double k;
    private final PanelLayout layout;
    private final Rectangle inside;
    private final int width;
    private final Typefaces typefaces;
    private final PanelLines traces;
    private final Strips added;
    private final Strips covered;
    private int[] base;

    public LinePanel(ChartSpec spec, double scale, PanelLayout layout, Typefaces typefaces, PanelLines traces) {
        this.theme = spec.theme();
        this.k = scale;
        this.layout = layout;
        this.inside = layout.plot().inside();
        this.width = spec.size().width();
        this.typefaces = typefaces;
        this.traces = traces;
        this.added = new Strips(inside);
        this.covered = new Strips(layout.cell());
    }

    @Override
    public boolean needsStill(FrameContents moment) {
        return base == null;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents moment) {
        drawAxes(canvas);
        base = column(canvas.pixels());
        covered.clear();
        // What the lines have left so far has gone with the picture.
        added.addRectangle(inside);
    }

    private int[] column(int[] pixels) {
        int[] column = new int[inside.height];
        for (int row = 0; row < column.length; row++) {
            column[row] = pixels[(inside.y + row) * width + inside.x] & 0xFFFFFF;
        }
        return column;
    }

    private void drawAxes(Canvas canvas) {
        Graphics2D g = canvas.graphics();
        PlotFrame frame = new PlotFrame(theme, k, layout, typefaces);
        frame.drawGrid(g);
        frame.drawAxes(g);
        g.setClip(layout.cell());
        traces.letter(new Annotations(g, theme, k, layout, typefaces, new Strips(layout.cell())));
        g.setClip(null);
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents moment, MacroblockSet touched) {
        traces.addUntil(moment.epoch(), added);
        paint(added, base, still);
        covered.copy(still, canvas.pixels(), width);
        covered.addTo(touched);
        covered.clear();
        added.copy(still, canvas.pixels(), width);
        added.addTo(touched);
        added.clear();
        annotate(canvas.graphics(), moment, covered);
        covered.clearOpacity(canvas.pixels(), width);
        covered.addTo(touched);
    }

    private void annotate(Graphics2D g, FrameContents moment, Strips strips) {
        g.setClip(layout.cell());
        traces.annotate(new Annotations(g, theme, k, layout, typefaces, strips), moment.epoch());
        g.setClip(null);
    }

    @Override
    public void drawWhole(Canvas canvas, FrameContents moment) {
        traces.addUntil(moment.epoch(), added);
        drawAxes(canvas);
        int[] under = column(canvas.pixels());
        Strips everything = new Strips(inside);
        everything.addRectangle(inside);
        paint(everything, under, canvas.pixels());
        annotate(canvas.graphics(), moment, everything);
    }

    private void paint(Strips strips, int[] under, int[] pixels) {
        for (int i = 0; i < strips.columns(); i++) {
            Rectangle strip = strips.column(i);
            for (int row = strip.y; row < strip.y + strip.height; row++) {
                for (int column = strip.x; column < strip.x + strip.width; column++) {
                    pixels[row * width + column] = inked(under[row - inside.y], column, row);
                }
            }
        }
    }

    private int inked(int under, int column, int row) {
        int pixel = under;
        for (Layer layer : traces.layers()) {
            int amount = layer.coverage().at(column, row);
            if (amount > 0) {
                pixel = blend(pixel, layer.color(), amount * layer.color().getAlpha());
            }
        }
        return pixel;
    }

    private static int blend(int under, Color over, int amount) {
        int red = mix(under >> 16 & 0xFF, over.getRed(), amount);
        int green = mix(under >> 8 & 0xFF, over.getGreen(), amount);
        int blue = mix(under & 0xFF, over.getBlue(), amount);
        return red << 16 | green << 8 | blue;
    }

    // The amount is out of 255 * 255.
    private static int mix(int under, int over, int amount) {
        return (under * (255 * 255 - amount) + over * amount + 255 * 255 / 2) / (255 * 255);
    }
}
