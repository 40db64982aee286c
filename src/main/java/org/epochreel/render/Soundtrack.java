package org.epochreel.render;

import com.google.common.base.Throwables;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.run.Ending;
import org.epochreel.scene.AudioSpec;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.FilmTime;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.synth.Sonification;
import org.epochreel.sound.synth.TrainingTimeline;
import org.epochreel.sound.track.TrackException;
import org.epochreel.video.VideoFile.Encoding;

/** A plan's sound, made while the frames are drawn where that may happen on another thread, else when it is asked for. */
final class Soundtrack implements Supplier<AudioTrack> {

    private final FutureTask<AudioTrack> task;

    private Soundtrack(Plan plan, AudioSpec audio) {
        this.task = new FutureTask<>(() -> track(plan, audio));
    }

    /** Begins; nothing if the film is silent. */
    static Optional<Supplier<AudioTrack>> of(Plan plan, Encoding encoding) {
        return plan.scene().video().audio().map(audio -> {
            Soundtrack sound = new Soundtrack(plan, audio);
            if (encoding == Encoding.OWN_THREADS) {
                Thread thread = new Thread(sound.task, "sound");
                thread.setDaemon(true);
                thread.start();
            }
            return sound;
        });
    }

    /** @throws IllegalStateException if a track that could be read before cannot be read any more */
    @Override
    public AudioTrack get() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RenderInterruptedException();
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException("the sound cannot be made: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private static AudioTrack track(Plan plan, AudioSpec audio) throws TrackException, IOException {
        FilmTime film = new FilmTime(plan.scene().video().fps(), plan.timeline().frameCount());
        if (audio instanceof AudioSpec.Own own) {
            return own.track().forFilm(film, own.edit(), AacEncoder.DEFAULT_BIT_RATE);
        }
        AudioSpec.FromTraining made = (AudioSpec.FromTraining) audio;
        return AacEncoder.encode(Sonification.of(timeline(plan, film, made.from()), made.as(), made.tuning()),
                AacEncoder.DEFAULT_BIT_RATE);
    }

    private static TrainingTimeline timeline(Plan plan, FilmTime film, AudioSpec.Quantity quantity) {
        Timeline timeline = plan.timeline();
        double[] values = new double[timeline.frameCount()];
        int last = timeline.length() - 1;
        for (int index = 0; index <= last; index++) {
            Arrays.fill(values, timeline.firstFrameOf(index), timeline.endOf(index), value(plan, quantity, index));
        }
        Arrays.fill(values, timeline.firstBack(), values.length, value(plan, quantity, last));
        int[] changes = plan.run().rateChanges().stream().mapToInt(change -> timeline.frameOf(change.epoch())).toArray();
        int end = timeline.firstFrameOf(last);
        boolean diverged = plan.run().ending() == Ending.DIVERGED;
        return new TrainingTimeline(film, ImmutableDoubleArray.copyOf(values), ImmutableIntArray.copyOf(changes), end,
                diverged ? OptionalInt.of(end) : OptionalInt.empty());
    }

    private static double value(Plan plan, AudioSpec.Quantity quantity, int index) {
        Timeline timeline = plan.timeline();
        int epoch = timeline.epoch(index);
        return switch (quantity) {
            case LOSS -> plan.run().metrics().trainLoss().get(epoch);
            case GRADIENT_NORM -> plan.run().metrics().gradientNorm().get(epoch);
            case LEARNING_RATE -> plan.run().metrics().learningRate().get(epoch);
            case MOTION -> timeline.rests(index) ? 0 : meanMotion(plan.motion(),
                    index == 0 ? 0 : timeline.epoch(index - 1), (int) Math.ceil(timeline.position(index)));
        };
    }

    /** A frame's epochs moved the curve together; what is heard is the pace at which they did. */
    private static double meanMotion(ImmutableDoubleArray motion, int before, int epoch) {
        double sum = 0;
        for (int e = before + 1; e <= epoch; e++) {
            sum += motion.get(e);
        }
        return sum / Math.max(1, epoch - before);
    }
}
