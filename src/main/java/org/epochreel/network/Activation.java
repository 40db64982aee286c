package org.epochreel.network;

import java.util.function.IntFunction;
import org.epochreel.network.kernel.ActivationFunction;
import org.epochreel.network.kernel.HyperbolicTangent;
import org.epochreel.network.kernel.Identity;
import org.epochreel.network.kernel.Rectifier;
import org.epochreel.network.kernel.Sigmoid;
import org.epochreel.network.kernel.Sine;

/** What a neuron does to its weighted sum. */
public enum Activation {
    /** {@code 1 / (1 + exp(-z))} */
    SIGMOID(Sigmoid::new),
    TANH(HyperbolicTangent::new),
    /** {@code max(0, z)}; its derivative at 0 is taken as 0 */
    RELU(maxCount -> new Rectifier()),
    SIN(maxCount -> new Sine()),
    IDENTITY(maxCount -> new Identity());

    private final IntFunction<ActivationFunction> function;

    Activation(IntFunction<ActivationFunction> function) {
        this.function = function;
    }

    /** A function of the caller's own, for up to {@code maxCount} values at once. */
    ActivationFunction function(int maxCount) {
        return function.apply(maxCount);
    }
}
