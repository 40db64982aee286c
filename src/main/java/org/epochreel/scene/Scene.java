package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.data.DataSource;
import org.epochreel.data.Features;
import org.epochreel.data.recorded.Recording;
import org.epochreel.network.Architecture;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Initialisation;

/**
 * Everything that a scene file says, every default filled in.
 *
 * @param name the file's name without directory and extension; output files carry it
 * @param title shown above the picture; may hold placeholders such as {epoch}
 * @param seeds initialisation seeds of the runs that a gallery compares, in their order; the scene alone uses its own
 * @param inputs every file that was read for it, the scene file first
 * @param compared runs that the film shows together, of which the scene's own model and training are the first; empty
 *     where it shows one run
 */
public record Scene(
        String name,
        Optional<String> title,
        DataSource data,
        Learner learner,
        Initialisation initialisation,
        TrainingSpec training,
        VideoSpec video,
        ImmutableList<BigInteger> seeds,
        ImmutableList<Path> inputs,
        ImmutableList<Compared> compared) {

    /** Fewer are no comparison. */
    public static final int FEWEST_COMPARED = 2;

    /** More curves cannot be told apart in one picture. */
    public static final int MOST_COMPARED = 6;

    /** A scene that shows one run. */
    public Scene(String name, Optional<String> title, DataSource data, Learner learner, Initialisation initialisation,
            TrainingSpec training, VideoSpec video, ImmutableList<BigInteger> seeds, ImmutableList<Path> inputs) {
        this(name, title, data, learner, initialisation, training, video, seeds, inputs, ImmutableList.of());
    }

    /**
     * One of the runs that a film compares.
     *
     * @param name tells it from the others
     * @param scene what it would be alone; it compares nothing
     */
    public record Compared(String name, Scene scene) {}

    /** The same scene whose film shows several runs. */
    public Scene comparing(ImmutableList<Compared> runs) {
        ImmutableList<Path> files = Stream.concat(inputs.stream(), runs.stream().flatMap(run -> run.scene.inputs.stream()))
                .distinct().collect(ImmutableList.toImmutableList());
        return new Scene(name, title, data, learner, initialisation, training, video, seeds, files, runs);
    }

    /** The same scene whose files carry another name. */
    public Scene named(String other) {
        return new Scene(other, title, data, learner, initialisation, training, video, seeds, inputs, compared);
    }

    /** How a file of points was understood, in a sentence; nothing where there is none. */
    public Optional<String> told() {
        return data instanceof DataSource.Csv csv ? Optional.of(csv.points().told()) : Optional.empty();
    }

    /** Whether the model starts from parameters that are drawn, so that the initialisation's seed matters. */
    public boolean drawsParameters() {
        return !(initialisation.scheme() instanceof Initialisation.Scheme.Explicit);
    }

    /** What is fitted to the points. */
    public sealed interface Learner {

        /**
         * A network.
         *
         * @param features what its first layer sees where these are not the inputs themselves; as many as the
         *     architecture has inputs
         */
        record Network(Architecture architecture, Optional<Features> features) implements Learner {

            public Network {
                if (features.isPresent() && features.get().count() != architecture.inputs()) {
                    throw new IllegalArgumentException(features.get().count() + " features for a first layer of "
                            + architecture.inputs());
                }
            }

            /** A network whose first layer sees the inputs. */
            public Network(Architecture architecture) {
                this(architecture, Optional.empty());
            }
        }

        record Family(CurveFamily family) implements Learner {}

        /**
         * What was trained elsewhere.
         *
         * @param predictions the recording's files, as the scene names them, relative to its directory
         */
        record Replay(Recording recording, Path predictions, Path x, Optional<Path> metrics) implements Learner {}
    }
}
