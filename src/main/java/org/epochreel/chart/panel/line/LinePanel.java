package org.epochreel.chart.panel.line;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.PlotFrame;
import org.epochreel.chart.panel.line.PanelLines.Layer;
import org.epochreel.chart.sketch.Sketch;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.print.Instruction;

/**
 * A panel of lines that grow. The pixels under them are kept, of a ground that is the same in every column one column
 * alone, and what the lines have added is painted over them where it is new; a frame costs what its epochs changed,
 * however long the run is.
 */
public final class LinePanel implements Panel {

    private final PanelSite site;
    private final Rectangle cell;
    private final Rectangle inside;
    private final int width;
    private final PanelLines lines;
    private final ImmutableList<Layer> layers;
    private final ImmutableList<Tint> tints;
    private final Strips added;
    private final Strips changed;
    private ImmutableList<Mark> marks = ImmutableList.of();
    private double shown = -1;
    private int[] base;
    private int baseWidth;

    public LinePanel(PanelSite site, PanelLines lines) {
        this.site = site;
        this.cell = site.layout().cell();
        this.inside = site.layout().plot().inside();
        this.width = site.spec().size().width();
        this.lines = lines;
        this.layers = lines.layers();
        this.tints = layers.stream()
                .map(layer -> new Tint(layer.color()))
                .collect(ImmutableList.toImmutableList());
        this.added = new Strips(inside);
        this.changed = new Strips(cell);
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
        boolean even = lines.drawGround(canvas, new PlotFrame(site));
        baseWidth = even ? 1 : inside.width;
        base = base(canvas.pixels());
        Annotations words = new Annotations(site);
        lines.letter(words);
        words.marks().forEach(mark -> mark.draw(canvas, cell, site.lettering()));
        // What the lines have left so far has gone with the picture.
        added.addRectangle(inside);
        marks = ImmutableList.of();
        shown = -1;
    }

    private int[] base(int[] pixels) {
        int[] area = new int[baseWidth * inside.height];
        for (int row = 0; row < inside.height; row++) {
            for (int column = 0; column < baseWidth; column++) {
                area[row * baseWidth + column] = pixels[(inside.y + row) * width + inside.x + column] & 0xFFFFFF;
            }
        }
        return area;
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        double reached = lines.reached(contents);
        if (reached == shown) {
            return;
        }
        shown = reached;
        lines.addUntil((int) reached, added);
        paint(still);
        Annotations over = new Annotations(site);
        lines.annotate(over, reached);
        ImmutableList<Mark> next = over.marks();
        changed.clear();
        changed.addAll(added);
        added.clear();
        addDifference(marks, next);
        addDifference(next, marks);
        List<Mark> drawn = reachedBy(next);
        changed.copy(still, canvas.pixels(), width);
        canvas.sketch().ifPresent(this::explain);
        drawn.forEach(mark -> mark.draw(canvas, cell, site.lettering()));
        changed.addTo(touched);
        marks = next;
    }

    // How the lines came there, if all of them remember it.
    private void explain(Sketch sketch) {
        ImmutableList.Builder<Instruction> lines = ImmutableList.builder();
        for (Layer layer : layers) {
            Optional<ImmutableList<Instruction>> known = layer.coverage().instructions(layer.color());
            if (known.isEmpty()) {
                return;
            }
            lines.addAll(known.get());
        }
        sketch.take(inside);
        sketch.add(lines.build());
    }

    private void addDifference(ImmutableList<Mark> some, ImmutableList<Mark> others) {
        for (Mark mark : some) {
            if (!others.contains(mark)) {
                changed.addRectangle(mark.area());
            }
        }
    }

    // A mark that what changed reaches is drawn anew as a whole, which may reach another one.
    private List<Mark> reachedBy(ImmutableList<Mark> all) {
        boolean[] reached = new boolean[all.size()];
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < reached.length; i++) {
                if (!reached[i] && changed.meets(all.get(i).area())) {
                    changed.addRectangle(all.get(i).area());
                    reached[i] = true;
                    more = true;
                }
            }
        }
        List<Mark> found = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            if (reached[i]) {
                found.add(all.get(i));
            }
        }
        return found;
    }

    private void paint(int[] pixels) {
        for (int i = 0; i < added.columns(); i++) {
            Rectangle strip = added.column(i);
            if (strip.isEmpty()) {
                continue;
            }
            for (int row = strip.y; row < strip.y + strip.height; row++) {
                int from = row * width + strip.x;
                int under = (row - inside.y) * baseWidth;
                if (baseWidth == 1) {
                    int even = base[under];
                    for (int pixel = from; pixel < from + strip.width; pixel++) {
                        pixels[pixel] = even;
                    }
                } else {
                    System.arraycopy(base, under + strip.x - inside.x, pixels, from, strip.width);
                }
            }
            for (int layer = 0; layer < tints.size(); layer++) {
                layers.get(layer).coverage().paint(pixels, width, strip, tints.get(layer));
            }
        }
    }
}
