package org.epochreel.chart.draw;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.FrameContents;
import org.epochreel.chart.RateEvent;
import org.epochreel.chart.layout.ChartLayout;
import org.epochreel.chart.layout.ChartLayout.Label;
import org.epochreel.chart.mask.Canvas;
import org.epochreel.chart.pen.Lettering;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;

/**
 * The learning rate's place in the readout while a change of it is told: the old value rises and fades, the new one
 * comes from below in the colour of what departs, and so does the label's colour; later it becomes that of text again.
 */
final class RateReadout {

    private static final int STEPS = 16;

    private final Theme theme;
    private final TextPlace value;
    private final Optional<Label> label;
    private final Typeface strong;

    /**
     * What is seen of a change.
     *
     * @param slid how far the new value has come, from 0 to 1
     * @param colored how much of the colour is seen, from 0 to 1
     */
    record Told(String from, String to, double slid, double colored) {}

    private RateReadout(Theme theme, TextPlace value, Optional<Label> label, Typeface strong) {
        this.theme = theme;
        this.value = value;
        this.label = label;
        this.strong = strong;
    }

    /** The place, and its index among the layout's cells; nothing where no learning rate is shown. */
    static Optional<RateReadout> of(ChartSpec spec, ChartLayout layout, Typefaces typefaces) {
        int index = index(spec);
        if (index < 0 || layout.cells().size() != spec.readout().size()) {
            return Optional.empty();
        }
        TextPlace place = layout.cells().get(index);
        String text = spec.readout().get(index).label();
        Optional<Label> label = layout.labels().stream()
                .filter(one -> one.text().equals(text) && one.place().baseline() == place.baseline() && !one.upwards())
                .findFirst();
        return Optional.of(new RateReadout(spec.theme(), place, label,
                typefaces.of(spec.theme().type().titleWeight())));
    }

    static int index(ChartSpec spec) {
        for (int i = 0; i < spec.readout().size(); i++) {
            if (spec.readout().get(i).rate()) {
                return i;
            }
        }
        return -1;
    }

    Optional<Told> told(FrameContents contents) {
        return contents.telling().event().map(event -> new Told(event.from(), event.to(), slid(event), colored(event)));
    }

    private static double slid(RateEvent event) {
        double part = Math.max(0, Math.min(1, (event.seconds() - RateEvent.RATE_SLIDES_FROM)
                / (RateEvent.RATE_SLIDES_TO - RateEvent.RATE_SLIDES_FROM)));
        return part * part * (3 - 2 * part);
    }

    private static double colored(RateEvent event) {
        double left = (RateEvent.GONE - event.seconds()) / (RateEvent.GONE - RateEvent.FADES_FROM);
        return Math.rint(STEPS * Math.min(slid(event), Math.max(0, Math.min(1, left)))) / STEPS;
    }

    /** Pixels that a change may alter. */
    ImmutableList<Rectangle> areas() {
        return label.isEmpty() ? ImmutableList.of(value.area())
                : ImmutableList.of(value.area(), label.get().place().area());
    }

    /** Draws a change where the picture is as it is without one, but for the value. */
    void draw(Canvas canvas, Lettering lettering, Told told) {
        Color color = theme.palette().second();
        label.ifPresent(one -> {
            Rectangle area = canvas.within(one.place().area());
            canvas.graphics().setPaint(theme.palette().background());
            canvas.graphics().fillRect(area.x, area.y, area.width, area.height);
            canvas.clearOpacity(area);
            new TextPlace(one.place().area(), one.place().baseline(), one.place().typeface(), one.place().size(),
                    mixed(one.place().color(), color, told.colored), one.place().alignment())
                            .draw(canvas, lettering, one.text());
        });
        write(canvas, lettering, told.from, value.baseline() - told.slid * value.size(), value.color(), 1 - told.slid,
                value.typeface());
        write(canvas, lettering, told.to, value.baseline() + (1 - told.slid) * value.size(),
                mixed(value.color(), color, told.slid < 1 ? 1 : told.colored), told.slid, face(told));
    }

    // The strong letters where they fit.
    private Typeface face(Told told) {
        return told.colored > 0 && strong.width(told.to, value.size()) <= value.area().width ? strong : value.typeface();
    }

    private void write(Canvas canvas, Lettering lettering, String text, double baseline, Color color, double opacity,
            Typeface typeface) {
        if (opacity <= 0) {
            return;
        }
        Rectangle area = value.area();
        double x = area.x + Math.rint(value.alignment() * (area.width - typeface.width(text, value.size())));
        lettering.write(canvas, canvas.within(area), typeface, value.size(), text, x, (int) Math.rint(baseline),
                new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.rint(255 * opacity)));
    }

    private static Color mixed(Color from, Color to, double part) {
        return new Color(mixed(from.getRed(), to.getRed(), part), mixed(from.getGreen(), to.getGreen(), part),
                mixed(from.getBlue(), to.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.rint(from + part * (to - from));
    }
}
