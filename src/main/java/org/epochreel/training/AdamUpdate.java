package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Optimiser;

/**
 * Kingma and Ba, "Adam" (2015), as PyTorch's {@code torch.optim.Adam} has it: at the t-th step
 * {@code m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g²} and
 * {@code p -= rate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)}, with m = v = 0 at first.
 */
final class AdamUpdate implements Update {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double[] mean;
    private final double[] square;
    private long step;

    AdamUpdate(Optimiser.Adam adam, int parameterCount) {
        this.beta1 = adam.beta1();
        this.beta2 = adam.beta2();
        this.epsilon = adam.epsilon();
        this.mean = new double[parameterCount];
        this.square = new double[parameterCount];
    }

    @Override
    public void step(double[] parameters, double[] gradient, double rate) {
        step++;
        double size = rate / (1 - IntegerPower.power(beta1, step));
        double correction = Math.sqrt(1 - IntegerPower.power(beta2, step));
        for (int i = 0; i < parameters.length; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * gradient[i];
            square[i] = beta2 * square[i] + (1 - beta2) * (gradient[i] * gradient[i]);
            parameters[i] = parameters[i] - size * (mean[i] / (Math.sqrt(square[i]) / correction + epsilon));
        }
    }
}
