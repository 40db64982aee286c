package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.chart.draw.ContactSheet;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.PendingFile;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSink;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.Png;
import org.epochreel.print.PdfFile;
import org.epochreel.print.SvgFile;
import org.epochreel.render.StageTimes.Stage;
import org.epochreel.render.beside.FilmText;
import org.epochreel.render.beside.MetricsCsv;
import org.epochreel.render.page.Snippet;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.NamedRun;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Scene;
import org.epochreel.scene.VideoSpec;
import org.epochreel.video.VideoFile.Encoding;
import org.epochreel.video.VideoFormat;

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

    /** Threads that may train at once: where the cores have other scenes to render, only this one's. */
    private int threads() {
        return encoding == Encoding.OWN_THREADS ? Runtime.getRuntime().availableProcessors() : 1;
    }

    /** A renderer for one of many scenes that share the cores; what it writes is the same. */
    public static SceneRenderer amongOthers() {
        return new SceneRenderer(Encoding.SAME_THREAD, new Typefaces(), Optional.empty());
    }

    /** The files that a scene becomes, the record last. */
    public static ImmutableList<Path> files(Scene scene, OutputFiles files) {
        return files.all(SceneOutputs.endings(scene));
    }

    /** The scene's film in each of its formats. */
    public static ImmutableList<Path> films(Scene scene, OutputFiles files) {
        return SceneOutputs.filmEndings(scene).stream().map(files::of).collect(ImmutableList.toImmutableList());
    }

    /** For each format of the film that can be shown in a page, a line to copy into one. */
    public static ImmutableList<String> snippets(Scene scene, OutputFiles files) {
        return SceneOutputs.filmEndings(scene).stream()
                .flatMap(ending -> Snippet.of(SceneOutputs.title(scene), scene.video().size(),
                        files.of(ending).getFileName().toString(), ending, files.poster().getFileName().toString()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether the scene's files are there, unchanged, and belong to this very scene. */
    public boolean isRendered(Scene scene, OutputFiles files) {
        return RunRecord.matches(scene, files);
    }

    /**
     * What has changed since the files that are there were written, as a part of a sentence such as "video.size has
     * changed"; nothing if there are none of an earlier render, or nothing has.
     */
    public Optional<String> change(Scene scene, OutputFiles files) {
        return RunRecord.change(scene, files);
    }

    /** As {@link #render(Scene, OutputFiles, FrameListener.Source, RenderProgress)}, and nobody hears of the frames. */
    public RenderedScene render(Scene scene, OutputFiles files, RenderProgress progress)
            throws OutputException, RenderException {
        return render(scene, files, plan -> FrameListener.none(), progress);
    }

    /**
     * Renders a scene.
     *
     * @throws OutputException if a file cannot be written
     * @throws RenderException if anything else goes wrong; its message names the scene and the stage or epoch
     * @throws RenderInterruptedException if the thread is interrupted
     */
    public RenderedScene render(Scene scene, OutputFiles files, FrameListener.Source listeners, RenderProgress progress)
            throws OutputException, RenderException {
        StageTimes times = new StageTimes();
        Place place = new Place();
        return Failure.explained(scene.name(), place::words, () -> {
            try (SceneOutputs outputs = new SceneOutputs(scene, files)) {
                times.add(Stage.FILES);
                Plan plan = Plan.of(scene, threads(), progress);
                times.add(Stage.TRAINING);
                place.drawing();
                preparation.ifPresent(Preparation::await);
                FrameLoop loop = new FrameLoop(plan, typefaces);
                place.in(loop);
                try (FrameListener listener = listeners.of(plan);
                        FrameSink film = outputs.open(film(plan), plan.timeline(), progress)) {
                    times.add(Stage.PREPARING);
                    loop.run(film, listener, progress, times);
                    // While the last pictures are still being encoded.
                    outputs.writeBeside(plan, loop.landscape(), loop.poster());
                    times.add(Stage.FILES);
                    film.finish();
                    progress.drawn(film.stored(), plan.timeline().frameCount());
                    times.add(Stage.ENCODING);
                    listener.complete();
                }
                outputs.writeRecord();
                progress.written();
                outputs.complete();
                times.add(Stage.FILES);
                return new RenderedScene(plan.runs(), plan.timeline(), scene.video().fps(), times);
            }
        });
    }

    private VideoFormat.Film film(Plan plan) {
        VideoSpec video = plan.scene().video();
        return new VideoFormat.Film(video.size(), video.fps(), VideoFormat.Content.CHART, encoding,
                video.keyframeEvery(), Soundtrack.of(plan, encoding), FilmText.chapters(plan));
    }

    /** Where a render is, as its failure tells. */
    private static final class Place {

        private String stage = "in training";
        private Optional<FrameLoop> loop = Optional.empty();

        void drawing() {
            stage = "before its first frame";
        }

        void in(FrameLoop frames) {
            loop = Optional.of(frames);
        }

        String words() {
            return loop.map(frames -> "at epoch " + frames.epoch()).orElse(stage);
        }
    }

    /** Trains a scene's model and tells of the training frames as {@link #render} does, but draws and writes nothing. */
    public void replay(Scene scene, FrameListener.Source listeners, RenderProgress progress)
            throws OutputException, RenderException {
        Failure.explained(scene.name(), () -> "in training", () -> {
            Plan plan = Plan.of(scene, threads(), progress);
            try (FrameListener listener = listeners.of(plan)) {
                plan.play(plan.timeline(), (index, epoch, parameters) -> listener.frame(epoch, parameters.get(0)));
                listener.complete();
            }
            return plan;
        });
    }

    /**
     * Draws one frame of a scene's video.
     *
     * @param epoch the epoch to show; empty for the last. One past the last shows the last
     * @throws RenderException if anything goes wrong
     */
    public Still still(Scene scene, OptionalInt epoch, Still.Format format, RenderProgress progress)
            throws OutputException, RenderException {
        Place place = new Place();
        return Failure.explained(scene.name(), place::words, () -> {
            Plan plan = Plan.of(scene, threads(), progress);
            place.drawing();
            boolean pixels = format == Still.Format.PNG;
            FrameLoop loop = pixels ? new FrameLoop(plan, typefaces) : FrameLoop.forPrint(plan, typefaces);
            place.in(loop);
            int last = plan.lastEpoch();
            int shown = Math.min(epoch.orElse(last), last);
            Frame frame = loop.still(shown);
            return new Still(shown, switch (format) {
                case PNG -> Png.encode(frame.size(), frame.pixels());
                case SVG -> SvgFile.of(loop.sheet(), SceneOutputs.title(scene));
                case PDF -> PdfFile.of(loop.sheet(), SceneOutputs.title(scene));
            });
        });
    }

    /** The frame size of a scene that is to be {@link #preview previewed}. */
    public static FrameSize previewCell(FrameSize film) {
        return ContactSheet.cell(film);
    }

    /**
     * Draws some telling moments of a scene's video in one picture.
     *
     * @param scene with frames as large as they are in that picture
     * @throws RenderException if anything goes wrong
     */
    public Still preview(Scene scene, RenderProgress progress) throws OutputException, RenderException {
        Place place = new Place();
        return Failure.explained(scene.name(), place::words, () -> {
            Plan plan = Plan.of(scene, threads(), progress);
            place.drawing();
            FrameLoop loop = FrameLoop.ofMoments(plan, typefaces);
            place.in(loop);
            byte[] sheet = new PreviewSheet(plan, typefaces).draw(SceneOutputs.title(scene), loop);
            return new Still(plan.lastEpoch(), sheet);
        });
    }

    /** Trains a scene's model and writes its metrics; returns what to tell about it. */
    public String train(Scene scene, Path file, RenderProgress progress) throws OutputException, RenderException {
        return Failure.explained(scene.name(), () -> "in training", () -> {
            try (PendingFile metrics = new PendingFile(file)) {
                ImmutableList<NamedRun> runs = Plan.train(scene, threads(), progress);
                metrics.write(out -> MetricsCsv.write(runs, out));
                metrics.complete();
                return RenderedScene.summary(runs);
            }
        });
    }
}
