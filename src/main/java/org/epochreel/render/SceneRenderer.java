package org.epochreel.render;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.PendingFile;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.Png;
import org.epochreel.render.StageTimes.Stage;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.plan.RenderInterruptedException;
import org.epochreel.render.plan.RenderProgress;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec;
import org.epochreel.run.TrainingRun;
import org.epochreel.video.VideoFile;
import org.epochreel.video.VideoFile.Encoding;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;

/**
 * Turns a scene into its files: trains, draws each frame, encodes it, writes video, poster, metrics and record. Each file
 * appears under its name only when it is complete, the record last.
 */
public final class SceneRenderer {

    private final Encoding encoding;
    private final Typefaces typefaces;
    private final Optional<Preparation> preparation;

    private SceneRenderer(Encoding encoding, Typefaces typefaces, Optional<Preparation> preparation) {
        this.encoding = encoding;
        this.typefaces = typefaces;
        this.preparation = preparation;
    }

    /** A renderer that draws and encodes at the same time where the machine has more than one core. */
    public static SceneRenderer alone() {
        Encoding encoding = hasSeveralCores() ? Encoding.OWN_THREADS : Encoding.SAME_THREAD;
        return new SceneRenderer(encoding, new Typefaces(), Optional.empty());
    }

    /**
     * As {@link #alone}, and what any video's first frames need is loaded from now on, on a second core, so that the
     * renderer is best made before the scene is read.
     */
    public static SceneRenderer preparing() {
        if (!hasSeveralCores()) {
            return alone();
        }
        Typefaces typefaces = new Typefaces();
        return new SceneRenderer(Encoding.OWN_THREADS, typefaces, Optional.of(Preparation.begin(typefaces)));
    }

    private static boolean hasSeveralCores() {
        return Runtime.getRuntime().availableProcessors() > 1;
    }

    /** A renderer for one of many scenes that share the cores; what it writes is the same. */
    public static SceneRenderer amongOthers() {
        return new SceneRenderer(Encoding.SAME_THREAD, new Typefaces(), Optional.empty());
    }

    /** Whether the scene's files are there, unchanged, and belong to this very scene. */
    public boolean isRendered(Scene scene, OutputFiles files) {
        return RunRecord.matches(scene, files);
    }

    /**
     * Renders a scene.
     *
     * @throws OutputException if a file cannot be written
     * @throws RenderException if anything else goes wrong; its message names the scene and the epoch
     * @throws RenderInterruptedException if the thread is interrupted
     */
    public RenderedScene render(Scene scene, OutputFiles files, RenderProgress progress)
            throws OutputException, RenderException {
        return render(scene, files, Optional.empty(), progress);
    }

    /** As {@link #render(Scene, OutputFiles, RenderProgress)}, and leaves a trace of the same run. */
    public RenderedScene render(Scene scene, OutputFiles files, SavedRunTarget trace, RenderProgress progress)
            throws OutputException, RenderException {
        return render(scene, files, Optional.of(trace), progress);
    }

    private RenderedScene render(Scene scene, OutputFiles files, Optional<SavedRunTarget> trace, RenderProgress progress)
            throws OutputException, RenderException {
        StageTimes times = new StageTimes();
        try (PendingFile video = new PendingFile(files.video());
                PendingFile poster = new PendingFile(files.poster());
                PendingFile metrics = new PendingFile(files.metrics());
                PendingFile recordFile = new PendingFile(files.record())) {
            long from = System.nanoTime();
            Plan board = rehearse(scene, progress);
            times.add(Stage.TRAINING, from);
            SideFiles beside = last -> {
                poster.write(png(last));
                metrics.write(out -> MetricsCsv.write(board.run().metrics(), out));
                return begin(board, recordFile, poster, metrics);
            };
            RunRecord record;
            if (trace.isPresent()) {
                try (SavedRun.Recorder recorder = new SavedRun.Recorder(trace.get().file(), trace.get().grid(), board)) {
                    record = film(board, video, recorder::add, beside, progress, times);
                    recorder.complete();
                }
            } else {
                record = film(board, video, FrameListener.NONE, beside, progress, times);
            }
            from = System.nanoTime();
            recordFile.write(out -> out.write(record.complete(video.temporary())));
            progress.written();
            video.complete();
            poster.complete();
            metrics.complete();
            recordFile.complete();
            times.add(Stage.FILES, from);
            return new RenderedScene(board.run(), board.timeline(), scene.video().fps(), times);
        }
    }

