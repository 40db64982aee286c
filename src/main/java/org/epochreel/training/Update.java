package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Optimiser;

/** How a gradient moves the parameters; keeps whatever it remembers of earlier gradients. */
interface Update {

    /** Moves the parameters against the gradient. */
    void step(double[] parameters, double[] gradient, double rate);

    /** An update that has seen no gradient yet. */
    static Update of(Optimiser optimiser, int parameterCount) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return new MomentumUpdate(momentum, parameterCount);
        }
        if (optimiser instanceof Optimiser.Adam adam) {
            return new AdamUpdate(adam, parameterCount);
        }
        if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return new RmsPropUpdate(rmsProp, parameterCount);
        }
        return (parameters, gradient, rate) -> {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = parameters[i] - rate * gradient[i];
            }
        };
    }
}
