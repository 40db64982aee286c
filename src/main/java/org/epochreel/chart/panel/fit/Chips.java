package org.epochreel.chart.panel.fit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import org.epochreel.chart.ShownRateChange;
import org.epochreel.chart.axis.PlotLayout;
import org.epochreel.chart.mask.Outlines;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;
import org.epochreel.chart.pen.Typefaces;

/** Small rounded labels over the plot: a change of the learning rate at the top right, a notice at the top left. */
final class Chips {

    private static final double FADE_IN = 0.08;
    private static final double SHRINK_FROM = 0.72;
    private static final double SHRUNK = 0.84;
    private static final double FADE_OUT = 0.92;
    private static final String SYMBOL = "\u03b7 ";
    private static final String ARROW = " \u2192 ";

    private final Theme theme;
    private final double scale;
    private final Rectangle inside;
    private final Typeface typeface;
    private final double em;

    Chips(Theme theme, double scale, PlotLayout layout, Typefaces typefaces) {
        this.theme = theme;
        this.scale = scale;
        this.inside = layout.inside();
        this.em = layout.tickSize();
        this.typeface = typefaces.of(Typeface.Weight.REGULAR);
    }

    /** Pixels that chips may touch. */
    Rectangle area() {
        return new Rectangle(inside.x, inside.y, inside.width, (int) Math.ceil(3 * em + 4 * scale + 4));
    }

    /** Draws a notice. */
    void drawNotice(Graphics2D g, String text) {
        String shown = typeface.fit(text, em, inside.width - 4 * em);
        double left = inside.x + em;
        drawChip(g, left, typeface.width(shown, em), theme.palette().accent(), 1);
        g.setPaint(theme.palette().accent());
        g.fill(typeface.outline(shown, em, Math.rint(left + padding()), baseline()));
    }

    /** Draws a change of the learning rate. */
    void drawRateChange(Graphics2D g, ShownRateChange change) {
        double progress = change.progress();
        double opacity = Math.min(1, Math.min(progress / FADE_IN, (1 - progress) / (1 - FADE_OUT)));
        double shrinking = ramp(progress, SHRINK_FROM, SHRUNK);
        String old = change.from() + ARROW;
        double symbolWidth = typeface.width(SYMBOL, em);
        double oldWidth = typeface.width(old, em) * (1 - shrinking);
        double width = symbolWidth + oldWidth + typeface.width(change.to(), em);
        double left = inside.x + inside.width - em - width - 2 * padding();
        drawChip(g, left, width, theme.palette().curve(), opacity);
        double x = Math.rint(left + padding());
        g.setPaint(faded(theme.palette().text(), opacity));
        g.fill(typeface.outline(SYMBOL, em, x, baseline()));
        g.fill(typeface.outline(change.to(), em, x + symbolWidth + oldWidth, baseline()));
        // The old rate has faded before the place for it is too narrow.
        double oldOpacity = opacity * (1 - ramp(progress, SHRINK_FROM - FADE_IN, SHRINK_FROM));
        if (oldOpacity > 0) {
            g.setPaint(faded(theme.palette().muted(), oldOpacity));
            g.fill(typeface.outline(old, em, x + symbolWidth, baseline()));
        }
    }

    private void drawChip(Graphics2D g, double left, double textWidth, Color outline, double opacity) {
        double line = Math.max(1, Math.rint(theme.lines().grid() * scale));
        double height = Math.rint(2 * em);
        double x = Math.floor(left);
        double y = Math.floor(inside.y + em);
        double width = Math.ceil(textWidth + 2 * padding());
        Path2D inner = Outlines.roundRectangle(x, y, width, height, em / 2);
        Path2D rim = Outlines.roundRectangle(x - line, y - line, width + 2 * line, height + 2 * line, em / 2 + line);
        rim.setWindingRule(Path2D.WIND_EVEN_ODD);
        rim.append(inner, false);
        g.setPaint(faded(theme.palette().background(), opacity));
        g.fill(inner);
        g.setPaint(faded(outline, opacity));
        g.fill(rim);
    }

    private double baseline() {
        return Math.floor(inside.y + em) + Math.rint(em + Typeface.CAP_HEIGHT * em / 2);
    }

    private double padding() {
        return 0.6 * em;
    }

    private static double ramp(double progress, double from, double to) {
        return Math.min(1, Math.max(0, (progress - from) / (to - from)));
    }

    private static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.rint(255 * opacity));
    }
}
