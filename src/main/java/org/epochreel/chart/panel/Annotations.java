package org.epochreel.chart.panel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.ToIntFunction;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.pen.Outlines;
import org.epochreel.chart.pen.Strips;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;

/** Draws marked points and short texts into one panel, and notes where. */
public final class Annotations {

    private static final double INSET = 0.3;
    private static final double PUSHED = 0.85;
    // A text that takes more of the plot's width would hide what it names.
    private static final double WIDEST = 0.75;

    private final Graphics2D g;
    private final Theme theme;
    private final double scale;
    private final PanelLayout layout;
    private final Typeface typeface;
    private final Strips covered;
    private final double em;

    public Annotations(Graphics2D g, PanelSite site, Strips covered) {
        this.g = g;
        this.theme = site.theme();
        this.scale = site.scale();
        this.layout = site.layout();
        this.typeface = site.typefaces().of(Typeface.Weight.REGULAR);
        this.covered = covered;
        this.em = theme.type().small() * scale;
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

    private double rim() {
        return Math.max(1, theme.lines().thin() * scale);
    }

    private void disc(double x, double y, double diameter, Color color) {
        g.setPaint(color);
        g.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(Outlines.circle(diameter)));
        double reach = diameter / 2 + 2;
        covered.addSegment(x, y, x, y, reach);
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
        double left = place.getX();
        double half = place.getHeight() / 2;
        double width = place.getWidth();
        double centre = place.getCenterY();
        Path2D outline = typeface.outline(text, em, Math.rint(left), Math.rint(centre + half));
        double halo = Math.max(1, 0.12 * em);
        g.setPaint(theme.palette().background());
        for (int i = 0; i < 9; i++) {
            double dx = (i % 3 - 1) * halo;
            double dy = (i / 3 - 1) * halo;
            g.fill(AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(outline));
        }
        g.setPaint(color);
        g.fill(outline);
        covered.addSegment(left, centre - half, left + width, centre + half, 0.4 * em + halo + 2);
    }

    /** Whether the heading row has room for {@code width} pixels of text beside the panel's name. */
    public boolean fitsHeading(double width, String name) {
        return layout.heading().isPresent() && width <= layout.heading().get().area().width - em
                - layout.heading().get().typeface().width(name, layout.heading().get().size());
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
        double left = heading.area().getMaxX() - indent - width;
        g.setPaint(color);
        g.fill(typeface.outline(text, em, Math.rint(left), heading.baseline()));
        covered.addSegment(left, heading.baseline() - em, left + width, heading.baseline(), 0.3 * em + 2);
        return true;
    }

    /** Draws a full point in the heading row, as far from its end as a text that {@link #headingValue} wrote. */
    public void headingSwatch(double indent, Color color) {
        layout.heading().ifPresent(place -> disc(place.area().getMaxX() - indent - 0.55 * em,
                place.baseline() - Typeface.CAP_HEIGHT * em / 2, 0.45 * em, color));
    }

    /** Writes the panel's name, the short one where the long one does not fit; returns the one written. */
    public String name(String name, String brief) {
        if (layout.heading().isEmpty()) {
            return name;
        }
        TextPlace place = layout.heading().get();
        String shown = place.typeface().width(name, place.size()) <= place.area().width ? name : brief;
        place.draw(g, shown);
        return shown;
    }

    /** Writes the panel's name, and that it is over epochs where {@code reserved} pixels beside it stay free. */
    public void nameOverEpochs(String name, String brief, double reserved) {
        String suffix = " by epoch";
        if (name(name, brief).equals(name) && fitsHeading(reserved + typeface.width(suffix, em) + em, name)) {
            TextPlace place = layout.heading().orElseThrow();
            g.setPaint(theme.palette().muted());
            g.fill(typeface.outline(suffix, em,
                    place.area().x + Math.rint(place.typeface().width(name, place.size())), place.baseline()));
        }
    }
}
