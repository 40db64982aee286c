package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.ColumnMask;
import org.epochreel.chart.mask.CurvePen;
import org.epochreel.chart.mask.PolylinePen;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.wall.Lines.Part;
import org.epochreel.data.Samples;

/**
 * The one plot over the points into which all final curves fly. Cells fade first, then each curve sets out, the highest
 * loss first, and as they arrive axes and points come up under them.
 */
final class GatheredPlot {

    private static final double CELLS_GONE = 0.25;
    private static final double AXES_FROM = 0.4;
    private static final double AXES_THERE = 0.8;
    /** Part of the whole time by which the last curve sets out later than the first. */
    private static final double STAGGER = 0.25;
    private static final double LEAST_OPACITY = 0.35;
    private static final double MOST_OPACITY = 0.9;
    private static final double LINE = 3;
    private static final double LOWEST_LINE = 6;
    private static final double DOT = 11;
    private static final double FEWEST_DOTS = 100;
    private static final int MOST_COLORED_GROUPS = 3;
    private static final int INTERVALS = 6;
    private static final double STEP = 3;

    private final WallSpec spec;
    private final WallLayout layout;
    private final Lines lines;
    private final Rectangle plot;
    private final ImmutableList<Tick> xTicks;
    private final ImmutableList<Tick> yTicks;
    private final ImmutableDoubleArray x;
    private final List<Integer> order;
    private final LossScale losses;
    private PolylinePen pen;
    private ImmutableList<ColumnMask> dots;

    GatheredPlot(WallSpec spec, WallLayout layout, Lines lines, LossScale losses) {
        this.spec = spec;
        this.layout = layout;
        this.lines = lines;
        this.losses = losses;
        this.yTicks = new Axis.Values(spec.y(), java.util.Optional.empty()).ticks(INTERVALS);
        this.xTicks = new Axis.Values(spec.x(), spec.axes().xDates()).ticks(2 * INTERVALS);
        double numbers = yTicks.stream()
                .mapToDouble(tick -> lines.width(Part.regular(tick.label(), Color.BLACK), layout.labelSize())).max().orElse(0);
        this.plot = layout.gathered(numbers);
        int count = Math.max(32, (int) (plot.width / STEP)) + 1;
        ImmutableDoubleArray.Builder at = ImmutableDoubleArray.builder(count);
        for (int i = 0; i < count; i++) {
            at.add(spec.x().from() + i * ((spec.x().to() - spec.x().from()) / (count - 1)));
        }
        this.x = at.build();
        this.order = IntStream.range(0, spec.members().size()).boxed()
                .filter(i -> spec.members().get(i).finalLoss().isPresent())
                .sorted(Comparator.comparingDouble((Integer i) -> -spec.members().get(i).finalLoss().getAsDouble()))
                .toList();
    }

    /** The colour of a group's curves: their own where there are few groups. */
    static Color color(WallSpec spec, int group) {
        boolean colored = spec.medians().size() > 1 && spec.medians().size() <= MOST_COLORED_GROUPS;
        Palette palette = spec.theme().palette();
        return colored ? ImmutableList.of(palette.curve(), palette.second(), palette.third()).get(group) : palette.curve();
    }

    /** Ascending x at which the curves are wanted. */
    ImmutableDoubleArray x() {
        return x;
    }

    /** How much of the foot's change is done. */
    static double turned(double progress) {
        return ramp(progress, AXES_FROM, AXES_THERE);
    }

    /**
     * Draws everything between the line of progress and the foot.
     *
     * @param cells the picture of the cells without the curves that fly
     */
    void draw(Canvas canvas, int[] cells, WallContents.Gathering gathering) {
        Rectangle area = area();
        double progress = gathering.progress();
        blend(canvas, cells, area, 1 - ramp(progress, 0, CELLS_GONE));
        double there = turned(progress);
        if (there > 0) {
            drawAxes(canvas, area, there);
            dots().forEach(mask -> mask.paint(canvas.pixels(), spec.size().width(),
                    new Tint(WallColors.faded(spec.theme().palette().dot(), there))));
        }
        if (pen == null) {
            pen = new PolylinePen(area);
        }
        PolylineStroke thin = new PolylineStroke(Math.max(1, LINE * layout.scale()));
        for (int rank = 0; rank < order.size(); rank++) {
            int member = order.get(rank);
            double delay = order.size() == 1 ? 0 : STAGGER * rank / (order.size() - 1);
            double way = eased(Math.max(0, Math.min(1, (progress - delay) / (1 - STAGGER))));
            boolean lowest = rank == order.size() - 1;
            PolylineStroke stroke = lowest
                    ? new PolylineStroke(Math.max(1, (LINE + way * (LOWEST_LINE - LINE)) * layout.scale())) : thin;
            drawCurve(canvas, member, gathering.curves().get(member), way, stroke, lowest);
        }
    }

    private Rectangle area() {
        int top = layout.bar().y + layout.bar().height + 1;
        return new Rectangle(0, top, spec.size().width(), layout.footBaseline(0) - layout.px(26) - top);
    }

    private void blend(Canvas canvas, int[] cells, Rectangle area, double opacity) {
        canvas.graphics().setPaint(spec.theme().palette().background());
        canvas.graphics().fillRect(area.x, area.y, area.width, area.height);
        canvas.clearOpacity(area);
        if (opacity == 0) {
            return;
        }
        int[] pixels = canvas.pixels();
        int part = (int) Math.rint(256 * opacity);
        int ground = spec.theme().palette().background().getRGB() & 0xFFFFFF;
        for (int i = area.y * area.width; i < (area.y + area.height) * area.width; i++) {
            if (cells[i] != ground) {
                pixels[i] = mixed(ground, cells[i], part);
            }
        }
    }

