package org.epochreel.landscape;

/** A loss as a function of a model's parameters. For one thread at a time. */
public interface LossAt {

    /** The loss; not finite where it overflows. */
    double of(double[] parameters);
}
