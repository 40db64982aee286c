package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.seed;
import static org.epochreel.scene.key.Types.truth;
import static org.epochreel.scene.key.Types.whole;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.data.DataSource;
import org.epochreel.network.Output;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Loss;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.TrainingSpec.Penalty;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.model.LearnerKeys;
import org.epochreel.scene.read.training.PenaltyKeys.Coefficient;

/** The keys of {@code training}. */
public final class TrainingKeys extends Group<TrainingSpec> {

    private static final int MAX_CUTOFFS = 1000;
    private static final ImmutableMap<String, String> LOSS_SYNONYMS = ImmutableMap.<String, String>builder()
            .put("l2", "mse")
            .put("mean-squared-error", "mse")
            .put("squared", "mse")
            .put("quadratic", "mse")
            .put("l1", "mae")
            .put("mean-absolute-error", "mae")
            .put("absolute", "mae")
            .put("mape", "")
            .put("msle", "")
            .put("rmse", "")
            .buildOrThrow();

    private final Key<DataSource> data;
    private final LearnerKeys learners;
    private final WatchedLoss losses;
    private final Key<Loss> loss = key("loss", word(Loss.class, LOSS_SYNONYMS))
            .alsoCalled("loss-function", "criterion", "objective", "cost").orNothing("mse; cross-entropy where probabilities of classes are learned", "half-mse",
                    "How the errors e of all points become one number: mse is mean e^2, half-mse mean e^2/2, sse sum e^2,"
                            + " half-sse sum e^2/2, mae mean |e|, cross-entropy (of labelled points) mean"
                            + " -log p(class).");
    private final Key<Optimiser> optimiser = key("optimiser", new OptimiserKeys())
            .alsoCalled("optimizer", "optim", "method", "algorithm").orElse(new Optimiser.GradientDescent(), "adam",
                    "How a gradient becomes an update, by PyTorch's formulas.");
    private final Key<Double> learningRate = key("learning-rate", NumberType.ABOVE_0)
            .alsoCalled("lr", "rate", "eta", "alpha", "step-size", "step").orElse(0.01, "1e-3",
                    "Learning rate of the first update; the gradient is multiplied by it.");
    private final Key<ImmutableList<Cutoff>> cutoffs = key("cutoffs", list(new CutoffKeys(), 0, MAX_CUTOFFS,
            "[{at-epoch: 255, learning-rate: 1e-4}]")).alsoCalled("cutoff", "cut-offs", "schedule", "steps",
            "milestones").orElse(ImmutableList.of(), "[{at-epoch: 255, learning-rate: 1e-4}]",
                    "Steps of the learning rate: each fires once, in any order, and its rate stays until the next one"
                            + " fires.");
    private final Key<Decay> decay = key("decay", new DecayKeys()).alsoCalled("scheduler", "lr-decay").orNothing("none",
            "{exponential: {factor: 0.5, every: 100}}", "A learning rate that falls by a formula, instead of cutoffs.");
    private final Key<Integer> warmUp = key("warm-up", new WarmUpKeys()).alsoCalled("warmup", "burn-in").orNothing(
            "none", "{epochs: 20}", "Epochs over which the rate grows to what it would be without.");
    private final Key<Integer> batchSize = key("batch-size", whole(1, Limits.MAX_POINTS))
            .alsoCalled("batch", "batches", "minibatch", "mini-batch", "minibatch-size").orNothing(
                    "the whole training set", "10", "Points of a mini-batch, an update each, at most as many as the"
                    + " training set has; shuffled anew every epoch, and the last batch may be short.");
    private final Key<BigInteger> seed = key("seed", seed()).alsoCalled("random-seed", "random-state", "shuffle")
            .orElse(BigInteger.ZERO, "5", "Seed of the shuffling; without batch-size nothing is shuffled.");
    private final Key<Coefficient> l2 = key("l2", new PenaltyKeys("training.l2")).alsoCalled("weight-decay",
            "regularisation", "regularization", "lambda", "ridge").orElse(Coefficient.NONE, "1e-4", "Adds this times"
                    + " each parameter, biases included, to the gradient, or with {weights: 1e-4} that of the weights"
                    + " alone; the loss that is shown is without it.");
    private final Key<Coefficient> l1 = key("l1", new PenaltyKeys("training.l1")).alsoCalled("lasso").orElse(
            Coefficient.NONE, "1e-4", "Adds this times the sign of each parameter, biases included, to the gradient, or"
                    + " with {weights: 1e-4} that of the weights alone; the loss that is shown is without it.");
    private final Key<Integer> epochs = key("epochs", whole(1, Limits.MAX_EPOCHS)).alsoCalled("iterations", "iters",
            "max-epochs", "n-epochs", "num-epochs", "updates", "max-iter").orElse(1000, "500",
                    "Passes over the training set, unless stop ends the run earlier.");
    private final Key<Adaptive> adaptive;
    private final Key<Condition> stop;
    private final Key<Boolean> keepBest;

