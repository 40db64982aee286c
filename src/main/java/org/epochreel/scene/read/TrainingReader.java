package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.scene.Defaults;
import org.epochreel.scene.Limits;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.scene.yaml.Mistakes;

/** Reads {@code training}. */
final class TrainingReader {

    private static final int MAX_CUTOFFS = 1000;
    private static final String GRADIENT_DESCENT = "gradient-descent";
    private static final ImmutableList<String> OPTIMISERS = ImmutableList.<String>builder()
            .add(GRADIENT_DESCENT)
            .addAll(SectionKind.OPTIMISER.keys())
            .build();

    private TrainingReader() {}

    /** @param points size of the training set; absent where it cannot be told */
    static TrainingSpec read(Section training, OptionalInt points) {
        if (training.has("decay")) {
            training.refuse("cutoffs and decay exclude each other; remove one of them", "cutoffs");
        }
        ImmutableList<Cutoff> cutoffs =
                training.optional("cutoffs").map(TrainingReader::cutoffs).orElse(ImmutableList.of());
        return new TrainingSpec(
                loss(training),
                training.optional("optimiser").flatMap(TrainingReader::optimiser).orElse(Defaults.OPTIMISER),
                training.number("learning-rate", Allowed.ABOVE_0, Defaults.LEARNING_RATE),
                cutoffs,
                training.optional("decay").flatMap(value -> value.section(SectionKind.DECAY).onlyKey())
                        .flatMap(TrainingReader::decay),
                training.optional("batch-size").map(value -> batchSize(value, points)).orElse(OptionalInt.empty()),
                training.seed("seed"),
                training.number("l2", Allowed.AT_LEAST_0, Defaults.L2),
                training.integer("epochs", 1, Limits.MAX_EPOCHS, Defaults.EPOCHS),
                training.optional("stop").flatMap(value -> condition(value.section(SectionKind.STOP),
                        ImmutableList.of("loss-below", "loss-change-below"))));
    }

    private static TrainingSpec.Loss loss(Section training) {
        TrainingSpec.Loss loss = training.choice("loss", Defaults.LOSS);
        if (loss == TrainingSpec.Loss.CROSS_ENTROPY) {
            training.optional("loss").orElseThrow().mistake("cross-entropy compares classes, and these data have none",
                    "allowed are mse, half-mse, sse, half-sse, mae");
            return Defaults.LOSS;
        }
        return loss;
    }

    private static OptionalInt batchSize(Value value, OptionalInt points) {
        OptionalInt size = value.integer(1, Limits.MAX_POINTS);
        if (size.isPresent() && points.isPresent() && size.getAsInt() > points.getAsInt()) {
            value.mistake("a batch of " + size.getAsInt() + " is larger than the training set", "allowed is a whole"
                    + " number from 1 to " + points.getAsInt() + ", or no batch-size for the full set");
            return OptionalInt.empty();
        }
        return size;
    }

    private static Optional<Optimiser> optimiser(Value value) {
        if (!value.isMapping()) {
            return value.name(OPTIMISERS, "{adam: {beta1: 0.9}}").map(name -> switch (name) {
                case "momentum" -> momentum(absent(SectionKind.MOMENTUM, value));
                case "adam" -> adam(absent(SectionKind.ADAM, value));
                case "rmsprop" -> rmsprop(absent(SectionKind.RMSPROP, value));
                default -> new Optimiser.GradientDescent();
            });
        }
        return value.section(SectionKind.OPTIMISER).onlyKey().map(kind -> switch (kind.name()) {
            case "momentum" -> momentum(kind.value().section(SectionKind.MOMENTUM));
            case "adam" -> adam(kind.value().section(SectionKind.ADAM));
            default -> rmsprop(kind.value().section(SectionKind.RMSPROP));
        });
    }

    private static Section absent(SectionKind kind, Value value) {
        return Section.broken(kind, value.position(), value.path(), new Mistakes());
    }

    private static Optimiser momentum(Section section) {
        return new Optimiser.Momentum(section.number("beta", Allowed.BELOW_1, Defaults.MOMENTUM_BETA));
    }

