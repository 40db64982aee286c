package org.epochreel.chart.wall;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/**
 * What one frame of a wall shows.
 *
 * @param epoch of the longest run
 * @param cells one for each member
 * @param complete from 0, as long as a run goes on, to 1, where the lowest loss and the medians are told
 * @param gathering the curves on their way into one plot, in the last seconds
 */
public record WallContents(int epoch, ImmutableList<Cell> cells, double complete, Optional<Gathering> gathering) {

    /**
     * A member at a time.
     *
     * @param curve at the wall's x; of a run that left the picture, the last one that was visible
     * @param loss of the training set
     * @param lost whether the run left the picture, or the finite numbers
     * @param ended whether it goes no further
     * @param settled from 0 to 1 after it ended or was lost, while the cell takes on how it ended
     */
    public record Cell(ImmutableDoubleArray curve, double loss, boolean lost, boolean ended, double settled) {}

    /**
     * All final curves on their way from their cells into one plot.
     *
     * @param progress from 0, in the cells, to 1, in the plot
     * @param curves at the wall's gathered x, one for each member
     */
    public record Gathering(double progress, ImmutableList<ImmutableDoubleArray> curves) {}
}
