package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.LogAxis;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.axis.StripAxes;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;

/** Lays out the strip of time under a lone panel: its name's row, the strip itself, and a row of epochs. */
final class StripPlace {

    /** Of the picture's height. */
    private static final double SHARE = 1.0 / 8;

    // Ems from the texts above to the name's baseline, in pictures of some height and in small ones.
    private static final double ROOMY = 1.6;
    private static final double TIGHT = 1.1;
    private static final double NAME_GAP = 0.55;
    private static final double TICK_SPACING = 1.5;
    private static final int MOST_INTERVALS = 3;
    private static final double LEAST_APART = 1.15;

    private final ChartSpec spec;
    private final Theme theme;
    private final double scale;
    private final double em;
    private final Typeface regular;
    private final Typeface nameFace;
    private final double xLabel;
    private final LogAxis axis;
    private final ImmutableList<Tick> ticks;

    /** @param xLabel pixels of the name of x, which shares the row of the strip's own; 0 without one */
    StripPlace(ChartSpec spec, Typefaces typefaces, double scale, double xLabel) {
        this.spec = spec;
        this.xLabel = xLabel;
        this.theme = spec.theme();
        this.scale = scale;
        this.em = theme.type().tick() * scale;
        this.regular = typefaces.of(Typeface.Weight.REGULAR);
        this.nameFace = typefaces.of(theme.type().titleWeight());
        this.axis = StripAxes.losses(spec);
        this.ticks = apart(axis.ticks((int) Math.max(1, Math.min(MOST_INTERVALS, stripHeight() / (TICK_SPACING * em))))
                .stream().filter(tick -> !tick.isMinor()).collect(ImmutableList.toImmutableList()));
    }

    // Labels that would touch are left out, but never the first and the last.
    private ImmutableList<Tick> apart(ImmutableList<Tick> all) {
        double pixels = stripHeight() / (axis.range().to() - axis.range().from());
        ImmutableList.Builder<Tick> kept = ImmutableList.builder();
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < all.size(); i++) {
            double value = all.get(i).value();
            double last = all.get(all.size() - 1).value();
            boolean free = (value - before) * pixels >= LEAST_APART * em && (last - value) * pixels >= LEAST_APART * em;
            if (i == 0 || free || i == all.size() - 1) {
                kept.add(all.get(i));
                before = value;
            }
        }
        return kept.build();
    }

    private int stripHeight() {
        return (int) Math.rint(SHARE * spec.size().height());
    }

    private double aboveName() {
        return (scale <= theme.leastScale() ? TIGHT : xLabel > 0 ? AxisLabels.BASELINE : ROOMY) * em;
    }

    private double belowStrip() {
        return (theme.lines().tickGap() + theme.lines().spine()) * scale + Typeface.CAP_HEIGHT * em;
    }

    /** Pixels from the ticks' labels to the name of x, or less where room is scarce. */
    double labelRow() {
        return aboveName();
    }

    /** Pixels from the texts above it to the baseline of the last row. */
    double height() {
        return aboveName() + NAME_GAP * em + stripHeight() + belowStrip();
    }

    /** Widest of the labels on its left. */
    double tickWidth() {
        return ticks.stream().mapToDouble(tick -> regular.width(tick.label(), em)).max().orElse(0);
    }

    /**
     * The strip as wide as a plot.
     *
     * @param inside of the plot above
     * @param top pixels at which the ticks' labels above it end
     */
    PanelLayout under(Rectangle inside, double top, int spine) {
        int baseline = (int) Math.rint(top + aboveName());
        int y = (int) Math.rint(baseline + NAME_GAP * em);
        Rectangle strip = new Rectangle(inside.x, y, inside.width, stripHeight());
        int above = (int) Math.rint(top + 0.1 * em);
        int below = (int) Math.min(spec.size().height(), Math.ceil(strip.getMaxY() + belowStrip() + 0.3 * em));
        TextPlace name = TextPlace.line(inside.x - spine, Math.max(1, inside.width + spine - room(xLabel)), baseline,
                nameFace, em, theme.palette().text(), 0);
        PlotLayout plot = new PlotLayout(strip, strip, spine, ImmutableList.of(), ticks, true, em);
        return new PanelLayout(new Rectangle(0, above, spec.size().width(), below - above), plot,
                StripAxes.epochs(spec).range(), axis.range(), new Rectangle(), Optional.of(name), Optional.empty());
    }

    private int room(double text) {
        return text > 0 ? (int) Math.ceil(text + em) : 0;
    }
}
