package org.epochreel.render.train;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epochreel.data.Matrix;
import org.epochreel.data.Samples;
import org.epochreel.network.Model;
import org.epochreel.network.Probe;
import org.epochreel.render.pace.MotionSamples;
import org.epochreel.run.TrainingRun;
import org.epochreel.scene.AudioSpec;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.training.EpochObserver;

/**
 * A run of the training before anything is drawn: it tells how long the video gets, how far the curve reaches and where
 * it moves. Training again for the pictures costs less than keeping the parameters of a long run.
 */
public final class FirstRun {

    /** Points at which a curve is sampled to learn its motion, and training points at which another model is. */
    private static final int SAMPLES = 96;
    private static final int MOST_ROWS = 256;

    private final TrainingRun run;
    private final ParameterHistory history;
    private final ModelMotion motion;
    private final ParameterReach reach;

    private FirstRun(
            TrainingRun run, ParameterHistory history, ModelMotion motion, ParameterReach reach) {
        this.run = run;
        this.history = history;
        this.motion = motion;
        this.reach = reach;
    }

    /**
     * Trains once.
     *
     * @param threads that may train at the same time
     * @param train the training set
     * @param measured what is wanted besides
     * @param watcher hears of every epoch, too
     */
    static FirstRun of(Course course, int threads, Model model, Samples train, TrainedRun.Measured measured,
            EpochObserver watcher) {
        ParameterHistory history = new ParameterHistory(model.parameterCount());
        Probe probe = train.inputs().width() == 1 ? line(model, measured.x()) : rows(model, train.inputs());
        ModelMotion motion = new ModelMotion(probe, measured.path() ? Optional.of(samples(probe, train)) : Optional.empty());
        ParameterReach reach = new ParameterReach();
        TrainingRun run = course.run((epoch, parameters) -> {
            history.add(epoch, parameters);
            if (measured.motion() || measured.path()) {
                motion.add(parameters);
            }
            if (measured.reach()) {
                reach.add(parameters);
            }
            watcher.epoch(epoch, parameters);
        }, threads);
        return new FirstRun(run, history, motion, reach);
    }

    private static Probe line(Model model, Range x) {
        double[] at = new double[SAMPLES];
        for (int i = 0; i < at.length; i++) {
            at[i] = x.from() + (i + 0.5) * ((x.to() - x.from()) / at.length);
        }
        return Probe.line(model, at);
    }

    private static MotionSamples samples(Probe probe, Samples train) {
        Range outputs = outputs(train);
        return new MotionSamples(probe.outputCount() * probe.count(), (outputs.from() + outputs.to()) / 2,
                outputs.to() - outputs.from());
    }

    /** What a model of these points is expected to give. */
    public static Range outputs(Samples train) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (ImmutableDoubleArray column : train.outputs().columns()) {
            from = Math.min(from, column.stream().min().orElseThrow());
            to = Math.max(to, column.stream().max().orElseThrow());
        }
        return from < to && Double.isFinite(to - from) ? new Range(from, to) : new Range(from - 1, from + 1);
    }

    private static Probe rows(Model model, Matrix inputs) {
        int step = (inputs.rows() + MOST_ROWS - 1) / MOST_ROWS;
        int[] some = IntStream.range(0, (inputs.rows() + step - 1) / step).map(i -> i * step).toArray();
        return new Probe(model, inputs.rows(some).toColumns());
    }

    TrainingRun run() {
        return run;
    }

    public ParameterHistory history() {
        return history;
    }

    /** Visible values of the parameters for the whole run. */
    public Range parameterReach() {
        return reach.range();
    }

    /** How far the curve moved to each epoch, if that was measured. */
    public ImmutableDoubleArray motion() {
        return motion.distances();
    }

    /**
     * What the model gives at a few places at every epoch and also between them, where parameters are on the straight line
     * from one epoch's to the next's; the history must be complete.
     *
     * @param aEpoch for each epoch how many samples there are to it after the one before; 1 for epoch 0
     */
    public MotionSamples samples(Samples train, ImmutableIntArray aEpoch) {
        MotionSamples finer = samples(motion.probe, train);
        double[] given = new double[motion.current.length];
        int last = Math.min(run.metrics().lastEpoch(), aEpoch.length() - 1);
        for (int epoch = 0; epoch <= last; epoch++) {
            int count = aEpoch.get(epoch);
            for (int i = 1; i <= count; i++) {
                motion.look(i == count ? history.at(epoch)
                        : ShownParameters.between(history.at(epoch - 1), history.at(epoch), (double) i / count), given);
                finer.add(given);
            }
        }
        return finer;
    }

    /** How often {@link #samples(Samples, ImmutableIntArray)} can look without letting go of any. */
    public int roomForLooks() {
        return MotionSamples.capacity(motion.current.length);
    }

    /** Parameters times places at which {@link #samples(Samples, ImmutableIntArray)} looks at the model. */
    public double workToLook() {
        return (double) motion.current.length * run.finalParameters().length();
    }

    /** What the model gave at a few places, if its path was measured. */
    public Optional<MotionSamples> samples() {
        return motion.samples;
    }

    public static boolean needsMotion(VideoSpec video) {
        return video.frames() instanceof FrameSelection.Count wanted && wanted.pace() == VideoSpec.Pace.MOTION
                || video.audio().orElse(null) instanceof AudioSpec.FromTraining made
                        && made.from() == AudioSpec.Quantity.MOTION;
    }

    /** How far what a model gives moves from one epoch to the next: the mean absolute change where a probe looks. */
    private static final class ModelMotion {

        private final Probe probe;
        private final int outputs;
        private final Optional<MotionSamples> samples;
        private double[] current;
        private double[] previous;
        private double[] distances = new double[1024];
        private int length;

        ModelMotion(Probe looking, Optional<MotionSamples> path) {
            probe = looking;
            samples = path;
            outputs = looking.outputCount();
            current = new double[outputs * looking.count()];
            previous = new double[current.length];
        }

        void add(double[] parameters) {
            double[] swap = previous;
            previous = current;
            current = swap;
            look(parameters, current);
            samples.ifPresent(kept -> kept.add(current));
            double sum = 0;
            for (int i = 0; i < current.length; i++) {
                sum += Math.abs(current[i] - previous[i]);
            }
            if (length == distances.length) {
                distances = Arrays.copyOf(distances, 2 * length);
            }
            distances[length] = length == 0 ? 0 : sum / current.length;
            length++;
        }

        private void look(double[] parameters, double[] into) {
            double[][] given = probe.outputs(parameters);
            for (int i = 0; i < outputs; i++) {
                System.arraycopy(given[i], 0, into, i * probe.count(), probe.count());
            }
            for (int i = 0; i < into.length; i++) {
                // Where a replayed curve has a gap, nothing moves.
                into[i] = Double.isNaN(into[i]) ? 0 : into[i];
            }
        }

        ImmutableDoubleArray distances() {
            return ImmutableDoubleArray.copyOf(Arrays.copyOf(distances, length));
        }
    }
}
