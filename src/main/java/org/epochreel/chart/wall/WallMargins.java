package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wall.Lines.Part;
import org.epochreel.frame.MacroblockSet;

/** What stands around the cells: title, epoch and progress above them, names and ticks at the margins. */
final class WallMargins {

    private static final double TICK = 7;
    private static final double TICK_WIDTH = 2;

    private final WallSpec spec;
    private final WallLayout layout;
    private final Lines lines;
    private final Palette palette;
    private int shownEpoch = -1;

    WallMargins(WallSpec spec, WallLayout layout, Lines lines) {
        this.spec = spec;
        this.layout = layout;
        this.lines = lines;
        this.palette = spec.theme().palette();
    }

    void drawStill(Canvas canvas) {
        shownEpoch = -1;
        Rectangle all = new Rectangle(spec.size().width(), spec.size().height());
        for (int i = 0; i < layout.title().size(); i++) {
            Rectangle line = new Rectangle(layout.edge(), 0, readout().x - layout.edge() - layout.px(20), all.height);
            lines.write(canvas, line, ImmutableList.of(Part.strong(layout.title().get(i), palette.title())),
                    layout.titleSize(), layout.edge(), layout.titleBaseline(i), 0);
        }
        drawColumnNames(canvas);
        drawRowNames(canvas);
        drawTicks(canvas, all);
    }

    private void drawColumnNames(Canvas canvas) {
        if (!layout.namesColumns()) {
            return;
        }
        WallSpec.Margin columns = spec.columns();
        double size = layout.labelSize();
        Part word = Part.regular(columns.word() + " ", palette.muted());
        int baseline = layout.columnBaseline();
        for (int column = 0; column < columns.labels().size(); column++) {
            Rectangle cell = layout.cell(column);
            Rectangle place = new Rectangle(cell.x, baseline - (int) Math.ceil(1.1 * size), cell.width,
                    (int) Math.ceil(1.5 * size));
            Part label = Part.strong(columns.labels().get(column), palette.text());
            ImmutableList<Part> both = ImmutableList.of(word, label);
            boolean first = column == 0 && !columns.word().isEmpty();
            if (first && lines.width(both, size) <= cell.width) {
                lines.write(canvas, place, both, size, cell.getCenterX(), baseline, 0.5);
                continue;
            }
            if (first) {
                Rectangle margin = new Rectangle(0, place.y, cell.x, place.height);
                lines.write(canvas, margin, ImmutableList.of(word), size, cell.x - 0.5 * size, baseline, 1);
            }
            lines.write(canvas, place, ImmutableList.of(label), size, cell.getCenterX(), baseline, 0.5);
        }
    }

    private void drawRowNames(Canvas canvas) {
        if (spec.rows().isEmpty()) {
            return;
        }
        WallSpec.Margin rows = spec.rows().get();
        double size = layout.labelSize();
        for (int row = 0; row < rows.labels().size(); row++) {
            Rectangle cell = layout.cell(row * spec.grid().columns());
            ImmutableList<Part> one = layout.rowLabel(rows, row);
            Rectangle place = new Rectangle(layout.labelsEnd() - layout.labelWidth(), cell.y, layout.labelWidth(), cell.height);
            if (lines.width(one, size) <= layout.labelWidth() + 1) {
                lines.write(canvas, place, one, size, layout.labelsEnd(), middle(cell, 1, size), 1);
                continue;
            }
            ImmutableList.Builder<Part> all = ImmutableList.builder();
            if (row == 0) {
                wrap(rows.word(), Typeface.Weight.REGULAR, palette.muted(), all);
            }
            wrap(rows.labels().get(row), Typeface.Weight.SEMIBOLD, palette.text(), all);
            ImmutableList<Part> several = all.build();
            int baseline = middle(cell, several.size(), size);
            for (Part part : several) {
                lines.write(canvas, place, ImmutableList.of(part), size, layout.labelsEnd(), baseline, 1);
                baseline += (int) Math.rint(1.25 * size);
            }
        }
    }

    private void wrap(String text, Typeface.Weight weight, Color color, ImmutableList.Builder<Part> to) {
        lines.wrapped(text, weight, layout.labelSize(), layout.labelWidth())
                .forEach(line -> to.add(new Part(line, weight, color)));
    }

