package org.epochreel.chart.panel.field;

import java.awt.Rectangle;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.layout.PanelShape.Aside;

/** The room that a field's key takes: on the right of a plot in a wide place, below it in a tall one. */
final class FieldAside {

    private static final double WIDE = 0.95;
    private static final double MOST_WIDER = 1.45;
    private static final double LEAST_SHAPE = 1.0 / 3;
    /** A key on the right takes no more of the width than this. */
    private static final double MOST = 0.38;
    /** A plot above a key is at least so high for its width. */
    private static final double LEAST_HEIGHT = 0.5;
    private static final double CLASSES_BELOW = 420;
    private static final double SCALE_WIDTH = 110;

    private FieldAside() {}

    static Aside of(ChartSpec spec, Rectangle place, double scale) {
        boolean labelled = spec.points().labels().isPresent();
        double least = (FieldKey.GAP + (labelled ? FieldKey.WIDTH : SCALE_WIDTH)) * scale;
        double right = least;
        // A plot much wider than the data shows mostly what nobody knows.
        double data = (spec.x().to() - spec.x().from()) / (spec.y().to() - spec.y().from());
        if (data > LEAST_SHAPE && data < 1 / LEAST_SHAPE) {
            right = Math.max(right, place.width - MOST_WIDER * data * place.height);
        }
        int gap = (int) Math.rint(FieldKey.GAP * scale);
        if (place.width >= WIDE * place.height || !labelled) {
            return least <= MOST * place.width ? new Aside((int) Math.rint(right), 0, gap) : Aside.NONE;
        }
        double below = CLASSES_BELOW * scale;
        return place.height - below >= LEAST_HEIGHT * place.width ? new Aside(0, (int) Math.rint(below), gap) : Aside.NONE;
    }
}
