package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.CurvePen;
import org.epochreel.chart.mask.Outlines;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wall.Lines.Part;
import org.epochreel.data.Samples;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.Range;

/**
 * One cell: its ground and points change as the run ends, its curve and its number from frame to frame. What lies under
 * the curve is kept in the wall's still picture.
 */
final class WallCell {

    private static final double CORNER = 5;
    private static final double RIM = 1.5;
    private static final double FRAME = 4;
    private static final double CURVE = 3;
    private static final double GHOST = 2;
    private static final double DASH = 8;
    private static final double DASH_GAP = 6;
    private static final double DOT = 6.4;
    /** Lines and dots hold as they are in a plot so wide, and grow and shrink with its root. */
    private static final double USUAL_PLOT = 180;
    private static final double MOST_GROWTH = 1.5;
    private static final double FEWEST_DOTS = 60;
    private static final double LOST_DOTS = 0.5;
    /** Curves are cut this many times the visible height away from it. */
    private static final double FAR = 8;

    private final WallSpec spec;
    private final WallLayout layout;
    private final Lines lines;
    private final int index;
    private final Rectangle area;
    private final Rectangle plot;
    private final CurvePen pen;
    private final ImmutableList<ColumnMask> dots;
    private final PolylineStroke curveStroke;
    private final PolylineStroke ghostStroke;
    private final LossScale losses;
    private final WallColors colors;
    private Optional<WallContents.Cell> shown = Optional.empty();
    private double shownComplete;
    private Optional<ColumnMask> curve = Optional.empty();
    private ImmutableList<Part> value = ImmutableList.of();

    WallCell(WallSpec spec, WallLayout layout, Lines lines, LossScale losses, ImmutableDoubleArray x, int index) {
        this.spec = spec;
        this.layout = layout;
        this.lines = lines;
        this.index = index;
        this.losses = losses;
        this.colors = WallColors.of(spec.theme());
        this.area = layout.cell(index);
        this.plot = layout.plot(index);
        this.pen = new CurvePen(plot, x.stream().map(this::pixelX).toArray());
        double size = Math.min(MOST_GROWTH, Math.sqrt(plot.width / (USUAL_PLOT * layout.scale())));
        this.curveStroke = new PolylineStroke(Math.max(1, CURVE * size * layout.scale()));
        this.ghostStroke = new PolylineStroke(Math.max(1, GHOST * size * layout.scale()), DASH * layout.scale(),
                DASH_GAP * layout.scale());
        Samples points = spec.members().get(index).points();
        double crowd = Math.sqrt(Math.min(1, FEWEST_DOTS / Math.max(1, points.count())));
        var dotPen = pen.dots(Math.max(1.5, DOT * size * Math.max(0.45, crowd) * layout.scale()));
        for (int i = 0; i < points.count(); i++) {
            dotPen.add(pixelX(points.x().get(i)), pixelY(points.y().get(i)));
        }
        this.dots = dotPen.take();
    }

    private double pixelX(double x) {
        Range range = spec.x();
        return plot.x + (x - range.from()) / (range.to() - range.from()) * plot.width;
    }

    private double pixelY(double y) {
        Range range = spec.y();
        double share = Math.max(-FAR, Math.min(1 + FAR, (y - range.from()) / (range.to() - range.from())));
        return plot.y + plot.height - share * plot.height;
    }

    /** Forgets what is shown, so that the next frame draws all of it. */
    void forget() {
        shown = Optional.empty();
    }

    /** Takes the curve away, so that the picture shows what lies under it. */
    void liftCurve(Canvas canvas, int[] still) {
        curve.ifPresent(mask -> mask.spans().copy(still, canvas.pixels(), spec.size().width()));
    }

    /** @param complete as {@link WallContents#complete} */
    void draw(Canvas canvas, int[] still, WallContents.Cell next, double complete, MacroblockSet touched) {
        double marked = index == spec.lowest() ? complete : 0;
        boolean sameGround = shown.isPresent() && shown.get().settled() == next.settled()
                && shown.get().lost() == next.lost() && shownComplete == marked;
        if (sameGround && shown.get().equals(next)) {
            return;
        }
        int[] pixels = canvas.pixels();
        int width = spec.size().width();
        if (!sameGround) {
            drawGround(canvas, next, marked);
            copy(pixels, still, area);
            touch(area, touched);
            curve = Optional.empty();
            value = ImmutableList.of();
        }
        if (!sameGround || !shown.get().curve().equals(next.curve())) {
            curve.ifPresent(mask -> {
                mask.spans().copy(still, pixels, width);
                mask.spans().addTo(touched);
            });
            ColumnMask mask = mask(next);
            mask.paint(pixels, width, new Tint(next.lost() ? spec.theme().palette().accent() : spec.theme().palette().curve()));
            mask.spans().addTo(touched);
            curve = Optional.of(mask);
        }
        drawValue(canvas, still, next, marked, touched);
        shown = Optional.of(next);
        shownComplete = marked;
    }