    // The first baseline of several lines whose middle is the cell's.
    private static int middle(Rectangle cell, int count, double size) {
        return (int) Math.rint(cell.getCenterY() + Typeface.CAP_HEIGHT * size / 2 - (count - 1) * 1.25 * size / 2);
    }

    private void drawTicks(Canvas canvas, Rectangle all) {
        Graphics2D g = canvas.graphics();
        int length = Math.max(2, layout.px(TICK));
        int width = Math.max(1, layout.px(TICK_WIDTH));
        double size = layout.tickSize();
        int corner = (spec.grid().rows() - 1) * spec.grid().columns();
        for (int i = 0; i < spec.grid().count(); i++) {
            Rectangle cell = layout.cell(i);
            Rectangle plot = layout.plot(i);
            if (spec.grid().column(i) == 0) {
                for (Tick tick : layout.yTicks()) {
                    double y = plot.y + plot.height - plot.height * share(tick.value(), spec.y().from(), spec.y().to());
                    g.setPaint(palette.muted());
                    g.fillRect(cell.x - length, (int) Math.floor(y - (width - 1) / 2.0), length, width);
                    if (i == corner && layout.hasValues()) {
                        write(canvas, all, tick, cell.x - length - size / 3,
                                (int) Math.rint(y + Typeface.CAP_HEIGHT * size / 2), 1);
                    }
                }
            }
            if (spec.grid().isLowest(i)) {
                int bottom = cell.y + cell.height;
                for (Tick tick : layout.xTicks()) {
                    double x = plot.x + plot.width * share(tick.value(), spec.x().from(), spec.x().to());
                    g.setPaint(palette.muted());
                    g.fillRect((int) Math.floor(x - (width - 1) / 2.0), bottom, width, length);
                    if (i == corner && layout.hasValues()) {
                        write(canvas, all, tick, x, (int) Math.rint(bottom + length + 1.05 * size), 0.5);
                    }
                }
            }
        }
        canvas.clearOpacity(all);
    }

    private void write(Canvas canvas, Rectangle all, Tick tick, double x, int baseline, double alignment) {
        lines.write(canvas, all, ImmutableList.of(Part.regular(tick.label(), palette.text())), layout.tickSize(), x,
                baseline, alignment);
    }

    private static double share(double value, double from, double to) {
        return (value - from) / (to - from);
    }

    /** Writes the epoch and draws how far it is, if that is not what is shown. */
    void drawProgress(Canvas canvas, int epoch, MacroblockSet touched) {
        if (epoch == shownEpoch) {
            return;
        }
        shownEpoch = epoch;
        Rectangle place = readout();
        fill(canvas, place, palette.background());
        Part word = Part.regular("epoch ", palette.muted());
        String of = " of " + spec.epochs();
        double size = layout.readoutSize();
        int baseline = layout.titleBaseline(0);
        lines.write(canvas, place, ImmutableList.of(word), size, place.x, baseline, 0);
        lines.write(canvas, place, ImmutableList.of(Part.regular(epoch + of, palette.title())), size, layout.right(),
                baseline, 1);
        Rectangle bar = layout.bar();
        int done = (int) Math.rint((double) bar.width * epoch / Math.max(1, spec.epochs()));
        fill(canvas, bar, palette.future());
        fill(canvas, new Rectangle(bar.x, bar.y, done, bar.height), palette.curve());
        for (Rectangle changed : new Rectangle[] {place, bar}) {
            touched.addPixels(changed.x, changed.y, changed.x + changed.width - 1, changed.y + changed.height - 1);
        }
    }

    private Rectangle readout() {
        double size = layout.readoutSize();
        double width = lines.width(ImmutableList.of(Part.regular("epoch ", palette.muted()),
                Part.regular(spec.epochs() + " of " + spec.epochs(), palette.title())), size);
        int x = (int) Math.floor(layout.right() - width);
        int baseline = layout.titleBaseline(0);
        int top = (int) Math.floor(baseline - size);
        return new Rectangle(x, top, layout.right() - x, (int) Math.ceil(baseline + 0.3 * size) - top);
    }

    private static void fill(Canvas canvas, Rectangle place, Color color) {
        canvas.graphics().setPaint(color);
        canvas.graphics().fillRect(place.x, place.y, place.width, place.height);
        canvas.clearOpacity(place);
    }
}
