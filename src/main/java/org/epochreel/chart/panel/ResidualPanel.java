package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.Need;
import org.epochreel.chart.axis.PanelAxes;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.data.Samples;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.text.PictureNumber;

/**
 * How far each training point lies above the first run's curve, over x, around a line at zero, with a band as wide as
 * the root of their mean square on both sides: noise is scattered evenly, a fit that lacks a bend leaves a pattern. The
 * scale suits the end of the run; what lies beyond at first waits at the edge.
 */
public final class ResidualPanel implements Panel {

    /** What the curve leaves of the points. */
    public static final PanelEntry ENTRY = new Entry();

    private static final String NAME = "residuals";
    private static final Wanted<Rows> OUTPUTS =
            new Wanted.AtPoints(Wanted.Points.TRAIN, Wanted.Numbers.OUTPUTS);

    // Of more points some are shown, evenly chosen.
    private static final int MOST = 500;
    // Times what nearly all are at the end, that are seen at the most; and that share.
    private static final double BEYOND_END = 3;
    private static final double NEARLY_ALL = 0.98;
    private static final double AIR = 1.08;
    // The grid is seen through the band.
    private static final int BAND_ALPHA = 110;
    // Of the size that dots have in the fit.
    private static final double SIZE = 0.8;

    private final PanelSite site;
    private final PanelLayout layout;
    private final Rectangle inside;
    private final Samples points;
    private final int[] chosen;
    private final DotLook look;
    private final Tiles tiles;
    private boolean drawn;

    private record Entry() implements PanelEntry {

        @Override
        public PanelKind kind() {
            return PanelKind.RESIDUALS;
        }

        @Override
        public ImmutableSet<Need> needs() {
            return ImmutableSet.of();
        }

        @Override
        public ImmutableSet<Wanted<?>> wanted(ChartSpec spec, double scale, PanelLayout layout) {
            return ImmutableSet.of(OUTPUTS);
        }

        @Override
        public ImmutableSet<Wanted<?>> wantedAtEnd() {
            return ImmutableSet.of(OUTPUTS);
        }

        @Override
        public Optional<PanelAxes> axes(ChartSpec spec, Rectangle inside, double air) {
            double reach = reach(spec);
            return Optional.of(PanelAxes.besideData(spec, new Range(-reach, reach)));
        }

        @Override
        public Panel panel(PanelSite site) {
            return new ResidualPanel(site);
        }
    }

    private ResidualPanel(PanelSite site) {
        this.site = site;
        this.layout = site.layout();
        this.inside = layout.plot().inside();
        this.points = site.spec().points();
        int every = (points.count() + MOST - 1) / MOST;
        this.chosen = IntStream.range(0, points.count()).filter(i -> i % every == 0).toArray();
        double[] end = residuals(points, site.spec().runs().get(0).atEnd().to(OUTPUTS));
        this.look = DotLook.of(site.theme(), SIZE * site.scale(), inside,
                Arrays.stream(chosen).mapToDouble(i -> layout.pixelX(points.x().get(i))).toArray(),
                Arrays.stream(chosen).mapToDouble(i -> layout.pixelY(end[i])).toArray());
        this.tiles = new Tiles(site.spec().size(), layout.cell(), site.lettering());
    }

    /** How far from zero the axis reaches. */
    private static double reach(ChartSpec spec) {
        double[] y = spec.points().y().stream().filter(Double::isFinite).toArray();
        double mean = DoubleStream.of(y).average().orElse(0);
        double spread = DoubleStream.of(y).map(value -> Math.abs(value - mean)).max().orElse(1);
        double[] end = DoubleStream.of(residuals(spec.points(), spec.runs().get(0).atEnd().to(OUTPUTS)))
                .map(Math::abs).filter(Double::isFinite).sorted().toArray();
        double usual = end.length == 0 ? spread : end[(int) (NEARLY_ALL * (end.length - 1))];
        double reach = AIR * Math.min(spread, BEYOND_END * usual);
        double least = 1e-12 * Math.max(Math.abs(mean), spread);
        return reach > least && reach < Double.MAX_VALUE / 4 ? reach : Math.max(spread, Math.max(least, 1e-300)) * AIR;
    }

