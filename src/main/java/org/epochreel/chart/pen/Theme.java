package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
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
                    new Color(0x1F77B4), Optional.empty(), new Color(0xFFA500), new Color(0xD62728),
                    new Color(0xC93312),
                    families(0x1F77B4, 0x0B3C5D, 0xD95F02, 0x8C3B00, 0x2A8C2A, 0x14501B, 0x9467BD, 0x54307A, 0x8C564B,
                            0x50302A, 0x7F7F7F, 0x444444)),
            new Type(12, Typeface.Weight.REGULAR, 10, 9, 10, 9),
            new Lines(1.5, 0, 6, 0.8, 0, 3.5, 3.5, 1.2, 0.8, 4),
            Composition.BOXED,
            new Reference(432, 288),
            0.6);

    /** The default: warm paper, muted axes, one strong line. */
    public static final Theme PAPER = new Theme(
            new Palette(new Color(0xFBFAF7), new Color(0x2B3138), new Color(0x3A4149), new Color(0x6B737C),
                    Optional.of(new Color(0xE9E6DF)), new Color(0x0F5C9C), Optional.empty(), new Color(0xF7B04A),
                    new Color(0xB23A2E), new Color(0xB3470C),
                    families(0x0F5C9C, 0x5C8FBF, 0xB3470C, 0xD0773F, 0x00755A, 0x43957F, 0x833A8A, 0xA875AD, 0x7A5C00,
                            0x9E8633, 0x4B5563, 0x7D8590)),
            new Type(40, Typeface.Weight.SEMIBOLD, 26, 28, 26, 24),
            new Lines(5, 0, 12, 2, 2, 0, 14, 3, 2, 9),
            Composition.OPEN,
            new Reference(1080, 1080),
            0.4);

    /** For dark rooms: the curve has a thin dark casing that parts it from the dots. */
    public static final Theme MIDNIGHT = new Theme(
            new Palette(new Color(0x10151C), new Color(0xE6EAF0), new Color(0xC3CAD4), new Color(0x8E98A5),
                    Optional.of(new Color(0x222A35)), new Color(0x7CC4FF), Optional.of(new Color(0x10151C)),
                    new Color(0xFFB454), new Color(0xFF8A7A), new Color(0xF78CB2),
                    families(0x7CC4FF, 0x4A86B8, 0xFF9E64, 0xB8703F, 0x5FD6A7, 0x3B9474, 0xE49BE8, 0xA067A4, 0xE8CF6B,
                            0xA08F48, 0xC3CAD4, 0x7F8894)),
            PAPER.type,
            new Lines(5, 1.2, 12, 2, 2, 0, 14, 3, 2, 9),
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
     * @param second of a second line beside one in the curve's colour
     * @param families of groups of lines that belong together, to be told apart also by who sees fewer colours
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
            Color accent,
            Color second,
            ImmutableList<Family> families) {}

    /** The colour of one of several runs, counted from 0; a single one has the curve's. */
    public Color ofRun(int run) {
        return run == 0 ? palette.curve() : palette.families.get(run % palette.families.size()).weights();
    }

    /** Two shades of one colour, for a layer's weights and its biases. */
    public record Family(Color weights, Color biases) {}

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
     */
    public record Lines(double curve, double casing, double dot, double spine, double grid, double tick, double tickGap,
            double line, double thin, double point) {}

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

    private static ImmutableList<Family> families(int... colors) {
        ImmutableList.Builder<Family> families = ImmutableList.builder();
        for (int i = 0; i < colors.length; i += 2) {
            families.add(new Family(new Color(colors[i]), new Color(colors[i + 1])));
        }
        return families.build();
    }

    /** Factor from this theme's lengths to pixels of a picture. */
    public double scale(FrameSize size) {
        return Math.max(leastScale,
                Math.min((double) size.width() / reference.width, (double) size.height() / reference.height));
    }
}
