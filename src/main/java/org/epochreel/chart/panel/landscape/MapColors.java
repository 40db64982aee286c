package org.epochreel.chart.panel.landscape;

import java.awt.Color;
import org.epochreel.chart.pen.Theme;

/**
 * The colours of a landscape.
 *
 * @param low where the loss is least
 * @param high where it is greatest
 * @param line of equal loss
 */
record MapColors(Color low, Color high, Color line) {

    static MapColors of(Theme theme) {
        Color ground = theme.palette().background();
        if (theme.equals(Theme.MIDNIGHT)) {
            return new MapColors(ground, new Color(0x36414F), new Color(0x8290A0));
        }
        return theme.equals(Theme.PAPER)
                ? new MapColors(ground, new Color(0xDDD7CB), new Color(0x7D7566))
                : new MapColors(ground, new Color(0xD8D8D8), new Color(0x777777));
    }

    /** One of {@code bands} shades from the lowest to the highest. */
    Color shade(int band, int bands) {
        double part = bands < 2 ? 0 : (double) band / (bands - 1);
        return new Color(between(low.getRed(), high.getRed(), part), between(low.getGreen(), high.getGreen(), part),
                between(low.getBlue(), high.getBlue(), part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.rint(from + part * (to - from));
    }
}
