package org.epochreel.chart.panel.strip;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.StripAxes;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.Panel;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.sketch.Sketch;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.text.PictureNumber;
import org.epochreel.print.Instruction;

/**
 * The strip of time under a lone panel: the loss so far in the curve's colour with a point at now, the rest faintly, and
 * the learning rates as {@link RateBands}, or as a thin line where the rate changes all the time. A frame costs the new
 * piece of the lines, the point, and what wipes in. Time may also go back.
 */
public final class TimeStrip implements Panel {

    private static final double FUTURE = 0.7;
    private static final String NAME = "loss";

    // Ems between a run's name and its loss, and the part of the width that names with losses may take.
    private static final double BEFORE_VALUE = 0.35;
    private static final double MOST_KEYS = 0.8;

    private final PanelSite site;
    private final ChartSpec spec;
    private final PanelLayout layout;
    private final Rectangle cell;
    private final Rectangle inside;
    private final int width;
    private final double em;
    private final Typeface regular;
    private final int footBaseline;
    private final ImmutableList<StripLine> future;
    private final ImmutableList<StripLine> past;
    private final RateBands bands;
    private final RateTrace trace;
    private final Strips added;
    private final Strips changed;
    private ImmutableList<Mark> marks = ImmutableList.of();
    private Optional<Shown> shown = Optional.empty();
    private boolean drawn;

    /** What of a frame's contents is seen here. */
    private record Shown(double position, ImmutableDoubleArray bands) {}

    public TimeStrip(PanelSite site) {
        this.site = site;
        this.spec = site.spec();
        this.layout = site.layout();
        this.cell = layout.cell();
        this.inside = layout.plot().inside();
        this.width = spec.size().width();
        this.em = layout.plot().tickSize();
        this.regular = site.typefaces().of(Typeface.Weight.REGULAR);
        this.footBaseline = (int) Math.rint(inside.getMaxY() + layout.plot().spine()
                + site.theme().lines().tickGap() * site.scale() + Typeface.CAP_HEIGHT * em);
        double line = site.theme().lines().line() * site.scale();
        this.future = lines(Math.max(1, FUTURE * line), Optional.of(site.theme().palette().future()));
        this.past = lines(Math.max(1, line), Optional.empty());
        TextPlace heading = layout.heading().orElseThrow();
        double nameEnd = inside.x + heading.typeface().width(NAME, heading.size());
        this.trace = new RateTrace(site);
        this.bands = new RateBands(site, new RateBands.Span(nameEnd + em, heading.area().getMaxX() - keysWidth()),
                new RateBands.Span(inside.x + 1.5 * em, inside.getMaxX() - regular.width(end(), em) - em), footBaseline);
        this.added = new Strips(inside);
        this.changed = new Strips(cell);
    }

    /** All runs' losses, the test set's first so that it lies under the other, each in its colour or all in one. */
    private ImmutableList<StripLine> lines(double thickness, Optional<Color> color) {
        Axis axis = StripAxes.losses(spec);
        ImmutableList.Builder<StripLine> lines = ImmutableList.builder();
        if (StripAxes.hasTest(spec)) {
            lines.add(new StripLine(spec.runs().get(0).metrics().testLoss(), axis, layout, thickness,
                    color.orElse(site.theme().palette().second()), site.sketched()));
        }
        for (ShownRun run : spec.runs()) {
            lines.add(new StripLine(run.metrics().trainLoss(), axis, layout, thickness, color.orElse(run.color()),
                    site.sketched()));
        }
        return lines.build();
    }

    private String end() {
        return spec.lastEpoch() + (spec.lastEpoch() == 1 ? " epoch" : " epochs");
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return !drawn;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        int spine = layout.plot().spine();
        canvas.graphics().setPaint(site.theme().palette().spine());
        canvas.graphics().fillRect(inside.x - spine, inside.y + inside.height, inside.width + spine, spine);
        canvas.clearOpacity(canvas.within(cell));
        if (layout.plot().labelled()) {
            letter(canvas);
        }
        shown = Optional.empty();
        marks = ImmutableList.of();
        drawn = true;
    }