    private static double[] residuals(Samples points, Rows outputs) {
        double[] residuals = new double[points.count()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = points.y().get(i) - outputs.at(0, i);
        }
        return residuals;
    }

    @Override
    public boolean needsStill(FrameContents contents) {
        return !drawn;
    }

    @Override
    public void drawStill(Canvas canvas, FrameContents contents) {
        drawn = true;
        PlotFrame frame = new PlotFrame(site);
        frame.drawGrid(canvas.graphics());
        frame.drawAxes(canvas.graphics());
        Annotations words = new Annotations(site);
        words.name(NAME, NAME);
        words.marks().forEach(mark -> mark.draw(canvas, layout.cell(), site.lettering()));
        tiles.forget();
    }

    @Override
    public void drawMoving(Canvas canvas, int[] still, FrameContents contents, MacroblockSet touched) {
        double[] residuals = residuals(points, contents.runs().get(0).answers().to(OUTPUTS));
        double meanSquare = DoubleStream.of(residuals).map(one -> one * one).average().orElse(0);
        tiles.show(marks(residuals, Math.sqrt(meanSquare)), Tiles.still(still), canvas, touched);
    }

    private ImmutableList<Optional<Mark>> marks(double[] residuals, double spread) {
        Theme theme = site.theme();
        Color stick = theme.palette().stick();
        ImmutableList.Builder<Optional<Mark>> marks = ImmutableList.builder();
        if (spread < Double.MAX_VALUE / 4) {
            int top = (int) Math.rint(Math.max(inside.y, layout.pixelY(spread)));
            int bottom = (int) Math.rint(Math.min(inside.getMaxY(), layout.pixelY(-spread)));
            marks.add(Optional.of(new Mark.Fill(new Rectangle(inside.x, top, inside.width, Math.max(1, bottom - top)),
                    new Color(stick.getRed(), stick.getGreen(), stick.getBlue(), BAND_ALPHA))));
        } else {
            marks.add(Optional.empty());
        }
        int line = (int) Math.max(1, Math.rint(theme.lines().spine() * site.scale()));
        marks.add(Optional.of(new Mark.Fill(new Rectangle(
                inside.x, (int) Math.rint(layout.pixelY(0) - line / 2.0), inside.width, line), theme.palette().curve())));
        for (int i : chosen) {
            double x = layout.pixelX(points.x().get(i));
            double y = layout.pixelY(residuals[i]);
            if (Double.isNaN(y) || x < inside.x || x > inside.getMaxX()) {
                marks.add(Optional.empty());
                marks.add(Optional.empty());
                continue;
            }
            double radius = look.diameter() / 2;
            double seen = Math.max(inside.y + radius, Math.min(inside.getMaxY() - radius, y));
            marks.add(look.rim() == 0 ? Optional.empty() : Optional.of(new Mark.Disc(
                    x, seen, look.diameter() + 2 * look.rim(), theme.palette().background())));
            marks.add(Optional.of(new Mark.Disc(x, seen, look.diameter(), theme.palette().dot())));
        }
        marks.add(value(spread));
        return marks.build();
    }

    private Optional<Mark> value(double spread) {
        if (Double.isNaN(spread)) {
            return Optional.empty();
        }
        Annotations pen = new Annotations(site);
        String text = "\u00B1 " + PictureNumber.loss(spread);
        boolean shown = pen.fitsHeading(pen.width("\u00B1 " + PictureNumber.loss(1.234e-10)), NAME)
                && pen.headingValue(text, 0, NAME, site.theme().palette().text());
        return shown ? Optional.of(pen.marks().get(0)) : Optional.empty();
    }
}
