package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Optimiser;

/**
 * {@code v = alpha v + (1 - alpha) g², p -= rate g / (sqrt(v) + epsilon)} with v = 0 at first: PyTorch's
 * {@code torch.optim.RMSprop}, neither centred nor with momentum.
 */
final class RmsPropUpdate implements Update {
    private final double alpha;
    private final double epsilon;
    private final double[] square;

    RmsPropUpdate(Optimiser.RmsProp rmsProp, int parameterCount) {
        this.alpha = rmsProp.alpha();
        this.epsilon = rmsProp.epsilon();
        this.square = new double[parameterCount];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        for (int i = 0; i < parameters.length; i++) {
            square[i] = alpha * square[i] + (1 - alpha) * (gradient[i] * gradient[i]);
            parameters[i] = parameters[i] - rate * (gradient[i] / (Math.sqrt(square[i]) + epsilon));
        }
    }
}
