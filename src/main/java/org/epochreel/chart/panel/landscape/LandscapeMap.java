package org.epochreel.chart.panel.landscape;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.chart.ShownRun;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.mask.Coverage;
import org.epochreel.chart.mask.Strips;
import org.epochreel.chart.mask.Tint;
import org.epochreel.chart.panel.Annotations;
import org.epochreel.chart.panel.Mark;
import org.epochreel.chart.panel.PanelSite;
import org.epochreel.chart.panel.PlotFrame;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.landscape.Landscape;
import org.epochreel.landscape.LossGrid;
import org.epochreel.landscape.Plane;
import org.epochreel.landscape.Position;
import org.epochreel.landscape.Window;
import org.epochreel.text.PictureNumber;

/** All of a landscape that stays the same: the map under the paths, and the texts and marks whose places are fixed. */
final class LandscapeMap {

    private static final String NAME = "loss landscape";
    private static final String BRIEF = "landscape";
    private static final double NUMBER_SIZE = 0.92;
    private static final double CONTOUR = 1.3;
    private static final double STEP_OF_DOTS = 9;
    private static final double DOT = 2.6;
    private static final double HALO = 0.14;
    private static final double CROSS = 12;
    private static final double CROSS_STROKE = 2.6;
    private static final double RATE_DOT = 11;
    private static final int MOST_RATES = 12;
    private static final int MOST_NAMED_RATES = 3;
    private static final double ROOM_OF_A_LEVEL = 2;
    private static final int FEWEST_LEVELS = 5;
    private static final int MOST_LEVELS = 16;
    private static final double SMALLEST_RING = 6;
    private static final double LONGEST_BAR = 0.22;

    private final PanelSite site;
    private final Theme theme;
    private final double scale;
    private final PanelLayout layout;
    private final Rectangle inside;
    private final double em;
    private final Typeface regular;
    private final Typeface strong;
    private final Landscape landscape;
    private final ImmutableList<PixelPath> paths;
    private final ImmutableList<ShownRun> runs;
    private final Crowd crowd = new Crowd();
    private final List<Mark> always = new ArrayList<>();
    private final List<RateMark> rates = new ArrayList<>();
    private Optional<LossMap> map = Optional.empty();
    private ImmutableList<LossMap.Line> lines = ImmutableList.of();
    private ImmutableList<ContourNumbers.Number> numbers = ImmutableList.of();

    /** What is shown of a change of the rate from its epoch on. */
    private record RateMark(int epoch, ImmutableList<Mark> marks) {}

    LandscapeMap(PanelSite site, Landscape landscape, ImmutableList<PixelPath> paths, ImmutableList<ShownRun> runs) {
        this.site = site;
        this.theme = site.theme();
        this.scale = site.scale();
        this.layout = site.layout();
        this.inside = layout.plot().inside();
        this.em = theme.type().small() * scale;
        this.regular = site.typefaces().of(Typeface.Weight.REGULAR);
        this.strong = site.typefaces().of(theme.type().titleWeight());
        this.landscape = landscape;
        this.paths = paths;
        this.runs = runs;
        paths.forEach(path -> crowd.add(path.x(), path.y()));
    }

    // The losses are measured when the first picture is drawn, not when a chart is laid out.
    private LossMap map() {
        if (map.isEmpty()) {
            LossGrid grid = landscape.losses().over(new Window(layout.x(), layout.y()));
            int most = (int) Math.max(FEWEST_LEVELS, Math.min(MOST_LEVELS, inside.height / (ROOM_OF_A_LEVEL * em)));
            LossMap made = new LossMap(grid, inside, scale, MapColors.of(theme), most);
            map = Optional.of(made);
            place(grid);
            // A ring no larger than a letter is no news.
            lines = made.lines().stream().filter(line -> !line.closed() || line.length() > SMALLEST_RING * em)
                    .collect(ImmutableList.toImmutableList());
            if (layout.plot().labelled()) {
                double size = NUMBER_SIZE * em;
                numbers = new ContourNumbers(made, inside, size, text -> regular.width(text, size), crowd).of(lines);
            }
        }
        return map.get();
    }

