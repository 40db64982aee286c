package org.epochreel.chart.layout;

import com.google.common.collect.ImmutableList;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.axis.Axis;
import org.epochreel.chart.axis.Marks;
import org.epochreel.chart.axis.Ticks.Tick;
import org.epochreel.chart.layout.ChartLayout.Label;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Theme.Composition;
import org.epochreel.chart.pen.Typeface;

/**
 * What the axes of the data are called: in an open theme x under the right end of its axis and y above the top of its
 * own; in a boxed one x under the middle and y upwards along the box, as matplotlib does.
 */
final class AxisLabels {

    /** Height of a row, in ems of ticks' labels. */
    private static final double ROW = 1.5;

    /** From the ticks' labels below a plot to the baseline of what x is called, in ems. */
    static final double BASELINE = 0.95 * ROW;

    private final ChartSpec spec;
    private final Theme theme;
    private final Typeface typeface;
    private final double scale;
    private final double em;

    /** @param em pixels per em of ticks' labels and of these */
    AxisLabels(ChartSpec spec, Typeface typeface, double scale, double em) {
        this.spec = spec;
        this.theme = spec.theme();
        this.typeface = typeface;
        this.scale = scale;
        this.em = em;
    }

    Marks xMarks(int intervals) {
        return new Axis.Values(spec.x(), spec.axes().xDates()).marks(intervals);
    }

    Marks yMarks(int intervals) {
        return new Axis.Values(spec.y(), Optional.empty()).marks(intervals);
    }

    Optional<String> xText(Marks marks) {
        return marks.text(spec.axes().xLabel());
    }

    Optional<String> yText(Marks marks) {
        return marks.text(spec.axes().yLabel());
    }

    /** Pixels that a row takes if there is a text for it. */
    double row(Optional<String> text) {
        return text.isPresent() ? ROW * em : 0;
    }

    /** Widest of the marks' labels, in pixels. */
    double width(ImmutableList<Tick> ticks) {
        double widest = 0;
        for (Tick tick : ticks) {
            widest = Math.max(widest, typeface.width(tick.label(), em));
        }
        return widest;
    }

    /** Pixels from the spine to the far side of the marks' labels below a plot. */
    private double tickRow() {
        return (theme.lines().tick() + theme.lines().tickGap()) * scale + Typeface.CAP_HEIGHT * em;
    }

    /** Pixels that a text is wide. */
    double width(String text) {
        return typeface.width(text, em);
    }

    /** Under a plot: at its right end, in a boxed theme in the middle. */
    Label below(Rectangle inside, int spine, String text) {
        return below(inside, spine, text, BASELINE * em);
    }

    /** As the other, {@code down} pixels below the ticks' labels. */
    Label below(Rectangle inside, int spine, String text, double down) {
        int baseline = inside.y + inside.height + spine + (int) Math.rint(tickRow() + down);
        boolean boxed = theme.composition() == Composition.BOXED;
        return new Label(TextPlace.line(inside.x, inside.width, baseline, typeface, em, theme.palette().muted(),
                boxed ? 0.5 : 1), text);
    }

    /** Above a plot's left spine. */
    Label above(Rectangle inside, int spine, String text) {
        return new Label(TextPlace.line(inside.x - spine, inside.width, inside.y - (int) Math.rint(0.45 * ROW * em),
                typeface, em, theme.palette().muted(), 0), text);
    }

    /** Upwards along a box, left of its marks' labels; nothing where there is no room. */
    Optional<Label> along(Rectangle inside, int spine, ImmutableList<Tick> ticks, String text) {
        double away = spine + (theme.lines().tick() + theme.lines().tickGap()) * scale + width(ticks) + 0.5 * em;
        int baseline = (int) Math.floor(inside.x - away);
        if (baseline < 0.8 * em) {
            return Optional.empty();
        }
        int bottom = spec.size().height() - inside.y - inside.height;
        return Optional.of(new Label(TextPlace.line(bottom, inside.height, baseline, typeface, em,
                theme.palette().muted(), 0.5), text, true));
    }
}
