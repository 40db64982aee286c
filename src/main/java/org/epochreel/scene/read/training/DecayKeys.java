package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;

/** The keys of {@code training.decay}. */
final class DecayKeys extends OneOf<Decay> {

    private final Key<Decay.Exponential> exponential = kind("exponential", new ExponentialKeys(),
            "{factor: 0.5, every: 100}", "The rate is multiplied by the same factor again and again.");
    private final Key<Decay.Cosine> cosine = kind("cosine", new CosineKeys(), "{to: 1e-5, over: 1000}",
            "The rate falls along half a wave of a cosine: to + (first - to) * (1 + cos(pi*e/over)) / 2 after epoch"
            + " e.");
    private final Key<Decay.Inverse> inverse = kind("inverse", new InverseKeys(), "{power: 0.5}",
            "The rate falls as a power of the epoch: first / e^power for the update that leads to epoch e.");

    DecayKeys() {
        super("training.decay", "A learning rate that falls by a formula.");
    }

    @Override
    protected void write(Decay decay, Members members) {
        if (decay instanceof Decay.Exponential value) {
            members.put(exponential, value);
        } else if (decay instanceof Decay.Cosine value) {
            members.put(cosine, value);
        } else {
            members.put(inverse, (Decay.Inverse) decay);
        }
    }

    private static final class ExponentialKeys extends Group<Decay.Exponential> {

        private final Key<Double> factor = key("factor", NumberType.FACTOR).alsoCalled("gamma").required("0.5",
                "What the rate is multiplied by.");
        private final Key<Integer> every = key("every", whole(1, Limits.MAX_EPOCHS)).alsoCalled("step-size", "step")
                .required("100", "Epochs from one multiplication to the next.");

        ExponentialKeys() {
            super("training.decay.exponential", "A rate that falls by a factor again and again.");
        }

        @Override
        protected Optional<Decay.Exponential> read(Section exponential) {
            Optional<Integer> epochs = exponential.find(every);
            return exponential.find(factor).flatMap(by -> epochs.map(each -> new Decay.Exponential(by, each)));
        }

        @Override
        protected void write(Decay.Exponential exponential, Members members) {
            members.put(factor, exponential.factor()).put(every, exponential.every());
        }
    }

    private static final class CosineKeys extends Group<Decay.Cosine> {

        private final Key<Double> to = key("to", NumberType.AT_LEAST_0).alsoCalled("eta-min", "min").required("1e-5",
                "The last learning rate.");
        private final Key<Integer> over = key("over", whole(1, Limits.MAX_EPOCHS)).alsoCalled("t-max", "epochs")
                .required("1000", "Epochs until the last rate is reached, which then stays.");

        CosineKeys() {
            super("training.decay.cosine", "A rate that falls along half a cosine.");
        }

        @Override
        protected Optional<Decay.Cosine> read(Section cosine) {
            Optional<Integer> epochs = cosine.find(over);
            return cosine.find(to).flatMap(last -> epochs.map(all -> new Decay.Cosine(last, all)));
        }

        @Override
        protected void write(Decay.Cosine cosine, Members members) {
            members.put(to, cosine.to()).put(over, cosine.over());
        }
    }

    private static final class InverseKeys extends Group<Decay.Inverse> {

        private final Key<Double> power = key("power", NumberType.ABOVE_0).alsoCalled("exponent", "p").required("0.5",
                "What power of the epoch the first rate is divided by; 0.5 is its root.");

        InverseKeys() {
            super("training.decay.inverse", "A rate that falls as a power of the epoch.");
        }

        @Override
        protected Optional<Decay.Inverse> read(Section inverse) {
            return inverse.find(power).map(Decay.Inverse::new);
        }

        @Override
        protected void write(Decay.Inverse inverse, Members members) {
            members.put(power, inverse.power());
        }
    }
}