    /** Draws the ground. */
    void draw(Canvas canvas, PlotFrame frame) {
        LossMap shown = map();
        shown.fill(canvas);
        shown.draw(canvas, lines, CONTOUR * scale, numbers);
        for (ContourNumbers.Number number : numbers) {
            site.lettering().write(canvas, inside, regular, NUMBER_SIZE * em, number.text(), number.letters().getX(),
                    (int) Math.rint(number.letters().getMaxY()), theme.palette().text());
        }
        drawRest(canvas);
        if (landscape.plane().kind().isOfParameters() || theme.composition() == Theme.Composition.BOXED) {
            frame.drawAxes(canvas.graphics());
        } else {
            drawFrame(canvas);
        }
    }

    // Small dots on all of the way, which the paths cover as they come.
    private void drawRest(Canvas canvas) {
        Coverage dots = new Coverage(inside);
        Strips ignored = new Strips(inside);
        for (PixelPath path : paths) {
            double left = STEP_OF_DOTS * scale;
            double step = Math.max(4, STEP_OF_DOTS * scale);
            for (int i = 1; i <= path.last(); i++) {
                double dx = path.x()[i] - path.x()[i - 1];
                double dy = path.y()[i] - path.y()[i - 1];
                double length = Math.sqrt(dx * dx + dy * dy);
                double done = left;
                for (; done <= length; done += step) {
                    double x = path.x()[i - 1] + dx * done / length;
                    double y = path.y()[i - 1] + dy * done / length;
                    dots.addLine(x, y, x, y, Math.max(1, DOT * scale), ignored);
                }
                left = done - length;
            }
        }
        dots.paint(canvas.pixels(), canvas.image().getWidth(), inside, new Tint(theme.palette().muted()));
    }

    private void drawFrame(Canvas canvas) {
        int line = layout.plot().spine();
        canvas.graphics().setPaint(theme.palette().spine());
        canvas.graphics().fillRect(inside.x - line, inside.y, line, inside.height + line);
        canvas.graphics().fillRect(inside.x, inside.y + inside.height, inside.width, line);
        canvas.graphics().fillRect(inside.x, inside.y, inside.width, line);
        canvas.graphics().fillRect(inside.x + inside.width - line, inside.y, line, inside.height);
    }

    /** What stands around the plot, but for the heading. */
    ImmutableList<Mark> words() {
        ImmutableList.Builder<Mark> words = ImmutableList.builder();
        if (layout.plot().labelled() && !landscape.plane().kind().isOfParameters()) {
            footer(words);
        }
        return words.build();
    }

    /** Writes the heading; the pixels of its row that it takes. */
    double heading(Annotations pen) {
        return layout.heading().map(place -> heading(place, pen)).orElse(0.0);
    }

    private double heading(TextPlace place, Annotations pen) {
        double room = place.area().width;
        String name = place.typeface().width(NAME, place.size()) <= room ? NAME : BRIEF;
        double width = place.typeface().width(name, place.size());
        pen.add(new Mark.Words(name, place.area().x, place.baseline(), width, place.typeface(), place.size(),
                place.color()));
        double gap = 0.3 * place.size();
        for (String remark : remarks()) {
            double wide = regular.width(remark, place.size());
            if (width + gap + wide <= room) {
                pen.add(new Mark.Words(remark, place.area().x + Math.rint(width + gap), place.baseline(), wide, regular,
                        place.size(), theme.palette().muted()));
                return width + gap + wide;
            }
        }
        return width;
    }

    /** What the heading says of the plane, from long to short. */
    private ImmutableList<String> remarks() {
        Plane plane = landscape.plane();
        String axes = plane.secondAxis() + " over " + plane.firstAxis();
        return switch (plane.kind()) {
            case EXACT -> ImmutableList.of("exact, " + axes, "exact");
            case PARAMETERS -> ImmutableList.of(axes + ", the others as they end", axes);
            case TRAJECTORY -> ImmutableList.of("plane of the path, " + share(plane) + " of its motion",
                    share(plane) + " of the path\u2019s motion", share(plane) + " of the path", share(plane));
            case RANDOM -> ImmutableList.of("random plane, " + share(plane) + " of the path\u2019s motion",
                    "random plane, " + share(plane), "random plane");
        };
    }