    private void letter(Canvas canvas) {
        Color text = site.theme().palette().text();
        double gap = layout.plot().spine() + site.theme().lines().tickGap() * site.scale();
        for (Tick tick : layout.plot().yTicks()) {
            int baseline = (int) Math.rint(layout.pixelY(tick.value()) + Typeface.CAP_HEIGHT * em / 2);
            write(canvas, tick.label(), inside.x - gap - regular.width(tick.label(), em), baseline, text);
        }
        write(canvas, "0", inside.x, footBaseline, text);
        write(canvas, end(), inside.getMaxX() - regular.width(end(), em), footBaseline, text);
        layout.heading().orElseThrow().draw(canvas, site.lettering(), NAME);
        for (Placed key : places()) {
            write(canvas, key.word.text, key.x, layout.heading().get().baseline(), key.word.color);
        }
        bands.still().forEach(mark -> mark.draw(canvas, cell, site.lettering()));
    }

    /**
     * What a line is called, in its colour.
     *
     * @param values that are written after the name, epoch by epoch; none if only the name is
     */
    private record Word(String text, Color color, ImmutableDoubleArray values) {

        Word(String text, Color color) {
            this(text, color, ImmutableDoubleArray.of());
        }
    }

    /** A key where it begins, and where its values end. */
    private record Placed(Word word, double x, double end) {}

    private ImmutableList<Placed> places() {
        ImmutableList.Builder<Placed> places = ImmutableList.builder();
        double end = layout.heading().orElseThrow().area().getMaxX();
        for (Word word : keys()) {
            double x = end - width(word);
            places.add(new Placed(word, x, end));
            end = x - em;
        }
        return places.build();
    }

    private double width(Word word) {
        double values = word.values.isEmpty() ? 0
                : BEFORE_VALUE * em + regular.width(PictureNumber.widestLoss(word.values), em);
        return regular.width(word.text, em) + values;
    }

    // From right to left.
    private ImmutableList<Word> keys() {
        ImmutableList.Builder<Word> keys = ImmutableList.builder();
        trace.name().ifPresent(name -> keys.add(new Word(name, site.theme().palette().muted())));
        if (StripAxes.hasTest(spec)) {
            keys.add(new Word("test", site.theme().palette().second()));
            keys.add(new Word("train", spec.runs().get(0).color()));
        } else if (spec.runs().size() > 1) {
            ImmutableList<Word> valued = spec.runs().reverse().stream()
                    .map(run -> new Word(run.name(), run.color(), run.metrics().trainLoss()))
                    .collect(ImmutableList.toImmutableList());
            boolean fits = valued.stream().mapToDouble(word -> width(word) + em).sum() <= MOST_KEYS * inside.width;
            valued.forEach(word -> keys.add(fits ? word : new Word(word.text, word.color)));
        }
        return keys.build();
    }

    private double keysWidth() {
        return keys().stream().mapToDouble(word -> width(word) + em).sum();
    }

    private void write(Canvas canvas, String text, double x, int baseline, Color color) {
        new Mark.Words(text, Math.rint(x), baseline, regular.width(text, em), regular, em, color)
                .draw(canvas, cell, site.lettering());
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        Shown next = new Shown(contents.position(), bands.shown(contents));
        if (shown.isPresent() && shown.get().equals(next)) {
            return;
        }
        added.clear();
        if (shown.isEmpty() || !follows(next)) {
            begin();
        }
        past.forEach(line -> line.addUntil(next.position, added));
        trace.line().ifPresent(line -> line.addUntil(next.position, added));
        for (int i = 0; i < bands.count() && shown.isPresent(); i++) {
            Rectangle wiped = bands.difference(i, shown.get().bands.get(i), next.bands.get(i));
            if (!wiped.isEmpty()) {
                added.addRectangle(wiped);
            }
        }
        shown = Optional.of(next);
        paint(still);
        ImmutableList<Mark> marked = marks(next);
        changed.clear();
        changed.addAll(added);
        addDifference(marks, marked);
        addDifference(marked, marks);
        List<Mark> drawn = reachedBy(marked);
        changed.copy(still, canvas.pixels(), width);
        canvas.sketch().ifPresent(this::explain);
        drawn.forEach(mark -> mark.draw(canvas, cell, site.lettering()));
        changed.addTo(touched);
        marks = marked;
    }

    private boolean follows(Shown next) {
        boolean follows = next.position >= shown.get().position;
        for (int i = 0; i < bands.count(); i++) {
            follows &= next.bands.get(i) >= shown.get().bands.get(i);
        }
        return follows;
    }