    private static RunRecord begin(Plan board, PendingFile target, PendingFile poster, PendingFile metrics)
            throws OutputException {
        try {
            return new RunRecord(board, poster.temporary(), metrics.temporary());
        } catch (IOException e) {
            throw new OutputException(target.target(), e);
        }
    }

    private static Plan rehearse(Scene scene, RenderProgress progress) throws RenderException {
        try {
            return Plan.of(scene, progress);
        } catch (RenderInterruptedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new RenderException(scene.name(), "in training", e);
        }
    }

    /** Trains a scene's model again and leaves a trace as {@link #render} does, but no other file. */
    public void trace(Scene scene, SavedRunTarget target, RenderProgress progress) throws OutputException, RenderException {
        Plan board = rehearse(scene, progress);
        try (SavedRun.Recorder recorder = new SavedRun.Recorder(target.file(), target.grid(), board)) {
            board.play(board.timeline(), (index, epoch, parameters) -> recorder.add(epoch, parameters));
            recorder.complete();
        } catch (UncheckedIOException e) {
            throw new OutputException(target.file(), e.getCause());
        }
    }

    /** What can be written as soon as the last frame is drawn. */
    private interface SideFiles {
        /** Writes them and begins the record. */
        RunRecord write(Frame last) throws OutputException;
    }

    /**
     * Films a storyboard.
     *
     * @param beside is written while the last pictures are still being encoded
     * @return the record, begun
     */
    private RunRecord film(Plan board, PendingFile file, FrameListener listener, SideFiles beside,
            RenderProgress progress, StageTimes times) throws OutputException, RenderException {
        FrameLoop shoot = null;
        try {
            preparation.ifPresent(Preparation::await);
            shoot = new FrameLoop(board, typefaces);
            try (VideoFile video = open(file, board.scene().video())) {
                shoot.film(video, listener, progress, times);
                long from = System.nanoTime();
                RunRecord record = beside.write(shoot.latest());
                from = times.add(Stage.FILES, from);
                video.finish();
                times.add(Stage.ENCODING, from);
                return record;
            }
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw new RenderInterruptedException();
        } catch (IOException e) {
            throw new OutputException(file.target(), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException || e.getCause() instanceof InterruptedIOException) {
                throw new RenderInterruptedException();
            }
            throw new OutputException(file.target(), e.getCause());
        } catch (RenderInterruptedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            String where = shoot == null ? "before its first frame" : "at epoch " + shoot.epoch();
            throw new RenderException(board.scene().name(), where, e);
        }
    }

    private static byte[] png(Frame frame) {
        return Png.encode(frame.size(), frame.pixels());
    }

    private VideoFile open(PendingFile file, VideoSpec video) throws IOException {
        FrameSize size = video.size();
        Quantisers quantisers = Quantisers.standard(size);
        return new VideoFile(file.temporary(), size, video.fps(),
                lane -> H264Encoder.ofLane(size, video.fps(), quantisers, lane), encoding);
    }

    /**
     * Draws one frame of a scene's video.
     *
     * @param epoch the epoch to show; empty for the last. One past the last shows the last
     * @throws RenderException if anything goes wrong
     */
    public Still still(Scene scene, OptionalInt epoch, RenderProgress progress) throws RenderException {
        Plan board = rehearse(scene, progress);
        int last = board.run().metrics().lastEpoch();
        int shown = Math.min(epoch.orElse(last), last);
        try {
            return new Still(shown, png(new FrameLoop(board, typefaces).still(shown)));
        } catch (RenderInterruptedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new RenderException(scene.name(), "at epoch " + shown, e);
        }
    }

    /** Trains a scene's model and writes its metrics; returns what to tell about it. */
    public String train(Scene scene, Path file, RenderProgress progress) throws OutputException, RenderException {
        try (PendingFile metrics = new PendingFile(file)) {
            TrainingRun run = Plan.train(scene, progress);
            metrics.write(out -> MetricsCsv.write(run.metrics(), out));
            metrics.complete();
            return RenderedScene.summary(run);
        } catch (RenderInterruptedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new RenderException(scene.name(), "in training", e);
        }
    }
}
