package org.epochreel.scene.read.training;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.scene.Limits;
import org.epochreel.scene.TrainingSpec.Adaptive;
import org.epochreel.scene.TrainingSpec.Watched;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;

/** The keys of {@code training.adaptive}. */
final class AdaptiveKeys extends OneOf<Adaptive> {

    private final Key<Adaptive.Plateau> plateau;
    private final Key<Adaptive.Angle> angle;

    AdaptiveKeys(WatchedLoss losses) {
        super("training.adaptive", "A learning rate that follows how training goes.");
        plateau = kind("plateau", new PlateauKeys(losses), "{factor: 0.2, patience: 20}",
                "The rate is cut each time the loss has not fallen for more than patience epochs.");
        angle = kind("angle", new AngleKeys(), "{shrink: 0.5, grow: 1.02}",
                "The rate shrinks after an epoch whose gradient turned far, and grows after every other one.");
    }

    @Override
    protected void write(Adaptive adaptive, Members members) {
        if (adaptive instanceof Adaptive.Plateau value) {
            members.put(plateau, value);
        } else {
            members.put(angle, (Adaptive.Angle) adaptive);
        }
    }

    private static final class PlateauKeys extends Group<Adaptive.Plateau> {

        private final WatchedLoss losses;
        private final Key<Double> factor = key("factor", NumberType.FRACTION).alsoCalled("gamma").orElse(0.2, "0.5",
                "What the rate is multiplied by at each cut.");
        private final Key<Integer> patience = key("patience", whole(0, Limits.MAX_EPOCHS)).alsoCalled("over", "epochs")
                .orElse(10, "50", "Epochs without a lower loss that are borne; one more, and the rate is cut.");
        private final Key<Double> minChange = key("min-change", NumberType.BELOW_1).alsoCalled("threshold", "by",
                "min-delta", "tolerance").orElse(1e-4, "1e-3",
                        "A loss counts as lower if it is below the best by this part of the best.");
        private final Key<Watched> of = key("of", WatchedLoss.type()).alsoCalled("loss", "monitor", "metric")
                .orElse(Watched.TRAIN, "test", "The loss that is watched; test needs a test set.");
        private final Key<Double> to = key("to", NumberType.AT_LEAST_0).alsoCalled("min-lr", "min", "eta-min")
                .orElse(1e-6, "1e-5", "The lowest learning rate.");

        PlateauKeys(WatchedLoss losses) {
            super("training.adaptive.plateau",
                    "A rate that is cut where the loss rests, as by PyTorch's ReduceLROnPlateau.");
            this.losses = losses;
        }

        @Override
        protected Optional<Adaptive.Plateau> read(Section plateau) {
            return Optional.of(new Adaptive.Plateau(plateau.get(factor), plateau.get(patience), plateau.get(minChange),
                    losses.read(plateau, of), plateau.get(to)));
        }

        @Override
        protected void write(Adaptive.Plateau plateau, Members members) {
            members.put(factor, plateau.factor()).put(patience, plateau.patience());
            members.put(minChange, plateau.minChange()).put(of, plateau.of()).put(to, plateau.to());
        }
    }

    private static final class AngleKeys extends Group<Adaptive.Angle> {

        private static final NumberType AT_LEAST_1 = new NumberType(
                "a number of at least 1", 1, true, Double.POSITIVE_INFINITY, true);

        private final Key<Double> above = key("above", NumberType.DEGREES).alsoCalled("degrees", "angle").orElse(
                90.0, "120", "The rate shrinks where the angle between the gradients of the last two epochs, in"
                + " degrees, is above this.");
        private final Key<Double> shrink = key("shrink", NumberType.FACTOR).alsoCalled("factor").orElse(0.5, "0.7",
                "What the rate is then multiplied by.");
        private final Key<Double> grow = key("grow", AT_LEAST_1).orElse(1.02, "1.05",
                "What the rate is multiplied by after every other epoch, from the second on.");
        private final Key<Double> to = key("to", NumberType.ABOVE_0).alsoCalled("max-lr", "max").orNothing("no limit",
                "0.5", "The highest rate that it grows to.");

        AngleKeys() {
            super("training.adaptive.angle", "A rate that is as large as the gradient's turns allow.");
        }

        @Override
        protected Optional<Adaptive.Angle> read(Section angle) {
            OptionalDouble highest = angle.find(to).map(OptionalDouble::of).orElse(OptionalDouble.empty());
            return Optional.of(
                    new Adaptive.Angle(angle.get(above), angle.get(shrink), angle.get(grow), highest));
        }

        @Override
        protected void write(Adaptive.Angle angle, Members members) {
            members.put(above, angle.above()).put(shrink, angle.shrink()).put(grow, angle.grow());
            angle.to().ifPresent(highest -> members.put(to, highest));
        }
    }
}
