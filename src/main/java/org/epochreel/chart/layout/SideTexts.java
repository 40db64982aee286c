package org.epochreel.chart.layout;

import java.util.Optional;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.pen.TextPlace;
import org.epochreel.chart.pen.Theme;
import org.epochreel.chart.pen.Typeface;

/** Rows for the line under the title and the line under the plots. */
final class SideTexts {

    private static final double ROW = 1.55;
    private static final double LEAST_SHRUNK = 0.6;

    private final ChartSpec spec;
    private final Theme theme;
    private final Typeface typeface;
    private final double em;
    private Optional<TextPlace> subtitle = Optional.empty();
    private Optional<TextPlace> caption = Optional.empty();

    SideTexts(ChartSpec spec, Typeface typeface, double scale) {
        this.spec = spec;
        this.theme = spec.theme();
        this.typeface = typeface;
        this.em = theme.type().readout() * scale;
    }

    Optional<TextPlace> subtitle() {
        return subtitle;
    }

    Optional<TextPlace> caption() {
        return caption;
    }

    /** Pixels that the line under the title takes; 0 without one. */
    double subtitleRow() {
        return spec.headline().subtitle().isPresent() ? ROW * em : 0;
    }

    /** Pixels that the line under the plots takes; 0 without one. */
    double captionRow() {
        return spec.headline().caption().isPresent() ? ROW * em : 0;
    }

    /** @param alignment 0 at the left, 0.5 in the middle */
    void placeSubtitle(int left, int width, int baseline, double alignment) {
        subtitle = spec.headline().subtitle().map(text -> line(text, left, width, baseline, alignment));
    }

    /** @param alignment 0 at the left, 0.5 in the middle */
    void placeCaption(int left, int width, int baseline, double alignment) {
        caption = spec.headline().caption().map(text -> line(text, left, width, baseline, alignment));
    }

    private TextPlace line(String text, int left, int width, int baseline, double alignment) {
        double natural = typeface.width(text, em);
        double size = natural <= width ? em : Math.max(LEAST_SHRUNK * em, em * width / natural);
        return TextPlace.line(left, width, baseline, typeface, size, theme.palette().muted(), alignment);
    }
}
