package org.epochreel.chart.panel.field;

import java.awt.Color;
import org.epochreel.chart.pen.Palette;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.scene.VideoSpec.Range;

/**
 * A field of values as a map from deep blue to sand, whose lightness rises throughout, also for who sees no red or
 * green.
 */
final class ValueColors implements FieldColors {

    private static final int STEPS = 4096;
    private static final double[] PLACES = {0, 0.22, 0.45, 0.68, 0.86, 1};
    private static final int[] COLORS = {0x173A5E, 0x2C6E8F, 0x6FA8A6, 0xBFD0A8, 0xEBDDB0, 0xF8F1DE};
    /** Below this part of the scale dark lines would not be seen. */
    private static final double DEEP = 0.33;

    private final Range scale;
    private final int[] table = new int[STEPS + 1];

    /** @param scale the values with the first and the last colour; what lies beyond has those, too */
    ValueColors(Range scale) {
        this.scale = scale;
        for (int i = 0; i <= STEPS; i++) {
            table[i] = colorAt((double) i / STEPS).getRGB() & 0xFFFFFF;
        }
    }

    private static Color colorAt(double part) {
        int i = 1;
        while (i < PLACES.length - 1 && part > PLACES[i]) {
            i++;
        }
        return Palette.mix(new Color(COLORS[i - 1]), new Color(COLORS[i]),
                (part - PLACES[i - 1]) / (PLACES[i] - PLACES[i - 1]));
    }

    Range scale() {
        return scale;
    }

    double part(double value) {
        return (value - scale.from()) / (scale.to() - scale.from());
    }

    /** Whether lines and rims at a value must be light. */
    boolean isDeep(double value) {
        return part(value) < DEEP;
    }

    int of(double value) {
        return table[(int) (Math.max(0, Math.min(1, part(value))) * STEPS + 0.5)];
    }

    @Override
    public void paint(Rows values, int[] colors) {
        double[] value = values.of(0);
        double factor = STEPS / (scale.to() - scale.from());
        for (int i = 0; i < colors.length; i++) {
            colors[i] = table[(int) (Math.max(0, Math.min(STEPS, (value[i] - scale.from()) * factor)) + 0.5)];
        }
    }
}
