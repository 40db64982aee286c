package org.epochreel.render.answer;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.wanted.Rows;
import org.epochreel.chart.wanted.Wanted;
import org.epochreel.network.Model;

/**
 * Looks at a model of the plane at the centres of cells, from a grid as coarse as the model's smoothness allows. The answer
 * is a function of the parameters alone.
 */
final class PlaneLook {

    private static final ImmutableList<Integer> STEPS = ImmutableList.of(8, 4, 2);
    /** A finer grid must spare this many times the cells that it has nodes. */
    private static final double WORTH = 1.7;

    private final Model model;
    private final Wanted.Plane plane;
    private final List<CoarsePlane> grids = new ArrayList<>();
    private double asked;

    PlaneLook(Model model, Wanted.Plane plane) {
        this.model = model;
        this.plane = plane;
    }

    Rows at(double[] parameters) {
        int last = STEPS.size() - 1;
        for (int i = 0; i < last; i++) {
            int finer = STEPS.get(i + 1);
            asked = grid(i).look(parameters);
            if (asked <= WORTH / (finer * finer)) {
                return grid(i).rows(parameters);
            }
        }
        asked = grid(last).look(parameters);
        return grid(last).rows(parameters);
    }

    // Finer ones take memory that few models need.
    private CoarsePlane grid(int index) {
        while (grids.size() <= index) {
            grids.add(new CoarsePlane(model, plane, STEPS.get(grids.size())));
        }
        return grids.get(index);
    }

    /** The part of the cells that was asked one by one the last time. */
    double asked() {
        return asked;
    }
}
