package org.epochreel.chart;

import java.awt.Color;
import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.VideoSpec.ThemeName;

/**
 * One look: every colour, type size, line weight and distance of a drawing. Lengths are pixels in a picture of the
 * reference size and grow and shrink with the picture.
 *
 * @param reference the picture size at which lengths hold as they are
 * @param leastScale lengths shrink no further than to this fraction, so that small pictures stay readable
 */
public record Theme(
        Palette palette, Type type, Lines lines, Composition composition, Reference reference, double leastScale) {

    /** The blog's originals: matplotlib's look at 432x288. */
    public static final Theme BLOG = new Theme(
            new Palette(Color.WHITE, Color.BLACK, Color.BLACK, new Color(0x444444), Optional.empty(),
                    new Color(0x1F77B4), Optional.empty(), new Color(0xFFA500), new Color(0xD62728)),
            new Type(12, Typeface.Weight.REGULAR, 10, 10, 9),
            new Lines(1.5, 0, 6, 0.8, 0, 3.5, 3.5),
            Composition.BOXED,
            new Reference(432, 288),
            0.6);

    /** The default: warm paper, muted axes, one strong line. */
    public static final Theme PAPER = new Theme(
            new Palette(new Color(0xFBFAF7), new Color(0x2B3138), new Color(0x3A4149), new Color(0x6B737C),
                    Optional.of(new Color(0xE9E6DF)), new Color(0x0F5C9C), Optional.empty(), new Color(0xF7B04A),
                    new Color(0xB23A2E)),
            new Type(40, Typeface.Weight.SEMIBOLD, 26, 28, 28),
            new Lines(5, 0, 12, 2, 2, 0, 14),
            Composition.OPEN,
            new Reference(1080, 1080),
            0.4);

    /** For dark rooms: the curve has a thin dark casing that parts it from the dots. */
    public static final Theme MIDNIGHT = new Theme(
            new Palette(new Color(0x10151C), new Color(0xE6EAF0), new Color(0xC3CAD4), new Color(0x8E98A5),
                    Optional.of(new Color(0x222A35)), new Color(0x7CC4FF), Optional.of(new Color(0x10151C)),
                    new Color(0xFFB454), new Color(0xFF8A7A)),
            PAPER.type,
            new Lines(5, 2.5, 12, 2, 2, 0, 14),
            Composition.OPEN,
            PAPER.reference,
            PAPER.leastScale);

    /**
     * @param background of the whole picture
     * @param title of the title
     * @param text of numbers
     * @param muted of labels, spines and the like
     * @param grid of grid lines; none without
     * @param casing of a margin around the curve; none without
     * @param accent of notices
     */
    public record Palette(
            Color background,
            Color title,
            Color text,
            Color muted,
            Optional<Color> grid,
            Color curve,
            Optional<Color> casing,
            Color dot,
            Color accent) {}

    /** Sizes in pixels per em. */
    record Type(double title, Typeface.Weight titleWeight, double tick, double label, double readout) {}

    /**
     * @param casing width of the casing on each side of the curve
     * @param tick length of tick marks outside the box
     * @param tickGap distance from tick marks to their labels
     */
    record Lines(double curve, double casing, double dot, double spine, double grid, double tick, double tickGap) {}

    /** The picture size at which lengths hold as they are. */
    record Reference(int width, int height) {}

    /** How title, readout and plot share the picture. */
    public enum Composition {
        /**
         * A box with four spines at matplotlib's fractions of the picture, a centred title, the readout at the foot; the
         * curve ends where the data end.
         */
        BOXED,
        /** Left and bottom spines, horizontal grid lines, title on the left and readout on the right above the plot. */
        OPEN
    }

    public static Theme of(ThemeName name) {
        return switch (name) {
            case BLOG -> BLOG;
            case PAPER -> PAPER;
            case MIDNIGHT -> MIDNIGHT;
        };
    }

    /** Factor from this theme's lengths to pixels of a picture. */
    double scale(FrameSize size) {
        return Math.max(leastScale,
                Math.min((double) size.width() / reference.width, (double) size.height() / reference.height));
    }
}
