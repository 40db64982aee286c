package org.epochreel.chart.pen;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/**
 * The colours of a look, by what they mean: blue learns, rust departs from it, amber is data, ink is a boundary. Where
 * two that few people tell apart stand side by side, shape or name must differ too.
 *
 * @param background of the whole picture
 * @param title of the title
 * @param ink of boundaries and of what is wrong
 * @param text of numbers
 * @param muted of labels and the like
 * @param spine of the lines of axes
 * @param grid of grid lines; none without
 * @param curve of what learns, of training's losses, of the first class
 * @param casing of a margin around the curve; none without
 * @param dot of data
 * @param second of what departs, such as test losses, errors, a change; of the second class
 * @param third of a third line or class
 * @param accent of notices
 * @param ghost of a curve as it was
 * @param ghostName of a text that names one
 * @param stick of what lies between a point and the curve; faint
 * @param band of a stretch of time; faint
 * @param future of what is still to come; faint
 * @param regions pale colours of what belongs to the first, the second and the third class
 * @param families of groups of lines that belong together, to be told apart also by who sees fewer colours
 */
public record Palette(
        Color background,
        Color title,
        Color ink,
        Color text,
        Color muted,
        Color spine,
        Optional<Color> grid,
        Color curve,
        Optional<Color> casing,
        Color dot,
        Color second,
        Color third,
        Color accent,
        Color ghost,
        Color ghostName,
        Color stick,
        Color band,
        Color future,
        ImmutableList<Color> regions,
        ImmutableList<Family> families) {

    /** How much a class's colour weighs in its pale one, from the fourth class on. */
    private static final double REGION = 0.27;

    /** Matplotlib's colours at the time of the originals. */
    static final Palette BLOG = new Palette(
            Color.WHITE,
            Color.BLACK,
            Color.BLACK,
            Color.BLACK,
            new Color(0x444444),
            new Color(0x444444),
            Optional.empty(),
            new Color(0x1F77B4),
            Optional.empty(),
            new Color(0xFFA500),
            new Color(0xC93312),
            new Color(0x2A8C2A),
            new Color(0xD62728),
            new Color(0x7FADD2),
            new Color(0x1F77B4),
            new Color(0xEBC4BA),
            new Color(0xF3E9E6),
            new Color(0xC8C8C8),
            colors(0xBCD6E8, 0xF2CCC2, 0xC6E2C6),
            families(0x1F77B4, 0x0B3C5D, 0xD95F02, 0x8C3B00, 0x2A8C2A, 0x14501B, 0x9467BD, 0x54307A, 0x8C564B,
                    0x50302A, 0x7F7F7F, 0x444444));

    /** Dark lines on warm paper. */
    static final Palette PAPER = new Palette(
            new Color(0xFBFAF7),
            new Color(0x2B3138),
            new Color(0x2B3138),
            new Color(0x3A4149),
            new Color(0x666E77),
            new Color(0x6B737C),
            Optional.of(new Color(0xE9E6DF)),
            new Color(0x0F5C9C),
            Optional.empty(),
            new Color(0xC97800),
            new Color(0xB3470C),
            new Color(0x00755A),
            new Color(0xB23A2E),
            new Color(0x6593BB),
            new Color(0x47759E),
            new Color(0xE8C9B0),
            new Color(0xF5EBE1),
            new Color(0xC9C3B8),
            colors(0xB4CFE8, 0xF3CBA9, 0xC3E4DA),
            families(0x0F5C9C, 0x5C8FBF, 0xB3470C, 0xD0773F, 0x00755A, 0x43957F, 0x833A8A, 0xA875AD, 0x7A5C00,
                    0x9E8633, 0x4B5563, 0x7D8590));

    /** Light lines in the dark. */
    static final Palette MIDNIGHT = new Palette(
            new Color(0x10151C),
            new Color(0xE6EAF0),
            new Color(0xF4F6F9),
            new Color(0xC3CAD4),
            new Color(0x8E98A5),
            new Color(0x8E98A5),
            Optional.of(new Color(0x222A35)),
            new Color(0x7CC4FF),
            Optional.of(new Color(0x10151C)),
            new Color(0xFFB454),
            new Color(0xFF9E64),
            new Color(0x5FD6A7),
            new Color(0xFF8A7A),
            new Color(0x4A7698),
            new Color(0x7FA9CC),
            new Color(0x5A4632),
            new Color(0x221D1B),
            new Color(0x3A4452),
            colors(0x173F63, 0x6A3416, 0x12503C),
            families(0x7CC4FF, 0x4A86B8, 0xFF9E64, 0xB8703F, 0x5FD6A7, 0x3B9474, 0xE49BE8, 0xA067A4, 0xE8CF6B,
                    0xA08F48, 0xC3CAD4, 0x7F8894));

    /** Two shades of one colour, for a layer's weights and its biases. */
    public record Family(Color weights, Color biases) {}

    /** The colour of a class, counted from 0; of more than there are colours some share one. */
    public Color ofClass(int index) {
        return switch (index) {
            case 0 -> curve;
            case 1 -> second;
            case 2 -> third;
            default -> {
                int pair = (index - 3) % (2 * (families.size() - 3));
                Family family = families.get(3 + pair % (families.size() - 3));
                yield pair < families.size() - 3 ? family.weights() : family.biases();
            }
        };
    }

    /** The pale colour of what belongs to a class. */
    public Color regionOf(int index) {
        return index < regions.size() ? regions.get(index) : mix(background, ofClass(index), REGION);
    }

    /** {@code part} of {@code over} and the rest of {@code under}, each channel to the nearest level. */
    public static Color mix(Color under, Color over, double part) {
        return new Color(mix(under.getRed(), over.getRed(), part), mix(under.getGreen(), over.getGreen(), part),
                mix(under.getBlue(), over.getBlue(), part));
    }

    private static int mix(int under, int over, double part) {
        return (int) Math.rint(under + part * (over - under));
    }

    private static ImmutableList<Color> colors(int... colors) {
        return Arrays.stream(colors).mapToObj(Color::new).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Family> families(int... colors) {
        ImmutableList.Builder<Family> families = ImmutableList.builder();
        for (int i = 0; i < colors.length; i += 2) {
            families.add(new Family(new Color(colors[i]), new Color(colors[i + 1])));
        }
        return families.build();
    }
}
