package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.epochreel.files.OutputCheck;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.render.Failure;
import org.epochreel.render.RenderException;
import org.epochreel.render.Watch;
import org.epochreel.render.plan.Workload;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;
import org.epochreel.scene.yaml.InvalidSceneException;

/** Takes one job at a time from its scene file to its end, or says that another process is at it. Thread-safe. */
final class JobRunner {

    /** A directory that has no room for this much is full, whatever the scene. */
    private static final int ROOM = 1 << 20;

    /** Characters of what is told of a failure; of more the middle is left out. */
    private static final int LONGEST_MESSAGE = 1000;

    private final Rendering rendering;
    private final boolean force;
    private final Path output;
    private final Claims claims;
    private final Clock clock;
    private final BatchListener listener;
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    private volatile boolean outputIsFull;

    JobRunner(Rendering rendering, boolean force, Path output, Claims claims, Clock clock, BatchListener listener) {
        this.rendering = rendering;
        this.force = force;
        this.output = output;
        this.claims = claims;
        this.clock = clock;
        this.listener = listener;
    }

    /** Whether nothing more can be written at all, so that there is no use in going on. */
    boolean outputIsFull() {
        return outputIsFull;
    }

    void sweep(Path directory) throws IOException {
        new Sweep(claims).clean(directory);
    }

    /** Shows that this process is alive; to be called every few seconds. */
    void refreshClaims() {
        for (Claim claim : held) {
            try {
                claim.refresh();
            } catch (IOException e) {
                // A claim that cannot be refreshed is lost to others after a while, which is asked before files get names.
                listener.warn("a claim could not be refreshed: " + e);
            }
        }
    }

    /**
     * Does what can be done about a job now.
     *
     * @param states hears of the job's states on the way
     * @return how the job stands afterwards
     * @throws RenderInterruptedException if the thread is interrupted
     */
    Entry run(Job job, Consumer<Entry> states, RenderProgress progress) {
        JobLog log = new JobLog(output, job, clock);
        Instant started = clock.instant();
        try {
            return attempt(job, states, progress, log);
        } catch (ClaimLostException e) {
            return claimed(job);
        } catch (InvalidSceneException | RenderException | IOException | RuntimeException | Error e) {
            // Our own mistake, too, must not take the night's other scenes with it.
            return failed(job, started, log, e);
        }
    }

    private Entry attempt(Job job, Consumer<Entry> states, RenderProgress progress, JobLog log)
            throws InvalidSceneException, RenderException, IOException {
        Instant started = clock.instant();
        Scene scene = job.source().read();
        if (!force && rendering.isDone(scene, job.target())) {
            return skipped(job, started, log);
        }
        Files.createDirectories(job.target().directory());
        Optional<Claim> claim = claims.take(job.target());
        if (claim.isEmpty()) {
            return claimed(job);
        }
        held.add(claim.get());
        try {
            if (claim.get().before().isPresent()) {
                Sweep.clean(job.target(), claim.get().before().get());
            }
            if (!force && rendering.isDone(scene, job.target())) {
                return skipped(job, started, log);
            }
            new OutputCheck(ImmutableList.of(scene.inputs()), force).require(rendering.files(scene, job.target()));
            Optional<String> change = rendering.change(scene, job.target());
            log.say("rendering " + job.file() + " into " + rendering.files(scene, job.target()).get(0));
            states.accept(new Entry(job, State.RENDERING, Optional.of(started), Optional.empty(), Optional.empty(),
                    ImmutableList.of(), Optional.of(log.file())));
            Watch watch = new Watch(scene.name(), rendering.files(scene, job.target()), Workload.patience(scene));
            Rendering.Done done = watch.over(new ClaimedProgress(progress, claim.get()),
                    heard -> rendering.render(scene, job.target(), heard));
            String summary = change.map(what -> "rendered anew, " + what + "; ").orElse("") + done.summary();
            log.say("rendered: " + summary + "; " + done.times());
            return new Entry(job, State.RENDERED, Optional.of(started), Optional.of(clock.instant()),
                    Optional.of(summary), ImmutableList.of(), Optional.of(log.file()));
        } catch (RenderException | IOException e) {
            if (claim.get().isLost()) {
                // Whoever took over has removed our temporary files.
                throw new ClaimLostException(e);
            }
            throw e;
        } finally {
            held.remove(claim.get());
            claim.get().release();
        }
    }

    private Entry skipped(Job job, Instant started, JobLog log) {
        return new Entry(job, State.SKIPPED, Optional.of(started), Optional.of(clock.instant()),
                Optional.of("already rendered"), ImmutableList.of(),
                Optional.of(log.file()).filter(Files::exists));
    }

    private static Entry claimed(Job job) {
        return new Entry(job, State.CLAIMED, Optional.empty(), Optional.empty(), Optional.empty(), ImmutableList.of(),
                Optional.empty());
    }

    private Entry failed(Job job, Instant started, JobLog log, Throwable thrown) {
        Failure failure = Failure.of(thrown);
        State state = switch (failure.kind()) {
            case INTERRUPTED -> throw new RenderInterruptedException();
            case INVALID_SCENE -> State.INVALID;
            case USAGE, OUTPUT -> State.UNWRITTEN;
            case SCENE, MACHINE, PROGRAM -> State.FAILED;
        };
        outputIsFull |= state == State.UNWRITTEN && !hasRoom();
        Optional<Path> written = Optional.empty();
        try {
            if (state == State.INVALID) {
                log.say("invalid: " + thrown.getMessage());
            } else {
                log.say(thrown);
            }
            written = Optional.of(log.file());
        } catch (IOException e) {
            listener.warn("cannot write " + log.file() + ": " + e);
        }
        return new Entry(job, state, Optional.of(started), Optional.of(clock.instant()), Optional.empty(),
                state == State.INVALID ? ImmutableList.of(thrown.getMessage()) : failure.sentences(), written);
    }

    private boolean hasRoom() {
        try (PendingFile trial = new PendingFile(output.resolve("batch.trial"))) {
            trial.write(new byte[ROOM]);
            return true;
        } catch (OutputException e) {
            return false;
        }
    }

    /** Stops a rendering before its files get names when somebody else has taken the scene over. */
    private record ClaimedProgress(RenderProgress progress, Claim claim) implements RenderProgress {

        @Override
        public void trained(int epoch, int epochs) {
            progress.trained(epoch, epochs);
        }

        @Override
        public void drawn(int frame, int frames) {
            progress.drawn(frame, frames);
        }

        @Override
        public void surveyed(int row, int rows) {
            progress.surveyed(row, rows);
        }

        @Override
        public void remark(String sentence) {
            progress.remark(sentence);
        }

        @Override
        public void written() {
            if (claim.isLost()) {
                throw new ClaimLostException(null);
            }
        }
    }

    /** This process stood still for so long that another one took its work over. */
    private static final class ClaimLostException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ClaimLostException(Throwable cause) {
            super("another process took the scene over", cause);
        }
    }
}
