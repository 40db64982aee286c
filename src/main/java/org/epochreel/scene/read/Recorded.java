package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.data.recorded.RecordedLog;
import org.epochreel.data.recorded.Recording;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.scene.TrainingSpec;

/** What stands in a scene for start and training where these happened elsewhere. */
final class Recorded {

    /** Nothing is drawn. */
    static final Initialisation START = new Initialisation(BigInteger.ZERO,
            new Initialisation.Scheme.Explicit(ImmutableDoubleArray.of()), Layout.SEPARATE, OptionalDouble.empty(), 1);

    private Recorded() {}

    /** The length of the run and, where the log has one, its first rate. */
    static TrainingSpec training(Recording recording, TrainingSpec usual) {
        double rate = recording.log().of(RecordedLog.Quantity.LEARNING_RATE).stream()
                .flatMapToDouble(ImmutableDoubleArray::stream).filter(Double::isFinite).findFirst()
                .orElse(usual.learningRate());
        return new TrainingSpec(usual.loss(), usual.optimiser(), rate, ImmutableList.of(), Optional.empty(),
                OptionalInt.empty(), BigInteger.ZERO, 0, Math.max(1, recording.epochs() - 1), Optional.empty());
    }
}
