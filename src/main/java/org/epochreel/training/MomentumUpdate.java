package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Optimiser;

/**
 * {@code v = beta v + g, p -= rate v} with v = 0 at first: PyTorch's {@code torch.optim.SGD} with
 * {@code momentum=beta}, without dampening.
 */
final class MomentumUpdate implements Update {
    private final double beta;
    private final double[] velocity;

    MomentumUpdate(Optimiser.Momentum momentum, int parameterCount) {
        this.beta = momentum.beta();
        this.velocity = new double[parameterCount];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            velocity[i] = beta * velocity[i] + gradient[i];
            parameters[i] = parameters[i] - rate * velocity[i];
        }
    }
}
