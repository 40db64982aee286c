package org.epochreel.chart.wall;

import java.awt.Color;
import org.epochreel.chart.pen.Theme;

/**
 * Colours that only walls have, beside those of their theme.
 *
 * @param high of a cell whose final loss is the highest
 * @param low of one whose loss is the lowest
 * @param line around a cell whose run goes on
 */
record WallColors(Color high, Color low, Color line) {

    private static final WallColors BLOG =
            new WallColors(new Color(0xF4F4F4), new Color(0xCFE2F1), new Color(0xDDDDDD));
    private static final WallColors PAPER =
            new WallColors(new Color(0xF3F1EB), new Color(0xC9DFF0), new Color(0xDEDAD1));
    private static final WallColors MIDNIGHT =
            new WallColors(new Color(0x1A222C), new Color(0x1B5169), new Color(0x2A3440));

    static WallColors of(Theme theme) {
        if (theme == Theme.BLOG) {
            return BLOG;
        }
        return theme == Theme.MIDNIGHT ? MIDNIGHT : PAPER;
    }

    /** @param position from 0, the highest loss, to 1, the lowest */
    Color tint(double position) {
        return mixed(high, low, position);
    }

    static Color mixed(Color from, Color to, double part) {
        return new Color(mixed(from.getRed(), to.getRed(), part), mixed(from.getGreen(), to.getGreen(), part),
                mixed(from.getBlue(), to.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.rint(from + part * (to - from));
    }

    static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(),
                (int) Math.rint(255 * Math.min(1, Math.max(0, opacity))));
    }
}
