package org.epochreel.landscape;

import com.google.common.collect.ImmutableList;

/**
 * What a picture shows of the loss around some runs.
 *
 * @param paths of the runs, in their order, of one that diverges up to where it is lost; of a plane that does not hold
 *     all parameters what is nearest to them there
 * @param window that a picture shows at least
 * @param losses over the plane
 */
public record Landscape(Plane plane, ImmutableList<PlanePath> paths, Window window, Losses losses) {

    /** The losses of a part of the plane. Every call with equal arguments gives the same numbers. */
    public interface Losses {

        LossGrid over(Window window);
    }
}