    private static Optimiser adam(Section section) {
        return new Optimiser.Adam(
                section.number("beta1", Allowed.BELOW_1, Defaults.ADAM_BETA1),
                section.number("beta2", Allowed.BELOW_1, Defaults.ADAM_BETA2),
                section.number("epsilon", Allowed.ABOVE_0, Defaults.EPSILON));
    }

    private static Optimiser rmsprop(Section section) {
        return new Optimiser.RmsProp(
                section.number("alpha", Allowed.BELOW_1, Defaults.RMSPROP_ALPHA),
                section.number("epsilon", Allowed.ABOVE_0, Defaults.EPSILON));
    }

    private static ImmutableList<Cutoff> cutoffs(Value value) {
        Optional<ImmutableList<Value>> items =
                value.list(0, MAX_CUTOFFS, "[{at-epoch: 255, learning-rate: 1e-4}]");
        ImmutableList.Builder<Cutoff> cutoffs = ImmutableList.builder();
        for (Value item : items.orElse(ImmutableList.of())) {
            Section section = item.section(SectionKind.CUTOFF);
            Optional<Condition> when = condition(section,
                    ImmutableList.of("at-epoch", "loss-below", "loss-change-below", "angle-above"));
            OptionalDouble rate = section.requiredNumber("learning-rate", Allowed.ABOVE_0, "1e-4");
            if (when.isPresent() && rate.isPresent()) {
                cutoffs.add(new Cutoff(when.get(), rate.getAsDouble()));
            }
        }
        return cutoffs.build();
    }

    /** The one condition of a cut-off or a stop; {@code kinds} are the keys that each make one. */
    private static Optional<Condition> condition(Section section, ImmutableList<String> kinds) {
        boolean loneExtras = !section.has("loss-change-below");
        if (loneExtras) {
            section.refuse("this key belongs to loss-change-below, which is not there; add it or remove this key",
                    "over", "not-before");
        }
        Optional<Section.Named> kind = section.onlyKeyOf(kinds);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Value value = kind.get().value();
        switch (kind.get().name()) {
            case "at-epoch":
                OptionalInt epoch = value.integer(0, Limits.MAX_EPOCHS);
                return epoch.isPresent() ? Optional.of(new Condition.AtEpoch(epoch.getAsInt())) : Optional.empty();
            case "loss-below":
                OptionalDouble loss = value.number(Allowed.ABOVE_0);
                return loss.isPresent() ? Optional.of(new Condition.LossBelow(loss.getAsDouble())) : Optional.empty();
            case "angle-above":
                OptionalDouble angle = value.number(Allowed.DEGREES);
                return angle.isPresent()
                        ? Optional.of(new Condition.AngleAbove(angle.getAsDouble()))
                        : Optional.empty();
            default:
                OptionalDouble change = value.number(Allowed.ABOVE_0);
                int over = section.integer("over", 1, Limits.MAX_EPOCHS, Defaults.LOSS_CHANGE_OVER);
                int notBefore = section.integer("not-before", 0, Limits.MAX_EPOCHS, Defaults.LOSS_CHANGE_NOT_BEFORE);
                return change.isPresent()
                        ? Optional.of(new Condition.LossChangeBelow(change.getAsDouble(), over, notBefore))
                        : Optional.empty();
        }
    }

    private static Optional<Decay> decay(Section.Named kind) {
        if (kind.name().equals("exponential")) {
            Section section = kind.value().section(SectionKind.EXPONENTIAL);
            OptionalDouble factor = section.requiredNumber("factor", Allowed.FACTOR, "0.5");
            OptionalInt every = section.requiredInteger("every", 1, Limits.MAX_EPOCHS, "100");
            return factor.isPresent() && every.isPresent()
                    ? Optional.of(new Decay.Exponential(factor.getAsDouble(), every.getAsInt()))
                    : Optional.empty();
        }
        Section section = kind.value().section(SectionKind.COSINE);
        OptionalDouble to = section.requiredNumber("to", Allowed.AT_LEAST_0, "1e-5");
        OptionalInt over = section.requiredInteger("over", 1, Limits.MAX_EPOCHS, "1000");
        return to.isPresent() && over.isPresent()
                ? Optional.of(new Decay.Cosine(to.getAsDouble(), over.getAsInt()))
                : Optional.empty();
    }
}
