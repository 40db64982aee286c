package org.epochreel.chart.panel.line;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.PlotFrame;
import org.epochreel.chart.panel.line.PanelLines.Layer;
import org.epochreel.chart.pen.Canvas;
import org.epochreel.chart.pen.Strips;
import org.epochreel.frame.MacroblockSet;

/**
 * A panel of lines that grow. The pixels under them are the same in every column, so one column is kept, and what the
 * lines have added is painted over it where it is new; a frame costs what its epochs changed, however long the run
 * is.
 */
public final class LinePanel implements Panel {

    private final PanelSite site;
    private final Rectangle cell;
    private final Rectangle inside;
    private final int width;
    private final PanelLines lines;
    private final Strips added;
    private final Strips covered;
    private int[] base;

    LinePanel(PanelSite site, PanelLines lines) {
        this.site = site;
        this.cell = site.layout().cell();
        this.inside = site.layout().plot().inside();
        this.width = site.spec().size().width();
        this.lines = lines;
        this.added = new Strips(inside);
        this.covered = new Strips(cell);
    }

    @Override
    public void addEpoch(int epoch, double[] parameters) {
        lines.addEpoch(epoch, parameters);
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return base == null;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
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
        PlotFrame frame = new PlotFrame(site);
        frame.drawGrid(g);
        frame.drawAxes(g);
        g.setClip(cell);
        lines.letter(new Annotations(g, site, new Strips(cell)));
        g.setClip(null);
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        lines.addUntil(contents.epoch(), added);
        paint(added, base, still);
        covered.copy(still, canvas.pixels(), width);
        covered.addTo(touched);
        covered.clear();
        added.copy(still, canvas.pixels(), width);
        added.addTo(touched);
        added.clear();
        annotate(canvas.graphics(), contents, covered);
        covered.clearOpacity(canvas.pixels(), width);
        covered.addTo(touched);
    }

    private void annotate(Graphics2D g, FrameContents contents, Strips strips) {
        g.setClip(cell);
        lines.annotate(new Annotations(g, site, strips), contents.epoch());
        g.setClip(null);
    }

    @Override
    public void drawWhole(Canvas canvas, FrameContents contents) {
        lines.addUntil(contents.epoch(), added);
        drawAxes(canvas);
        int[] under = column(canvas.pixels());
        Strips everything = new Strips(inside);
        everything.addRectangle(inside);
        paint(everything, under, canvas.pixels());
        annotate(canvas.graphics(), contents, everything);
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
        for (Layer layer : lines.layers()) {
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
