package org.epochreel.network.kernel;

/**
 * An activation and its derivative over arrays, with whatever working memory they need; for one thread at a time.
 *
 * <p>Implementations are chains of short loops, each of which HotSpot's compiler turns into vector instructions. It
 * gives up on a loop of more than about forty operations, and on a sum of two terms of one kind (two products, two
 * differences), whose order it may swap; such sums are written as differences.
 */
public interface ActivationFunction {

    /** Sets {@code outputs[i]} to the activation of {@code sums[i]} for i below {@code count}; two different arrays. */
    void apply(double[] sums, int count, double[] outputs);

    /**
     * Multiplies {@code gradient[i]} by the derivative at {@code sums[i]}, where {@code outputs} is what {@link #apply}
     * made of the sums. Leaves the outputs undefined.
     */
    public void chain(double[] sums, double[] outputs, int count, double[] gradient);
}