    private static String share(Plane plane) {
        BigDecimal percent = new BigDecimal(100 * plane.share()).setScale(1, RoundingMode.HALF_EVEN);
        return percent.compareTo(new BigDecimal("100.0")) >= 0 && plane.share() < 1 - 1e-9
                ? "over 99.9\u00A0%" : percent.toPlainString() + "\u00A0%";
    }

    private void footer(ImmutableList.Builder<Mark> words) {
        int baseline = (int) Math.rint(inside.getMaxY() + layout.plot().spine()
                + (theme.lines().tickGap() + theme.lines().tick()) * scale + Typeface.CAP_HEIGHT * em);
        double unit = inside.width / (layout.x().to() - layout.x().from());
        BigDecimal length = round(LONGEST_BAR * inside.width / unit);
        double bar = length.doubleValue() * unit;
        double right = inside.getMaxX();
        double middle = baseline - Typeface.CAP_HEIGHT * em / 2;
        double stroke = Math.max(1, theme.lines().spine() * scale);
        words.add(new Mark.Stroke(right - bar, middle, right - stroke / 2, middle, stroke, theme.palette().muted()));
        String number = PictureNumber.shortest(length);
        double end = right - bar - 0.5 * em;
        for (String text : List.of(number + " in the parameters", number)) {
            double wide = regular.width(text, em);
            if (end - wide > inside.x) {
                words.add(new Mark.Words(text, Math.rint(end - wide), baseline, wide, regular, em,
                        theme.palette().muted()));
                String legend = "lines: equal loss";
                double legendWide = regular.width(legend, em);
                if (inside.x + legendWide + 2 * em < end - wide) {
                    words.add(new Mark.Words(legend, inside.x, baseline, legendWide, regular, em, theme.palette().muted()));
                }
                return;
            }
        }
    }

