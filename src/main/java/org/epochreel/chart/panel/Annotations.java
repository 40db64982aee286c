package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;

/** Collects marked points and short texts of one panel. */
public final class Annotations {

    private static final double INSET = 0.3;
    private static final double PUSHED = 0.85;
    // A text that takes more of the plot's width would hide what it names.
    private static final double WIDEST = 0.75;
    private static final double NOTE_GAP = 0.45;
    private static final String OVER_EPOCHS = " by epoch";

    private final Theme theme;
    private final double scale;
    private final PanelLayout layout;
    private final Typeface typeface;
    private final double em;
    private final ImmutableList.Builder<Mark> marks = ImmutableList.builder();

    public Annotations(PanelSite site) {
        this.theme = site.theme();
        this.scale = site.scale();
        this.layout = site.layout();
        this.typeface = site.typefaces().of(Typeface.Weight.REGULAR);
        this.em = theme.type().small() * scale;
    }

    /** All that was collected, from back to front. */
    public ImmutableList<Mark> marks() {
        return marks.build();
    }

    /** Adds a mark of the panel's own. */
    public void add(Mark mark) {
        marks.add(mark);
    }

    /** Pixels per em of the texts that this writes. */
    public double em() {
        return em;
    }

    /** Whether the panel has room for words. */
    public boolean isLettered() {
        return layout.plot().labelled();
    }

    /** The plot's first column. */
    public double left() {
        return layout.plot().inside().x;
    }

    /** The first column right of the plot. */
    public double right() {
        return layout.plot().inside().getMaxX();
    }

    public double width(String text) {
        return typeface.width(text, em);
    }

    /** A full point in {@code color} with a rim of the background. */
    public void dot(double x, double y, Color color) {
        double diameter = theme.lines().point() * scale;
        disc(x, y, diameter + 2 * rim(), theme.palette().background());
        disc(x, y, diameter, color);
    }

    /** A point that is open in the middle. */
    public void ring(double x, double y, Color color) {
        double diameter = theme.lines().point() * scale;
        disc(x, y, diameter + 2 * rim(), color);
        disc(x, y, diameter - rim(), theme.palette().background());
    }

    /** An arrow from the plot's top upwards: what it is about lies beyond. */
    public void arrowUp(double x, Color color) {
        double size = 1.3 * theme.lines().point() * scale;
        marks.add(new Mark.Arrow(x, layout.plot().inside().y, size, color, rim(), theme.palette().background()));
    }

    private double rim() {
        return Math.max(1, theme.lines().rim() * scale);
    }

    private void disc(double x, double y, double diameter, Color color) {
        marks.add(new Mark.Disc(x, y, diameter, color));
    }

    private Mark.Words words(String text, double x, double baseline, Color color) {
        return words(text, new Rectangle2D.Double(x, baseline, width(text), 0), color);
    }

    private Mark.Words words(String text, Rectangle2D place, Color color) {
        return new Mark.Words(text, Math.rint(place.getX()), (int) Math.rint(place.getMaxY()), place.getWidth(), typeface,
                em, color);
    }

    /** The letters of a text centred at {@code x} and {@code middle}, as near to there as the plot allows. */
    public Rectangle2D place(String text, double x, double middle) {
        Rectangle inside = layout.plot().inside();
        double width = typeface.width(text, em);
        double height = Typeface.CAP_HEIGHT * em;
        double left = Math.max(inside.x + INSET * em,
                Math.min(inside.x + inside.width - INSET * em - width, x - width / 2));
        double top = Math.max(inside.y + INSET * em,
                Math.min(inside.y + inside.height - INSET * em - height, middle - height / 2));
        return new Rectangle2D.Double(left, top, width, height);
    }

    /**
     * The middle of a text above or below a point, wherever {@code crowd} counts less and the plot's edge does not
     * push it onto the point.
     */
    public double middleBeside(String text, double x, double y, double away, ToIntFunction<Rectangle2D> crowd) {
        Rectangle2D above = place(text, x, y - away);
        Rectangle2D below = place(text, x, y + away);
        if (above.getCenterY() > y - PUSHED * away) {
            return below.getCenterY();
        }
        if (below.getCenterY() < y + PUSHED * away) {
            return above.getCenterY();
        }
        return crowd.applyAsInt(above) <= crowd.applyAsInt(below) ? above.getCenterY() : below.getCenterY();
    }

    /**
     * Writes a text centred at {@code x}, but within the plot, with a margin of the background around its letters;
     * nothing where it would take most of the plot's width.
     *
     * @param middle of the digits' height
     */
    public void label(String text, double x, double middle, Color color) {
        Rectangle2D place = place(text, x, middle);
        if (place.getWidth() > WIDEST * layout.plot().inside().width) {
            return;
        }
        Mark.Words words = words(text, place, color);
        marks.add(new Mark.Halo(words, Math.max(1, 0.12 * em), theme.palette().background()));
        marks.add(words);
    }

    /** Pixels of a digit's height in the texts that this writes. */
    public double capHeight() {
        return Typeface.CAP_HEIGHT * em;
    }

    /** Writes a text whose letters fill {@code place}. */
    public void letters(String text, Rectangle2D place, Color color) {
        marks.add(words(text, place, color));
    }

