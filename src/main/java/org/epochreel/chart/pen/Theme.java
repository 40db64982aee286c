package org.epochreel.chart.pen;

import java.awt.Color;
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

    // Height of a phone's screen over its width, and by how much lengths are larger there.
    private static final double PHONE = 16.0 / 9;
    private static final double PHONE_GAIN = 0.4;

    /** The blog's originals: matplotlib's look at 432x288. */
    public static final Theme BLOG = new Theme(
            Palette.BLOG,
            new Type(12, Typeface.Weight.REGULAR, 10, 9, 10, 9),
            new Lines(1.5, 0, 6, 0.8, 0, 3.5, 3.5, 1.2, 0.8, 4, 0.8, 0.75, 0.6),
            Composition.BOXED,
            new Reference(432, 288),
            0.6);

    /** The default: warm paper, muted axes, one strong line. */
    public static final Theme PAPER = new Theme(
            Palette.PAPER,
            new Type(40, Typeface.Weight.SEMIBOLD, 26, 28, 26, 24),
            new Lines(5, 0, 12, 2, 2, 0, 14, 3.5, 2, 16, 2.5, 2.5, 2),
            Composition.OPEN,
            new Reference(1080, 1080),
            0.4);

    /** For dark rooms: the curve has a thin dark casing that parts it from the dots. */
    public static final Theme MIDNIGHT = new Theme(
            Palette.MIDNIGHT,
            PAPER.type,
            new Lines(5, 1.2, 12, 2, 2, 0, 14, 3.5, 2, 16, 2.5, 2.5, 2),
            Composition.OPEN,
            PAPER.reference,
            PAPER.leastScale);

    /** The colour of one of several runs, counted from 0; a single one has the curve's. */
    public Color ofRun(int run) {
        return run == 0 ? palette.curve() : palette.families().get(run % palette.families().size()).weights();
    }

    /**
     * Sizes in pixels per em.
     *
     * @param heading of the names of panels, where there are several
     * @param small of ticks and values, where there are several panels
     */
    public record Type(double title, Typeface.Weight titleWeight, double tick, double readout, double heading,
            double small) {}

    /**
     * @param casing width of the casing on each side of the curve
     * @param tick length of tick marks outside the box
     * @param tickGap distance from tick marks to their labels
     * @param line width of a line over epochs
     * @param thin width of one of many such lines
     * @param point diameter of a marked point on one
     * @param rim width of a margin of the background around a point
     * @param ghost width of a curve as it was
     * @param stick width of a line from a point to the curve
     */
    public record Lines(double curve, double casing, double dot, double spine, double grid, double tick, double tickGap,
            double line, double thin, double point, double rim, double ghost, double stick) {}

    /** The picture size at which lengths hold as they are. */
    record Reference(int width, int height) {}

    /** How title, readout and plot share the picture. */
    public enum Composition {
        /**
         * A box with four spines at matplotlib's fractions of the picture, a centred title, the readout at the foot;
         * the curve ends where the data end.
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

    /**
     * Factor from this theme's lengths to pixels of a picture. Pictures as high as a phone's are looked at on phones, and
     * have all of it larger by two fifths, unless the theme is boxed.
     */
    public double scale(FrameSize size) {
        double fitting = Math.min((double) size.width() / reference.width, (double) size.height() / reference.height);
        double tall = ((double) size.height() / size.width() - 1) / (PHONE - 1);
        double larger = composition == Composition.BOXED ? 1 : 1 + PHONE_GAIN * Math.max(0, Math.min(1, tall));
        return Math.max(leastScale, larger * fitting);
    }
}
