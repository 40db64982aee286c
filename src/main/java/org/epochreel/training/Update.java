package org.epochreel.training;

import org.epochreel.scene.TrainingSpec.Optimiser;

/** How a gradient moves the parameters; keeps whatever it remembers of earlier gradients. */
interface Update {

    /** Moves the parameters against the gradient. */
    void step(double[] parameters, double[] gradient, double rate);

    /** An update that has seen no gradient yet. */
    static Update of(Optimiser optimiser, int parameterCount) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            return new Momentum(momentum.beta(), false, parameterCount);
        }
        if (optimiser instanceof Optimiser.Nesterov nesterov) {
            return new Momentum(nesterov.beta(), true, parameterCount);
        }
        if (optimiser instanceof Optimiser.Adam adam) {
            return new Adam(adam, parameterCount);
        }
        if (optimiser instanceof Optimiser.AdamW adam) {
            Update plain = new Adam(new Optimiser.Adam(adam.beta1(), adam.beta2(), adam.epsilon()), parameterCount);
            return new DecoupledDecay(plain, adam.weightDecay());
        }
        if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            return new RmsProp(rmsProp, parameterCount);
        }
        return (parameters, gradient, rate) -> {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = parameters[i] - rate * gradient[i];
            }
        };
    }

    /**
     * {@code v = beta v + g, p -= rate v} with v = 0 at first, or with Nesterov's way {@code p -= rate (g + beta v)}:
     * PyTorch's {@code torch.optim.SGD} with {@code momentum=beta}, without dampening.
     */
    final class Momentum implements Update {
        private final double beta;
        private final boolean nesterov;
        private final double[] velocity;

        private Momentum(double beta, boolean nesterov, int parameterCount) {
            this.beta = beta;
            this.nesterov = nesterov;
            this.velocity = new double[parameterCount];
        }

        @Override
        public void step(double[] parameters, double[] gradient, double rate) {
            for (int i = 0; i < parameters.length; i++) {
                velocity[i] = beta * velocity[i] + gradient[i];
                double direction = nesterov ? gradient[i] + beta * velocity[i] : velocity[i];
                parameters[i] = parameters[i] - rate * direction;
            }
        }
    }

    /**
     * {@code p -= rate decay p} and then a plain step by the bare gradient, after Loshchilov and Hutter, "Decoupled
     * Weight Decay Regularization" (2019); with Adam's step PyTorch's {@code torch.optim.AdamW}.
     */
    record DecoupledDecay(Update plain, double decay) implements Update {

        @Override
        public void step(double[] parameters, double[] gradient, double rate) {
            double rest = 1 - rate * decay;
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = parameters[i] * rest;
            }
            plain.step(parameters, gradient, rate);
        }
    }

    /**
     * Kingma and Ba, "Adam" (2015), as PyTorch's {@code torch.optim.Adam} has it: at the t-th step
     * {@code m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g²} and
     * {@code p -= rate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)}, with m = v = 0 at first.
     */
    final class Adam implements Update {
        private final double beta1;
        private final double beta2;
        private final double epsilon;
        private final double[] mean;
        private final double[] square;
        private long step;

        Adam(Optimiser.Adam adam, int parameterCount) {
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

    /**
     * {@code v = alpha v + (1 - alpha) g², p -= rate g / (sqrt(v) + epsilon)} with v = 0 at first: PyTorch's
     * {@code torch.optim.RMSprop}, neither centred nor with momentum.
     */
    final class RmsProp implements Update {
        private final double alpha;
        private final double epsilon;
        private final double[] square;

        RmsProp(Optimiser.RmsProp rmsProp, int parameterCount) {
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
}
