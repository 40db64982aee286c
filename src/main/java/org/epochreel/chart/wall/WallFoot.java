package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.wall.Lines.Part;
import org.epochreel.frame.MacroblockSet;

/** The foot of a wall: what tints mean, the medians, how many diverged. */
final class WallFoot {

    private static final double RAMP = 300;
    private static final double MOST_RAMP = 0.16;
    private static final double RAMP_HEIGHT = 22;

    private final WallSpec spec;
    private final WallLayout layout;
    private final Lines lines;
    private final LossScale losses;
    private final Palette palette;
    private final WallColors colors;
    private double shownComplete = -1;
    private double shownGathered = -1;

    WallFoot(WallSpec spec, WallLayout layout, Lines lines, LossScale losses) {
        this.spec = spec;
        this.layout = layout;
        this.lines = lines;
        this.losses = losses;
        this.palette = spec.theme().palette();
        this.colors = WallColors.of(spec.theme());
    }

    void forget() {
        shownComplete = -1;
    }

    /**
     * Draws the foot, if it is not what is shown.
     *
     * @param complete as {@link WallContents#complete}
     * @param gathered from 0 to 1, as the cells give way to the one plot
     */
    void draw(Canvas canvas, double complete, double gathered, MacroblockSet touched) {
        if (complete == shownComplete && gathered == shownGathered) {
            return;
        }
        shownComplete = complete;
        shownGathered = gathered;
        int top = layout.footBaseline(0) - layout.px(26);
        Rectangle place = new Rectangle(0, top, spec.size().width(), spec.size().height() - top);
        canvas.graphics().setPaint(palette.background());
        canvas.graphics().fillRect(place.x, place.y, place.width, place.height);
        canvas.clearOpacity(place);
        double leftEnd = drawRamp(canvas, place, 1 - gathered);
        if (gathered > 0 && spec.lowest() >= 0) {
            leftEnd = Math.max(leftEnd, drawLowest(canvas, place, gathered));
        }
        if (complete > 0) {
            drawMedians(canvas, place, complete, gathered, leftEnd + 2 * layout.labelSize());
        }
        touched.addPixels(place.x, place.y, place.x + place.width - 1, place.y + place.height - 1);
    }

    // Returns where it ends.
    private double drawRamp(Canvas canvas, Rectangle place, double opacity) {
        if (spec.lowest() < 0) {
            return layout.left();
        }
        double size = layout.labelSize();
        int baseline = layout.footBaseline(0);
        ImmutableList<Part> words = ImmutableList.of(part("final loss", palette.muted(), opacity, false));
        lines.write(canvas, place, words, size, layout.left(), baseline, 0);
        int x = (int) Math.ceil(layout.left() + lines.width(words, size) + 1.6 * size);
        int width = (int) Math.min(layout.px(RAMP), MOST_RAMP * spec.size().width());
        int height = layout.px(RAMP_HEIGHT);
        int y = (int) Math.rint(baseline - 0.36 * size - height / 2.0);
        for (int i = 0; i < width; i++) {
            Color tint = colors.tint((double) i / (width - 1));
            canvas.graphics().setPaint(WallColors.mixed(palette.background(), tint, opacity));
            canvas.graphics().fillRect(x + i, y, 1, height);
        }
        canvas.clearOpacity(canvas.within(new Rectangle(x, y, width, height)));
        int below = layout.footBaseline(1);
        lines.write(canvas, place, ImmutableList.of(part(WallNumber.loss(losses.highest()), palette.text(), opacity, false)),
                layout.tickSize(), x, below, 0);
        lines.write(canvas, place, ImmutableList.of(part(WallNumber.loss(losses.lowest()), palette.text(), opacity, false)),
                layout.tickSize(), x + width, below, 1);
        return x + width;
    }

    private double drawLowest(Canvas canvas, Rectangle place, double opacity) {
        WallSpec.Member member = spec.members().get(spec.lowest());
        ImmutableList<Part> parts = ImmutableList.of(
                part("lowest  ", palette.muted(), opacity, false),
                part(WallNumber.loss(member.finalLoss().getAsDouble()), palette.title(), opacity, true),
                part("  " + member.name(), palette.text(), opacity, false));
        lines.write(canvas, place, parts, layout.labelSize(), layout.edge(), layout.footBaseline(0), 0);
        return layout.edge() + lines.width(parts, layout.labelSize());
    }

    private void drawMedians(Canvas canvas, Rectangle place, double opacity, double gathered, double from) {
        long diverged = spec.diverged();
        if (diverged > 0) {
            lines.write(canvas, place, ImmutableList.of(part(diverged + " of " + spec.members().size() + " diverged",
                    palette.accent(), opacity, false)), layout.labelSize(), layout.right(), layout.footBaseline(1), 1);
        }
        List<ImmutableList<Part>> choices = List.of(
                medians("median loss of those that ended", opacity, gathered),
                medians("median loss", opacity, gathered),
                bestMedian(opacity));
        for (ImmutableList<Part> parts : choices) {
            if (!parts.isEmpty() && layout.right() - lines.width(parts, layout.labelSize()) >= from) {
                lines.write(canvas, place, parts, layout.labelSize(), layout.right(), layout.footBaseline(0), 1);
                return;
            }
        }
    }

    private ImmutableList<Part> medians(String words, double opacity, double gathered) {
        if (spec.medians().isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        parts.add(part(words, palette.muted(), opacity, false));
        for (int i = 0; i < spec.medians().size(); i++) {
            WallSpec.Median median = spec.medians().get(i);
            Color group = WallColors.mixed(palette.muted(), GatheredPlot.color(spec, i), gathered);
            parts.add(part(median.group().isEmpty() ? "  " : "   " + median.group() + ": ", group, opacity, false));
            if (median.loss().isEmpty()) {
                parts.add(part("none", palette.accent(), opacity, false));
                continue;
            }
            parts.add(part(WallNumber.loss(median.loss().getAsDouble()), palette.title(), opacity, true));
            if (median.count() < median.of()) {
                parts.add(part(" (" + median.count() + " of " + median.of() + ")", palette.muted(), opacity, false));
            }
        }
        return parts.build();
    }

    private ImmutableList<Part> bestMedian(double opacity) {
        return spec.medians().stream().filter(median -> median.loss().isPresent())
                .min((a, b) -> Double.compare(a.loss().getAsDouble(), b.loss().getAsDouble()))
                .map(median -> ImmutableList.of(
                        part("lowest median ", palette.muted(), opacity, false),
                        part(WallNumber.loss(median.loss().getAsDouble()), palette.title(), opacity, true),
                        part(" at " + median.group() + " ("
                                + median.count() + " of " + median.of() + ")", palette.muted(), opacity, false)))
                .orElse(ImmutableList.of());
    }

    private static Part part(String text, Color color, double opacity, boolean strong) {
        Color faded = WallColors.faded(color, opacity);
        return strong ? Part.strong(text, faded) : Part.regular(text, faded);
    }
}