    /**
     * @param data key of the scene that holds the training set
     * @param learners keys of the scene that say what learns
     */
    public TrainingKeys(Key<DataSource> data, LearnerKeys learners) {
        super("training", "How the model learns, and for how long.");
        this.data = data;
        this.learners = learners;
        this.losses = new WatchedLoss(data);
        adaptive = key("adaptive", new AdaptiveKeys(losses)).alsoCalled("adaptive-rate", "reduce-on-plateau",
                "reduce-lr-on-plateau").orNothing("none", "{plateau: {factor: 0.2, patience: 20}}",
                        "A learning rate that follows how training goes, instead of cutoffs and decay.");
        stop = key("stop", new StopKeys(losses)).alsoCalled("early-stopping", "stop-when", "until", "patience")
                .orNothing("all epochs are run", "{loss-below: 0.3}", "Ends the run once a condition holds.");
        keepBest = key("keep-best", truth()).alsoCalled("restore-best", "restore-best-weights", "save-best", "best")
                .orElse(false, "true", "Whether the parameters of the lowest test loss, not the last ones, are the"
                        + " result that the record names; needs a test set.");
    }

    @Override
    protected Optional<TrainingSpec> read(Section training) {
        Optimiser method = training.get(optimiser);
        if (method instanceof Optimiser.Lbfgs) {
            training.refuse("lbfgs finds the length of each step itself; remove this key", learningRate, cutoffs, decay,
                    adaptive, warmUp);
            training.refuse("lbfgs learns from the whole training set at once; remove this key", batchSize, seed);
        }
        if (method instanceof Optimiser.AdamW) {
            training.refuse("adamw has a weight decay of its own; write {adamw: {weight-decay: 0.01}} and remove this"
                    + " key", l2);
        }
        if (training.has(decay)) {
            training.refuse("cutoffs and decay exclude each other; remove one of them", cutoffs);
        }
        if (training.has(adaptive)) {
            training.refuse("an adaptive rate has neither cutoffs nor decay beside it; remove one of them", cutoffs,
                    decay);
        }
        if (training.get(keepBest) && losses.lacksTest(training)) {
            training.mistake(keepBest, "there is no test set whose lowest loss could say what is best; give data a"
                    + " test, or remove this key");
        }
        Optional<Integer> batch = training.find(batchSize);
        batch.ifPresent(size -> checkBatch(size, training));
        warnOfLateCutoffs(training);
        warnOfLongWarmUp(training);
        Coefficient sign = training.get(l1);
        Coefficient square = training.get(l2);
        return Optional.of(new TrainingSpec(
                loss(training),
                method,
                training.get(learningRate),
                training.get(cutoffs),
                training.find(decay),
                batch.map(OptionalInt::of).orElse(OptionalInt.empty()),
                training.get(seed),
                new Penalty(sign.value(), sign.ofBiases(), square.value(), square.ofBiases()),
                training.get(epochs),
                training.find(stop),
                training.find(adaptive),
                training.find(warmUp).map(OptionalInt::of).orElse(OptionalInt.empty()),
                training.get(keepBest)));
    }

    private Loss loss(Section training) {
        Section scene = training.parent().orElseThrow();
        Optional<DataSource> points = scene.find(data);
        Optional<Output> last = points.filter(source -> source.classes() > 0).flatMap(source -> learners.read(scene))
                .flatMap(learner -> learner instanceof Learner.Network network
                        ? Optional.of(network.architecture().output()) : Optional.empty());
        boolean probabilities = last.filter(output -> output == Output.SIGMOID || output == Output.SOFTMAX).isPresent();
        Optional<Loss> asked = training.find(loss);
        if (asked.equals(Optional.of(Loss.CROSS_ENTROPY))) {
            String others = "allowed are mse, half-mse, sse, half-sse, mae";
            if (points.isPresent() && points.get().classes() == 0) {
                training.value(loss).orElseThrow().mistake("cross-entropy compares classes, and these data have none",
                        others);
            } else if (last.isPresent() && !probabilities) {
                training.value(loss).orElseThrow().mistake("cross-entropy is of probabilities, and the network's output"
                        + " is " + Choice.text(last.get()), "let network.output be sigmoid or softmax, or choose"
                        + " another loss: mse, half-mse, sse, half-sse, mae");
            }
        }
        return asked.orElse(probabilities ? Loss.CROSS_ENTROPY : Loss.MSE);
    }

