package org.epochreel.scene;

import java.util.Optional;
import org.epochreel.data.DataSource;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Initialisation;

/**
 * Everything that a scene file says, every default filled in.
 *
 * @param name the file's name without directory and extension; output files carry it
 * @param title shown above the picture; may hold placeholders such as {epoch}
 */
public record Scene(
        String name,
        Optional<String> title,
        DataSource data,
        Learner learner,
        Initialisation initialisation,
        TrainingSpec training,
        VideoSpec video) {

    /** Whether the model starts from parameters that are drawn, so that the initialisation's seed matters. */
    public boolean drawsParameters() {
        return !(initialisation.scheme() instanceof Initialisation.Scheme.Explicit);
    }

    /** What is fitted to the points. */
    public sealed interface Learner {

        record Network(Architecture architecture) implements Learner {}

        record Family(CurveFamily family) implements Learner {}
    }
}
