package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.whole;

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
    private static final String NESTEROV = "{momentum: {nesterov: true}}";
    private static final String MEAN_KEPT = "How much of the gradient's moving mean is kept at each update.";
    private static final String SQUARES_KEPT =
            "How much of the squared gradient's moving mean is kept at each update.";
    private static final String EPSILON = "Added to the divisor, so that it is never 0.";

    private final Key<Optimiser> momentum = kind("momentum", new MomentumKeys(), "{beta: 0.9}",
            "Gradient descent with momentum: v = beta*v + g, then w = w - rate*v; with nesterov, w = w -"
            + " rate*(g + beta*v).");
    private final Key<Optimiser.Adam> adam = kind("adam", new AdamKeys(), "{beta1: 0.9}",
            "Adam, with both means corrected for their start at 0.");
    private final Key<Optimiser.RmsProp> rmsprop = kind("rmsprop", new RmsPropKeys(), "{alpha: 0.99}",
            "RMSprop: the gradient divided by the root of its squares' moving mean.");
    private final Key<Optimiser.AdamW> adamw = kind("adamw", new AdamWKeys(), "{weight-decay: 0.05}",
            "Adam with weight decay of its own: w = w - rate*weight-decay*w before each update; not together with l2.");
    private final Key<Optimiser.Lbfgs> lbfgs = kind("lbfgs", new LbfgsKeys(), "{history: 10}",
            "L-BFGS on the full batch, with a line search by the strong Wolfe conditions; an epoch is an accepted step,"
            + " whose length it finds itself.");

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
                .put("nesterov", NESTEROV)
                .put("nag", NESTEROV)
                .put("bfgs", "lbfgs")
                .put("l-bfgs", "lbfgs")
                .put("l-bfgs-b", "lbfgs")
                .put("adam-w", "adamw")
                .put("nadam", "")
                .put("radam", "")
                .put("adamax", "")
                .buildOrThrow());
    }

    @Override
    protected Optional<String> word(Optimiser optimiser) {
        return optimiser instanceof Optimiser.GradientDescent ? Optional.of(GRADIENT_DESCENT) : Optional.empty();
    }

    @Override
    protected void write(Optimiser optimiser, Members members) {
        if (optimiser instanceof Optimiser.Momentum || optimiser instanceof Optimiser.Nesterov) {
            members.put(momentum, optimiser);
        } else if (optimiser instanceof Optimiser.Adam value) {
            members.put(adam, value);
        } else if (optimiser instanceof Optimiser.AdamW value) {
            members.put(adamw, value);
        } else if (optimiser instanceof Optimiser.Lbfgs value) {
            members.put(lbfgs, value);
        } else {
            members.put(rmsprop, (Optimiser.RmsProp) optimiser);
        }
    }

    private static final class MomentumKeys extends Group<Optimiser> {

        private final Key<Double> beta = key("beta", NumberType.BELOW_1).alsoCalled("momentum", "mu", "gamma")
                .orElse(0.9, "0.5", "How much of the last step's velocity is kept.");
        private final Key<Boolean> nesterov = key("nesterov", truth()).alsoCalled("nag").orElse(false, "true",
                "Nesterov's momentum, which steps with the velocity to come; beta must then be above 0.");

        MomentumKeys() {
            super("training.optimiser.momentum", "Gradient descent with momentum.");
        }

        @Override
        protected Optional<Optimiser> read(Section momentum) {
            double kept = momentum.get(beta);
            if (!momentum.get(nesterov)) {
                return Optional.of(new Optimiser.Momentum(kept));
            }
            if (kept == 0) {
                momentum.value(beta).orElseThrow().mistake("Nesterov's momentum keeps some of the velocity",
                        "allowed is a number above 0 and below 1");
                return Optional.empty();
            }
            return Optional.of(new Optimiser.Nesterov(kept));
        }

        @Override
        protected void write(Optimiser momentum, Members members) {
            if (momentum instanceof Optimiser.Nesterov value) {
                members.put(beta, value.beta()).put(nesterov, true);
            } else {
                members.put(beta, ((Optimiser.Momentum) momentum).beta());
            }
        }

        @Override
        public String conditions() {
            return "{\"if\": {\"required\": [\"nesterov\"], \"properties\": {\"nesterov\": {\"const\": true}}},"
                    + " \"then\": {\"properties\": {\"beta\": {\"exclusiveMinimum\": 0}}}}";
        }
    }

    private static final class AdamKeys extends Group<Optimiser.Adam> {

        private final Key<Double> beta1 = key("beta1", NumberType.BELOW_1).orElse(0.9, "0.8", MEAN_KEPT);
        private final Key<Double> beta2 = key("beta2", NumberType.BELOW_1).orElse(0.999, "0.99", SQUARES_KEPT);
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

    private static final class AdamWKeys extends Group<Optimiser.AdamW> {

        private final Key<Double> weightDecay = key("weight-decay", NumberType.AT_LEAST_0).alsoCalled("decay", "lambda",
                "wd").orElse(0.01, "0.05", "How much of each parameter, biases included, a step at rate 1 takes away.");
        private final Key<Double> beta1 = key("beta1", NumberType.BELOW_1).orElse(0.9, "0.8", MEAN_KEPT);
        private final Key<Double> beta2 = key("beta2", NumberType.BELOW_1).orElse(0.999, "0.99", SQUARES_KEPT);
        private final Key<Double> epsilon = key("epsilon", NumberType.ABOVE_0).alsoCalled("eps").orElse(1e-8, "1e-7",
                EPSILON);

        AdamWKeys() {
            super("training.optimiser.adamw", "Adam with decoupled weight decay, as in PyTorch.");
        }

        @Override
        protected Optional<Optimiser.AdamW> read(Section adamw) {
            return Optional.of(new Optimiser.AdamW(
                    adamw.get(beta1), adamw.get(beta2), adamw.get(epsilon), adamw.get(weightDecay)));
        }

        @Override
        protected void write(Optimiser.AdamW adamw, Members members) {
            members.put(weightDecay, adamw.weightDecay());
            members.put(beta1, adamw.beta1()).put(beta2, adamw.beta2()).put(epsilon, adamw.epsilon());
        }
    }

    private static final class LbfgsKeys extends Group<Optimiser.Lbfgs> {

        private final Key<Integer> history = key("history", whole(1, 100)).alsoCalled("history-size", "memory", "m")
                .orElse(10, "20", "Steps that are remembered; the more, the closer to Newton's method.");

        LbfgsKeys() {
            super("training.optimiser.lbfgs", "L-BFGS.");
        }

        @Override
        protected Optional<Optimiser.Lbfgs> read(Section lbfgs) {
            return Optional.of(new Optimiser.Lbfgs(lbfgs.get(history)));
        }

        @Override
        protected void write(Optimiser.Lbfgs lbfgs, Members members) {
            members.put(history, lbfgs.history());
        }
    }

    private static final class RmsPropKeys extends Group<Optimiser.RmsProp> {

        private final Key<Double> alpha = key("alpha", NumberType.BELOW_1).alsoCalled("beta", "rho", "decay")
                .orElse(0.99, "0.9", SQUARES_KEPT);
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