    private void drawGround(Canvas canvas, WallContents.Cell next, double marked) {
        Palette palette = spec.theme().palette();
        Color ground = palette.background();
        Color fill = ground;
        Color rim = colors.line();
        if (next.lost()) {
            rim = WallColors.mixed(colors.line(), palette.muted(), next.settled());
        } else if (spec.members().get(index).finalLoss().isPresent()) {
            Color tint = colors.tint(losses.position(spec.members().get(index).finalLoss().getAsDouble()));
            fill = WallColors.mixed(ground, tint, next.settled());
            rim = WallColors.mixed(colors.line(), tint, next.settled());
        }
        canvas.graphics().setPaint(ground);
        canvas.graphics().fillRect(area.x, area.y, area.width, area.height);
        canvas.clearOpacity(area);
        double rimWidth = Math.max(1, RIM * layout.scale());
        rounded(canvas, 0, WallColors.mixed(rim, palette.ink(), marked));
        rounded(canvas, rimWidth + marked * Math.max(1, (FRAME - RIM) * layout.scale()), fill);
        Color dot = next.lost()
                ? WallColors.mixed(palette.dot(), ground, LOST_DOTS * next.settled()) : palette.dot();
        Tint tint = new Tint(dot);
        dots.forEach(mask -> mask.paint(canvas.pixels(), spec.size().width(), tint));
        if (!layout.namesColumns() && layout.hasValues()) {
            lines.write(canvas, area, name(), layout.labelSize(), area.x + area.width / 2.0,
                    area.y + (int) Math.rint(1.3 * layout.labelSize()), 0.5);
        }
    }

    private ImmutableList<Part> name() {
        Part label = Part.strong(spec.columns().labels().get(index), spec.theme().palette().text());
        return index > 0 ? ImmutableList.of(label)
                : ImmutableList.of(Part.regular(spec.columns().word() + " ", spec.theme().palette().muted()), label);
    }

    private void rounded(Canvas canvas, double inset, Color color) {
        double radius = Math.min(CORNER * layout.scale(), Math.min(area.width, area.height) / 4.0);
        ColumnMask.filled(Outlines.roundRectangle(area.x + inset, area.y + inset, area.width - 2 * inset,
                area.height - 2 * inset, Math.max(0.5, radius - inset / 2)), new AffineTransform())
                .paint(canvas.pixels(), spec.size().width(), new Tint(color));
    }

    private ColumnMask mask(WallContents.Cell next) {
        double[] y = pen.y();
        for (int i = 0; i < y.length; i++) {
            y[i] = pixelY(next.curve().get(i));
        }
        return pen.mask(next.lost() ? ghostStroke : curveStroke);
    }

    private void drawValue(Canvas canvas, int[] still, WallContents.Cell next, double marked, MacroblockSet touched) {
        if (!layout.hasValues()) {
            return;
        }
        ImmutableList<Part> parts = value(next, marked);
        if (parts.equals(value)) {
            return;
        }
        value = parts;
        int baseline = layout.valueBaseline(index);
        Rectangle place = layout.value(index);
        copy(still, canvas.pixels(), place);
        lines.write(canvas, place, parts, layout.valueSize(), place.getCenterX(), baseline, 0.5);
        touch(place, touched);
    }

    private ImmutableList<Part> value(WallContents.Cell next, double marked) {
        Palette palette = spec.theme().palette();
        if (next.lost() && next.ended()) {
            OptionalInt at = spec.members().get(index).divergedAt();
            ImmutableList<String> words = at.isEmpty() ? ImmutableList.of("diverging", "")
                    : ImmutableList.of("diverged at " + at.getAsInt(), "at " + at.getAsInt(), "" + at.getAsInt());
            return fitting(words.stream().map(word -> ImmutableList.of(Part.strong(word, palette.accent())))
                    .collect(ImmutableList.toImmutableList()));
        }
        if (next.lost()) {
            return fitting(ImmutableList.of(ImmutableList.of(Part.regular("diverging", palette.muted())), ImmutableList.of()));
        }
        String loss = WallNumber.loss(next.loss());
        if (marked > 0) {
            Part number = Part.strong(loss, palette.title());
            return fitting(ImmutableList.of(
                    ImmutableList.of(number, Part.strong("  lowest", WallColors.faded(palette.title(), marked))),
                    ImmutableList.of(number)));
        }
        return ImmutableList.of(new Part(loss, Typeface.Weight.REGULAR, next.ended() ? palette.title() : palette.muted()));
    }

    private ImmutableList<Part> fitting(ImmutableList<ImmutableList<Part>> choices) {
        return choices.stream().filter(parts -> lines.width(parts, layout.valueSize()) <= layout.value(index).width)
                .findFirst().orElse(choices.get(choices.size() - 1));
    }

    private void copy(int[] from, int[] to, Rectangle part) {
        int width = spec.size().width();
        for (int row = part.y; row < part.y + part.height; row++) {
            System.arraycopy(from, row * width + part.x, to, row * width + part.x, part.width);
        }
    }

    private static void touch(Rectangle part, MacroblockSet touched) {
        touched.addPixels(part.x, part.y, part.x + part.width - 1, part.y + part.height - 1);
    }
}
