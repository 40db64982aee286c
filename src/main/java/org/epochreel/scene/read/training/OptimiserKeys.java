package org.epochreel.scene.read.training;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;

/** The keys of {@code training.optimiser}. */
final class OptimiserKeys extends OneOf<Optimiser> {

    private static final String GRADIENT_DESCENT = "gradient-descent";
    private static final String EPSILON = "Added to the divisor, so that it is never 0.";

    private final Key<Optimiser.Momentum> momentum = kind("momentum", new MomentumKeys(), "{beta: 0.9}",
            "Gradient descent with momentum: v = beta*v + g, then w = w - rate*v.");
    private final Key<Optimiser.Adam> adam = kind("adam", new AdamKeys(), "{beta1: 0.9}",
            "Adam, with both means corrected for their start at 0.");
    private final Key<Optimiser.RmsProp> rmsprop = kind("rmsprop", new RmsPropKeys(), "{alpha: 0.99}",
            "RMSprop: the gradient divided by the root of its squares' moving mean.");

    OptimiserKeys() {
        super("training.optimiser", "An optimiser with its numbers.");
        word(GRADIENT_DESCENT, new Optimiser.GradientDescent());
        alsoCalled(ImmutableMap.<String, String>builder()
                .put("sgd", GRADIENT_DESCENT)
                .put("gd", GRADIENT_DESCENT)
                .put("plain", GRADIENT_DESCENT)
                .put("vanilla", GRADIENT_DESCENT)
                .put("steepest-descent", GRADIENT_DESCENT)
                .put("sgd-momentum", "momentum")
                .put("heavy-ball", "momentum")
                .put("rms", "rmsprop")
                .put("rms-prop", "rmsprop")
                .put("nadam", "")
                .put("radam", "")
                .put("adamw", "")
                .put("adamax", "")
                .buildOrThrow());
    }

    @Override
    protected Optional<String> word(Optimiser optimiser) {
        return optimiser instanceof Optimiser.GradientDescent ? Optional.of(GRADIENT_DESCENT) : Optional.empty();
    }

    @Override
    protected void write(Optimiser optimiser, Members members) {
        if (optimiser instanceof Optimiser.Momentum value) {
            members.put(momentum, value);
        } else if (optimiser instanceof Optimiser.Adam value) {
            members.put(adam, value);
        } else {
            members.put(rmsprop, (Optimiser.RmsProp) optimiser);
        }
    }

    private static final class MomentumKeys extends Group<Optimiser.Momentum> {

        private final Key<Double> beta = key("beta", NumberType.BELOW_1).alsoCalled("momentum", "mu", "gamma")
                .orElse(0.9, "0.5", "How much of the last step's velocity is kept.");

        MomentumKeys() {
            super("training.optimiser.momentum", "Gradient descent with momentum.");
        }

        @Override
        protected Optional<Optimiser.Momentum> read(Section momentum) {
            return Optional.of(new Optimiser.Momentum(momentum.get(beta)));
        }

        @Override
        protected void write(Optimiser.Momentum momentum, Members members) {
            members.put(beta, momentum.beta());
        }
    }

    private static final class AdamKeys extends Group<Optimiser.Adam> {

        private final Key<Double> beta1 = key("beta1", NumberType.BELOW_1).orElse(0.9, "0.8",
                "How much of the gradient's moving mean is kept at each update.");
        private final Key<Double> beta2 = key("beta2", NumberType.BELOW_1).orElse(0.999, "0.99",
                "How much of the squared gradient's moving mean is kept at each update.");
        private final Key<Double> epsilon = key("epsilon", NumberType.ABOVE_0).alsoCalled("eps").orElse(1e-8, "1e-7",
                EPSILON);

        AdamKeys() {
            super("training.optimiser.adam", "Adam, as in PyTorch.");
        }

        @Override
        protected Optional<Optimiser.Adam> read(Section adam) {
            return Optional.of(new Optimiser.Adam(adam.get(beta1), adam.get(beta2), adam.get(epsilon)));
        }

        @Override
        protected void write(Optimiser.Adam adam, Members members) {
            members.put(beta1, adam.beta1()).put(beta2, adam.beta2()).put(epsilon, adam.epsilon());
        }
    }

    private static final class RmsPropKeys extends Group<Optimiser.RmsProp> {

        private final Key<Double> alpha = key("alpha", NumberType.BELOW_1).alsoCalled("beta", "rho", "decay")
                .orElse(0.99, "0.9", "How much of the squared gradient's moving mean is kept at each update.");
        private final Key<Double> epsilon = key("epsilon", NumberType.ABOVE_0).alsoCalled("eps").orElse(1e-8, "1e-7",
                EPSILON);

        RmsPropKeys() {
            super("training.optimiser.rmsprop", "RMSprop, as in PyTorch.");
        }

        @Override
        protected Optional<Optimiser.RmsProp> read(Section rmsprop) {
            return Optional.of(new Optimiser.RmsProp(rmsprop.get(alpha), rmsprop.get(epsilon)));
        }

        @Override
        protected void write(Optimiser.RmsProp rmsprop, Members members) {
            members.put(alpha, rmsprop.alpha()).put(epsilon, rmsprop.epsilon());
        }
    }
}
