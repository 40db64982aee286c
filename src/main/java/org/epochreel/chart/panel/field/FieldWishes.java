package org.epochreel.chart.panel.field;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Doubles;
import org.epochreel.chart.ChartSpec;
import org.epochreel.chart.layout.PanelLayout;
import org.epochreel.chart.wanted.Classes;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;

/**
 * What a field wants to see.
 *
 * @param numbers of its cells
 */
record FieldWishes(Wanted<Rows> numbers) {

    static final Wanted<Classes> TRAIN = new Wanted.ClassesOf(Wanted.Points.TRAIN);
    static final Wanted<Classes> TEST = new Wanted.ClassesOf(Wanted.Points.TEST);

    /** How far a cell's probability, or its part of the values' range, may be off. */
    private static final double TOLERANCE = 0.002;

    static FieldWishes of(ChartSpec spec, double scale, PanelLayout layout) {
        FieldGrid grid = FieldGrid.of(layout, scale);
        boolean labelled = spec.points().labels().isPresent();
        return new FieldWishes(new Wanted.Plane(grid.x1(), grid.x2(), grid.columns(), grid.rows(),
                labelled ? Wanted.Numbers.SUMS : Wanted.Numbers.OUTPUTS,
                labelled ? TOLERANCE : TOLERANCE * spread(spec)));
    }

    private static double spread(ChartSpec spec) {
        double[] values = spec.points().y().toArray();
        double spread = Doubles.max(values) - Doubles.min(values);
        return spread > 0 ? spread : 1;
    }

    /** Everything. */
    static ImmutableSet<Wanted<?>> all(ChartSpec spec, double scale, PanelLayout layout) {
        Wanted<Rows> cells = of(spec, scale, layout).numbers;
        return spec.points().labels().isPresent() ? ImmutableSet.of(cells, TRAIN, TEST) : ImmutableSet.of(cells);
    }
}