    private void begin() {
        past.forEach(StripLine::reset);
        future.forEach(line -> line.addUntil(line.last(), added));
        trace.line().ifPresent(StripLine::reset);
        added.addRectangle(inside);
    }

    private void paint(int[] pixels) {
        for (int i = 0; i < added.columns(); i++) {
            Rectangle part = added.column(i);
            if (part.isEmpty()) {
                continue;
            }
            fill(pixels, part, site.theme().palette().background());
            for (int band = 1; band < bands.count(); band++) {
                Color color = RateBands.isTinted(band) ? site.theme().palette().band()
                        : site.theme().palette().background();
                fill(pixels, bands.area(band, shown.get().bands.get(band)).intersection(part), color);
            }
            for (Rectangle line : grid()) {
                fill(pixels, line.intersection(part), site.theme().palette().grid().orElseThrow());
            }
            trace.line().ifPresent(line -> line.paint(pixels, width, part));
            future.forEach(line -> line.paint(pixels, width, part));
            past.forEach(line -> line.paint(pixels, width, part));
        }
    }

    private void fill(int[] pixels, Rectangle part, Color color) {
        for (int row = part.y; row < part.y + part.height; row++) {
            int from = row * width + part.x;
            Arrays.fill(pixels, from, from + Math.max(0, part.width), color.getRGB() & 0xFFFFFF);
        }
    }

    private List<Rectangle> grid() {
        List<Rectangle> lines = new ArrayList<>();
        int thick = (int) Math.max(1, Math.rint(site.theme().lines().grid() * site.scale()));
        if (site.theme().palette().grid().isPresent()) {
            for (Tick tick : layout.plot().yTicks()) {
                int y = (int) Math.floor(layout.pixelY(tick.value()) - (thick - 1) / 2.0);
                lines.add(new Rectangle(inside.x, y, inside.width, thick).intersection(inside));
            }
        }
        return lines;
    }

    // How the picture inside came about, if all lines remember it.
    private void explain(Sketch sketch) {
        ImmutableList.Builder<Instruction> all = ImmutableList.builder();
        for (int band = 1; band < bands.count(); band++) {
            Rectangle area = bands.area(band, shown.get().bands.get(band));
            if (!area.isEmpty()) {
                all.add(new Instruction.Fill(new Path2D.Double(area), RateBands.isTinted(band)
                        ? site.theme().palette().band() : site.theme().palette().background(), Optional.of(inside)));
            }
        }
        grid().forEach(line -> all.add(new Instruction.Fill(new Path2D.Double(line),
                site.theme().palette().grid().orElseThrow(), Optional.of(inside))));
        List<StripLine> lines = new ArrayList<>();
        trace.line().ifPresent(lines::add);
        lines.addAll(future);
        lines.addAll(past);
        for (StripLine line : lines) {
            line.coverage().instructions(line.color()).ifPresent(all::addAll);
        }
        sketch.take(inside);
        sketch.add(all.build());
    }

    private ImmutableList<Mark> marks(Shown next) {
        ImmutableList.Builder<Mark> all = ImmutableList.builder();
        all.addAll(bands.marks(next.bands));
        double diameter = Math.max(4, site.theme().lines().point() * site.scale());
        double rim = Math.max(1, site.theme().lines().rim() * site.scale());
        for (int i = 0; i < past.size(); i++) {
            StripLine line = past.get(i);
            double x = line.pixelX(next.position);
            double y = line.pixelY(next.position);
            if (Double.isNaN(y)) {
                continue;
            }
            boolean test = i == 0 && StripAxes.hasTest(spec);
            all.add(new Mark.Disc(x, y, diameter + 2 * rim, site.theme().palette().background()));
            all.add(new Mark.Disc(x, y, diameter, line.color()));
            if (test) {
                all.add(new Mark.Disc(x, y, diameter - 2 * rim, site.theme().palette().background()));
            }
        }
        if (layout.plot().labelled()) {
            places().stream().filter(key -> !key.word.values.isEmpty()).forEach(key -> all.add(value(key, next.position)));
        }
        return all.build();
    }

    private Mark value(Placed key, double position) {
        int epoch = Math.min((int) position, key.word.values.length() - 1);
        String text = PictureNumber.loss(key.word.values.get(epoch));
        double textWidth = regular.width(text, em);
        return new Mark.Words(text, key.end - textWidth, layout.heading().orElseThrow().baseline(), textWidth, regular, em,
                key.word.color);
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
}
