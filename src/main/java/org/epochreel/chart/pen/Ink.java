package org.epochreel.chart.pen;

import java.awt.Color;
import java.util.Optional;
import org.epochreel.chart.mask.PolylineStroke;
import org.epochreel.chart.mask.Tint;

/** The colour and the pen of each kind of curve at one picture size. Not for several threads at a time, as its pens. */
public final class Ink {

    private static final int GHOST_ALPHA = 150;
    private static final int NEURON_ALPHA = 90;
    private static final double THIN = 0.4;
    private static final double TRAIL_WIDTH = 0.7;

    private final Theme theme;
    private final double scale;
    private final Line curve;
    private final Optional<Line> casing;
    private final Line neuron;
    private final Line trail;

    /** Pens of a run in {@code color}. */
    public Ink(Theme theme, double scale, Color color) {
        this(theme, scale, color, theme.lines().curve());
    }

    /** Pens of a run whose curve is {@code width} of the theme's lengths wide. */
    public Ink(Theme theme, double scale, Color color, double width) {
        this.theme = theme;
        this.scale = scale;
        this.curve = new Line(color, round(width));
        this.casing = theme.palette().casing().map(edge -> new Line(edge, round(width + 2 * theme.lines().casing())));
        this.neuron = new Line(withAlpha(theme.palette().muted(), NEURON_ALPHA), round(THIN * width));
        this.trail = new Line(color, round(TRAIL_WIDTH * width));
    }

    /** Paint and pen of one line. */
    public record Line(Color color, Tint tint, PolylineStroke stroke) {

        Line(Color color, PolylineStroke stroke) {
            this(color, new Tint(color), stroke);
        }
    }

    public Line curve() {
        return curve;
    }

    public Optional<Line> casing() {
        return casing;
    }

    public Line ghost() {
        double width = THIN * theme.lines().curve();
        double dash = 3.2 * theme.lines().curve() * scale;
        double gap = 2.4 * theme.lines().curve() * scale;
        return new Line(withAlpha(theme.palette().muted(), GHOST_ALPHA), new PolylineStroke(pixels(width), dash, gap));
    }

    /** The line of a trail before it fades. */
    public Line trail() {
        return trail;
    }

    public Line neuron() {
        return neuron;
    }

    private PolylineStroke round(double width) {
        return new PolylineStroke(pixels(width));
    }

    private double pixels(double width) {
        return Math.max(1, width * scale);
    }

    private static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