    private static int mixed(int from, int to, int part) {
        int redBlue = ((from & 0xFF00FF) * (256 - part) + (to & 0xFF00FF) * part) >>> 8 & 0xFF00FF;
        int green = ((from & 0x00FF00) * (256 - part) + (to & 0x00FF00) * part) >>> 8 & 0x00FF00;
        return redBlue | green;
    }

    private void drawAxes(Canvas canvas, Rectangle area, double there) {
        Palette palette = spec.theme().palette();
        Color ground = palette.background();
        Graphics2D g = canvas.graphics();
        int line = Math.max(1, layout.px(2));
        double size = layout.labelSize();
        Color text = WallColors.faded(palette.text(), there);
        for (Tick tick : yTicks) {
            double y = pixelY(plot, share(tick.value(), spec.y().from(), spec.y().to()));
            g.setPaint(WallColors.mixed(ground, palette.grid().orElse(ground), there));
            g.fillRect(plot.x, (int) Math.floor(y - (line - 1) / 2.0), plot.width, line);
            lines.write(canvas, area, ImmutableList.of(Part.regular(tick.label(), text)), size,
                    plot.x - 0.6 * size, (int) Math.rint(y + Typeface.CAP_HEIGHT * size / 2), 1);
        }
        for (Tick tick : xTicks) {
            double at = plot.x + plot.width * share(tick.value(), spec.x().from(), spec.x().to());
            lines.write(canvas, area, ImmutableList.of(Part.regular(tick.label(), text)), size, at,
                    (int) Math.rint(plot.y + plot.height + 1.4 * size), 0.5);
        }
        g.setPaint(WallColors.mixed(ground, palette.spine(), there));
        g.fillRect(plot.x - line, plot.y + plot.height, plot.width + line, line);
        g.fillRect(plot.x - line, plot.y, line, plot.height);
        canvas.clearOpacity(area);
        Color muted = WallColors.faded(palette.muted(), there);
        spec.axes().yLabel().ifPresent(label -> lines.write(canvas, area, ImmutableList.of(Part.regular(label, muted)),
                size, plot.x + 0.5 * size, plot.y + (int) Math.rint(0.9 * size), 0));
        spec.axes().xLabel().ifPresent(label -> lines.write(canvas, area, ImmutableList.of(Part.regular(label, muted)),
                size, layout.right(), plot.y + plot.height - (int) Math.rint(0.5 * size), 1));
    }

    private ImmutableList<ColumnMask> dots() {
        if (dots == null) {
            ImmutableList.Builder<ColumnMask> all = ImmutableList.builder();
            ImmutableList<Samples> sets = spec.members().stream().map(WallSpec.Member::points).distinct()
                    .collect(ImmutableList.toImmutableList());
            for (Samples points : sets) {
                double crowd = Math.sqrt(Math.min(1, FEWEST_DOTS / Math.max(1, points.count() * (double) sets.size())));
                var dotPen = new CurvePen(plot, new double[0]).dots(DOT * Math.max(0.4, crowd) * layout.scale());
                for (int i = 0; i < points.count(); i++) {
                    dotPen.add(plot.x + plot.width * share(points.x().get(i), spec.x().from(), spec.x().to()),
                            pixelY(plot, share(points.y().get(i), spec.y().from(), spec.y().to())));
                }
                all.addAll(dotPen.take());
            }
            dots = all.build();
        }
        return dots;
    }

    private void drawCurve(Canvas canvas, int member, ImmutableDoubleArray curve, double way, PolylineStroke stroke,
            boolean lowest) {
        Rectangle from = layout.plot(member);
        double left = from.x + way * (plot.x - from.x);
        double top = from.y + way * (plot.y - from.y);
        double width = from.width + way * (plot.width - from.width);
        double height = from.height + way * (plot.height - from.height);
        double[] px = new double[x.length()];
        double[] py = new double[x.length()];
        for (int i = 0; i < px.length; i++) {
            px[i] = left + width * i / (px.length - 1);
            double up = share(curve.get(i), spec.y().from(), spec.y().to());
            py[i] = top + height * (1 - Math.max(-8, Math.min(9, up)));
        }
        double position = losses.position(spec.members().get(member).finalLoss().getAsDouble());
        double opacity = lowest ? 1 : LEAST_OPACITY + position * (MOST_OPACITY - LEAST_OPACITY);
        Color own = color(spec, spec.members().get(member).group());
        Color color = WallColors.mixed(spec.theme().palette().curve(), own, way);
        Rectangle clip = new Rectangle((int) Math.rint(left), (int) Math.rint(top), (int) Math.rint(width),
                (int) Math.rint(height)).intersection(area());
        pen.mask(px, py, stroke).paint(canvas, clip, 0, 0,
                new Tint(WallColors.faded(color, 1 + way * (opacity - 1))));
    }

    private static double share(double value, double from, double to) {
        return (value - from) / (to - from);
    }

    private static double pixelY(Rectangle plot, double share) {
        return plot.y + plot.height * (1 - share);
    }

    private static double ramp(double at, double from, double to) {
        return Math.max(0, Math.min(1, (at - from) / (to - from)));
    }

    /** Rest at both ends, and no jerk there: 6t^5 - 15t^4 + 10t^3. */
    private static double eased(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }
}