    /** The largest of 1, 2 and 5 times a power of ten that is not above a number. */
    private static BigDecimal round(double most) {
        BigDecimal exact = new BigDecimal(most);
        int exponent = exact.precision() - exact.scale() - 1;
        for (int mantissa : new int[] {5, 2}) {
            BigDecimal found = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
            if (found.compareTo(exact) <= 0) {
                return found;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }

    // Texts in the plot get their places once, in the order of their weight, before the numbers of lines.
    private void place(LossGrid grid) {
        boolean lettered = layout.plot().labelled();
        for (int i = 0; i < paths.size(); i++) {
            PixelPath path = paths.get(i);
            Color color = paths.size() == 1 ? runs.get(i).color() : theme.palette().ink();
            ring(path.x()[0], path.y()[0], color);
            boolean same = i > 0 && path.x()[0] == paths.get(0).x()[0] && path.y()[0] == paths.get(0).y()[0];
            if (lettered && !same) {
                always.addAll(label("start", path.x()[0], path.y()[0], strong, em, color));
            }
        }
        grid.least().ifPresent(position -> cross(position, lettered));
        for (int i = 0; i < paths.size(); i++) {
            placeRates(runs.get(i), paths.get(i), lettered);
        }
    }

    private void ring(double x, double y, Color color) {
        double point = theme.lines().point() * scale;
        double rim = Math.max(1, theme.lines().rim() * scale);
        always.add(new Mark.Disc(x, y, point + 1.2 * rim, theme.palette().background()));
        always.add(new Mark.Disc(x, y, point, color));
        always.add(new Mark.Disc(x, y, point - 2.4 * rim, theme.palette().background()));
        crowd.add(new Rectangle2D.Double(x - point, y - point, 2 * point, 2 * point));
    }

    private void cross(Position least, boolean lettered) {
        double x = layout.pixelX(least.x());
        double y = layout.pixelY(least.y());
        double arm = CROSS * scale;
        double stroke = Math.max(1.2, CROSS_STROKE * scale);
        Color ink = theme.palette().ink();
        Color ground = theme.palette().background();
        for (boolean under : new boolean[] {true, false}) {
            double more = under ? Math.max(1, 1.6 * scale) : 0;
            always.add(new Mark.Stroke(x - arm - more, y, x + arm + more, y, stroke + 2 * more, under ? ground : ink));
            always.add(new Mark.Stroke(x, y - arm - more, x, y + arm + more, stroke + 2 * more, under ? ground : ink));
        }
        crowd.add(new Rectangle2D.Double(x - arm, y - arm, 2 * arm, 2 * arm));
        if (lettered) {
            always.addAll(label("least loss", x, y, regular, NUMBER_SIZE * em, theme.palette().ink()));
        }
    }

    private void placeRates(ShownRun run, PixelPath path, boolean lettered) {
        if (run.cutoffs().length() > MOST_RATES) {
            return;
        }
        Color color = theme.palette().second();
        for (int i = 0; i < run.cutoffs().length(); i++) {
            int epoch = run.cutoffs().get(i);
            if (epoch >= path.last()) {
                continue;
            }
            double x = path.x()[epoch];
            double y = path.y()[epoch];
            double point = Math.max(4, RATE_DOT * scale);
            ImmutableList.Builder<Mark> marks = ImmutableList.builder();
            marks.add(new Mark.Disc(x, y, point + 2 * Math.max(1, theme.lines().rim() * scale), theme.palette().background()));
            marks.add(new Mark.Disc(x, y, point, color));
            crowd.add(new Rectangle2D.Double(x - point, y - point, 2 * point, 2 * point));
            if (lettered && i < MOST_NAMED_RATES && paths.size() == 1) {
                String text = "rate " + PictureNumber.rate(run.metrics().learningRate().get(epoch + 1));
                marks.addAll(label(text, x, y, strong, em, color));
            }
            rates.add(new RateMark(epoch, marks.build()));
        }
    }

    /** A text beside a point where it meets least; nothing where it would meet other texts everywhere. */
    private ImmutableList<Mark> label(String text, double x, double y, Typeface typeface, double size, Color color) {
        double wide = typeface.width(text, size);
        double high = Typeface.CAP_HEIGHT * size;
        double away = 0.5 * theme.lines().point() * scale + 0.55 * size;
        double[][] corners = {
            {x + away, y - away / 2 - high}, {x + away, y + away / 2}, {x - away - wide, y - away / 2 - high},
            {x - away - wide, y + away / 2}, {x - wide / 2, y - away - high}, {x - wide / 2, y + away},
            {x + away, y - high / 2}, {x - away - wide, y - high / 2},
            {x - wide / 2, y - 2 * away - high}, {x - wide / 2, y + 2 * away}};
        Rectangle2D best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double[] corner : corners) {
            Rectangle2D letters = new Rectangle2D.Double(corner[0], corner[1], wide, high);
            Rectangle2D around = Crowd.grown(letters, 0.25 * size, 0.35 * size);
            if (!inside.contains(around) || crowd.meetsText(letters, 0.2 * size)) {
                continue;
            }
            int points = crowd.pointsIn(around);
            if (points < least) {
                least = points;
                best = letters;
            }
        }
        if (best == null) {
            return ImmutableList.of();
        }
        crowd.add(best);
        Mark.Words words = new Mark.Words(text, Math.rint(best.getX()), (int) Math.rint(best.getMaxY()), wide, typeface,
                size, color);
        return ImmutableList.of(new Mark.Halo(words, Math.max(1, HALO * size), theme.palette().background()), words);
    }

    /** What lies above the paths at an epoch, but for their heads. */
    ImmutableList<Mark> marks(int epoch) {
        map();
        ImmutableList.Builder<Mark> marks = ImmutableList.<Mark>builder().addAll(always);
        rates.stream().filter(rate -> epoch >= rate.epoch).forEach(rate -> marks.addAll(rate.marks));
        return marks.build();
    }
}