    private void checkBatch(int size, Section training) {
        Optional<Integer> points = training.parent().orElseThrow().find(data).map(DataSource::trainCount);
        if (points.isPresent() && size > points.get()) {
            Value value = training.value(batchSize).orElseThrow();
            value.mistake("a batch of " + size + " is larger than the training set", "allowed is a whole number from"
                    + " 1 to " + points.get() + ", or no batch-size for the full set");
        }
    }

    private void warnOfLateCutoffs(Section training) {
        int last = training.get(epochs);
        ImmutableList<Cutoff> steps = training.get(cutoffs);
        for (int i = 0; i < steps.size(); i++) {
            OptionalInt asked = firstAsked(steps.get(i).when());
            if (asked.isPresent() && asked.getAsInt() >= last && training.value(cutoffs).isPresent()) {
                training.value(cutoffs).get().item(i).warn("this cut-off never changes anything; it is first asked at"
                        + " epoch " + asked.getAsInt() + ", and the run has " + last + " epochs");
            }
        }
    }

    private void warnOfLongWarmUp(Section training) {
        int last = training.get(epochs);
        training.find(warmUp).filter(over -> over > last).ifPresent(over -> training.value(warmUp).orElseThrow().warn(
                "the warm-up takes " + over + " epochs, and the run has " + last));
    }

    /** The first epoch at which a condition may hold, where that is known. */
    private static OptionalInt firstAsked(Condition when) {
        return when instanceof Condition.AtEpoch at ? OptionalInt.of(at.epoch())
                : when instanceof Condition.LossChangeBelow change
                        ? OptionalInt.of(Math.max(change.over(), change.notBefore()))
                : OptionalInt.empty();
    }

    @Override
    protected void write(TrainingSpec training, Members members) {
        boolean scheduled = !(training.optimiser() instanceof Optimiser.Lbfgs);
        members.put(loss, training.loss()).put(optimiser, training.optimiser());
        if (scheduled) {
            members.put(learningRate, training.learningRate());
        }
        if (training.decay().isPresent()) {
            members.put(decay, training.decay());
        } else if (scheduled && training.adaptive().isEmpty()) {
            members.put(cutoffs, training.cutoffs());
        }
        training.warmUp().ifPresent(over -> members.put(warmUp, over));
        training.batchSize().ifPresent(size -> members.put(batchSize, size));
        if (scheduled) {
            members.put(seed, training.seed());
        }
        Penalty penalty = training.penalty();
        if (!(training.optimiser() instanceof Optimiser.AdamW)) {
            members.put(l2, new Coefficient(penalty.l2(), penalty.l2OfBiases()));
        }
        // What is newer than the first scenes is left out where it says nothing, so that their hashes stay.
        Coefficient sign = new Coefficient(penalty.l1(), penalty.l1OfBiases());
        members.put(l1, Optional.of(sign).filter(said -> !said.equals(Coefficient.NONE)));
        members.put(epochs, training.epochs()).put(adaptive, training.adaptive()).put(stop, training.stop());
        members.put(keepBest, Optional.of(training.keepBest()).filter(kept -> kept));
    }

    @Override
    public String conditions() {
        return """
                {"allOf": [
                  {"not": {"required": ["cutoffs", "decay"]}},
                  {"not": {"required": ["cutoffs", "adaptive"]}},
                  {"not": {"required": ["decay", "adaptive"]}},
                  {"if": {"required": ["optimiser"], "properties": {"optimiser":
                     {"anyOf": [{"const": "lbfgs"}, {"type": "object", "required": ["lbfgs"]}]}}},
                   "then": {"properties": {"learning-rate": false, "cutoffs": false, "decay": false, "adaptive": false,
                                           "warm-up": false, "batch-size": false, "seed": false}}},
                  {"if": {"required": ["optimiser"], "properties": {"optimiser":
                     {"anyOf": [{"const": "adamw"}, {"type": "object", "required": ["adamw"]}]}}},
                   "then": {"properties": {"l2": false}}}]}""";
    }
}