    /** Draws a thin line from one point to another. */
    public void tie(double x, double y, double toX, double toY, Color color) {
        marks.add(new Mark.Stroke(x, y, toX, toY, Math.max(1, 0.75 * theme.lines().thin() * scale), color));
    }

    /** Draws a thin line from the letters in {@code place} to near a point. */
    public void leader(Rectangle2D place, double x, double y, Color color) {
        double fromX = Math.max(place.getMinX(), Math.min(place.getMaxX(), x));
        double fromY = Math.max(place.getMinY() - 0.2 * em, Math.min(place.getMaxY() + 0.2 * em, y));
        double length = Math.sqrt((x - fromX) * (x - fromX) + (y - fromY) * (y - fromY));
        double part = Math.max(0, length - 0.75 * theme.lines().point() * scale) / Math.max(1, length);
        marks.add(new Mark.Stroke(fromX, fromY, fromX + part * (x - fromX), fromY + part * (y - fromY),
                Math.max(1, 0.75 * theme.lines().thin() * scale), color));
    }

    /** Whether the heading row has room for {@code width} pixels of text beside the panel's name and its note. */
    public boolean fitsHeading(double width, String name) {
        return layout.heading().isPresent() && width <= layout.heading().get().area().width - em
                - layout.heading().get().typeface().width(name, layout.heading().get().size()) - noteWidth();
    }

    private double noteWidth() {
        return layout.note().map(note -> NOTE_GAP * em + typeface.width(note, em)).orElse(0.0);
    }

    /**
     * Writes a text at the end of the panel's heading row if there is room beside the name.
     *
     * @param indent pixels to leave free on its right
     * @return whether there was room
     */
    public boolean headingValue(String text, double indent, String name, Color color) {
        double width = typeface.width(text, em);
        if (!fitsHeading(width + indent, name)) {
            return false;
        }
        TextPlace heading = layout.heading().get();
        marks.add(words(text, heading.area().getMaxX() - indent - width, heading.baseline(), color));
        return true;
    }

    /** Draws a full point in the heading row, as far from its end as a text that {@link #headingValue} wrote. */
    public void headingSwatch(double indent, Color color) {
        layout.heading().ifPresent(place -> disc(place.area().getMaxX() - indent - 0.55 * em,
                place.baseline() - Typeface.CAP_HEIGHT * em / 2, 0.45 * em, color));
    }

    /** Signs that stand for things of a panel. */
    public enum Key {
        DISC,
        RING,
        LINE
    }

    /**
     * Writes what a sign means, and the sign before it, at the end of the heading row if there is room.
     *
     * @param indent pixels to leave free on its right
     * @return pixels to leave free on the right of the next one
     */
    public double headingKey(String text, double indent, String name, Color color, Key key) {
        double sign = key == Key.LINE ? 1.3 * em : 0.5 * em;
        double before = sign + 0.45 * em;
        if (!fitsHeading(typeface.width(text, em) + indent + before, name)) {
            return indent;
        }
        headingValue(text, indent, name, theme.palette().text());
        TextPlace heading = layout.heading().get();
        double right = heading.area().getMaxX() - indent - typeface.width(text, em) - 0.45 * em;
        double y = heading.baseline() - Typeface.CAP_HEIGHT * em / 2;
        switch (key) {
            case DISC -> disc(right - sign / 2, y, sign, color);
            case RING -> {
                disc(right - sign / 2, y, sign + 2, color);
                disc(right - sign / 2, y, sign - Math.max(2, 0.2 * em), theme.palette().background());
            }
            case LINE -> {
                double thick = Math.max(1, theme.lines().thin() * scale);
                marks.add(new Mark.Stroke(right - sign + thick / 2, y, right - thick / 2, y, thick, color));
            }
        }
        return indent + typeface.width(text, em) + before + em;
    }

    /**
     * Writes the panel's name and its note, the short name where the long one does not fit; returns the one written.
     */
    public String name(String name, String brief) {
        return name(name, brief, Optional.empty());
    }

    private String name(String name, String brief, Optional<String> remark) {
        if (layout.heading().isEmpty()) {
            return name;
        }
        TextPlace place = layout.heading().get();
        double room = place.area().width - noteWidth();
        String fitting = place.typeface().width(name, place.size()) <= room ? name : brief;
        String shown = place.typeface().fit(fitting, place.size(), room);
        double width = place.typeface().width(shown, place.size());
        marks.add(new Mark.Words(shown, place.area().x, place.baseline(), width, place.typeface(), place.size(),
                place.color()));
        double x = place.area().x + Math.rint(width);
        Color muted = theme.palette().muted();
        if (fitting.equals(name) && remark.isPresent()) {
            marks.add(words(remark.get(), x, place.baseline(), muted));
            x += Math.rint(typeface.width(remark.get(), em));
        }
        if (layout.note().isPresent()) {
            marks.add(words(layout.note().get(), x + NOTE_GAP * em, place.baseline(), muted));
        }
        return fitting;
    }

    /** Writes the panel's name, and that it is over epochs where {@code reserved} pixels beside it stay free. */
    public void nameOverEpochs(String name, String brief, double reserved) {
        boolean fits = fitsHeading(reserved + typeface.width(OVER_EPOCHS, em) + em, name);
        name(name, brief, fits ? Optional.of(OVER_EPOCHS) : Optional.empty());
    }
}
