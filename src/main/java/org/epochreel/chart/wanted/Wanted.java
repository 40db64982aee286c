package org.epochreel.chart.wanted;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.scene.VideoSpec.Range;

/**
 * Something that a panel wants to see of a run's model. Equal wishes are answered once, for a frame's parameters or for
 * those at the end of the run.
 *
 * @param <A> what it is told
 */
public sealed interface Wanted<A> {

    /** Which of the data. */
    enum Points {
        TRAIN,
        /** No rows where there are none. */
        TEST
    }

    /** Which numbers of the output neurons. */
    enum Numbers {
        /** What they give, in the data's own units. */
        OUTPUTS,
        /** What they sum up, of classes the logits. */
        SUMS
    }

    /**
     * A model of the plane at the centres of equal cells, row by row from the top (the greatest x2) on.
     *
     * @param x1 from the left to the right edge
     * @param x2 from the bottom to the top edge
     * @param columns cells side by side, at least 1
     * @param rows cells above each other, at least 1
     * @param tolerance how far a probability (of {@link Numbers#SUMS}) or a value may be off
     */
    record Plane(Range x1, Range x2, int columns, int rows, Numbers numbers, double tolerance) implements Wanted<Rows> {}

    /** The output neurons at each of the data's points. */
    record AtPoints(Points points, Numbers numbers) implements Wanted<Rows> {}

    /** The class that the model says of each of the data's points. */
    record ClassesOf(Points points) implements Wanted<Classes> {}

    /** What the neurons of the last hidden layer give at each of the data's points. */
    record LastHidden(Points points) implements Wanted<Rows> {}

    /**
     * All that is said in a network, over a line or a plane: first what the first layer sees, then the neurons of each
     * hidden layer, then the output neurons.
     *
     * @param x1 from the left to the right edge
     * @param x2 from the bottom to the top edge of a plane; of a line nothing
     * @param columns places side by side; of a line with both of its ends, at least 2, of a plane the centres of cells
     * @param rows cells above each other, from the top on; of a line 1
     */
    record Neurons(Range x1, Optional<Range> x2, int columns, int rows) implements Wanted<Rows> {}

    /** The model's parameters in its flat order. */
    record Parameters() implements Wanted<ImmutableDoubleArray> {}
}
