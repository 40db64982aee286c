package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.Ownership;
import org.epochreel.files.PendingFile;
import org.epochreel.files.TemporaryName;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSink;
import org.epochreel.landscape.Landscape;
import org.epochreel.picture.Png;
import org.epochreel.render.beside.FilmText;
import org.epochreel.render.beside.MetricsCsv;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.page.FilmPage;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.RenderInterruptedException;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.Choice;
import org.epochreel.scene.FilmFormat;
import org.epochreel.scene.FilmFormat.Kind;
import org.epochreel.scene.Scene;
import org.epochreel.video.VideoFormat;
import org.epochreel.video.animation.FilmListener;

/**
 * A scene's files while they are made: its film in each format, poster, metrics and the record that knows them all. They
 * get their names together, the record last; closed before that, none is left.
 */
final class SceneOutputs implements Closeable {

    private final Scene scene;
    private final OutputFiles files;
    private final Closer pending = Closer.create();
    private final ImmutableMap<FilmFormat, PendingFile> films;
    private final ImmutableMap<String, PendingFile> subtitles;
    private final PendingFile poster;
    private final PendingFile metrics;
    private final PendingFile record;
    private RunRecord begun;

    SceneOutputs(Scene scene, OutputFiles files) throws OutputException {
        this.scene = scene;
        this.files = files;
        Map<FilmFormat, PendingFile> all = new LinkedHashMap<>();
        for (FilmFormat format : scene.video().formats()) {
            all.put(format, pending.register(new PendingFile(files.of(ending(format)))));
        }
        films = ImmutableMap.copyOf(all);
        ImmutableMap.Builder<String, PendingFile> texts = ImmutableMap.builder();
        for (String ending : subtitleEndings(scene)) {
            texts.put(ending, pending.register(new PendingFile(files.of(ending))));
        }
        subtitles = texts.buildOrThrow();
        poster = pending.register(new PendingFile(files.poster()));
        metrics = pending.register(new PendingFile(files.metrics()));
        record = pending.register(new PendingFile(files.record()));
    }

    /** What the files of a scene's film end in, without the point, in the scene's order. */
    static ImmutableList<String> filmEndings(Scene scene) {
        return scene.video().formats().stream().map(SceneOutputs::ending).collect(ImmutableList.toImmutableList());
    }

    /** What the files of a scene's film and of its notes end in. */
    static ImmutableList<String> endings(Scene scene) {
        return ImmutableList.<String>builder().addAll(filmEndings(scene)).addAll(subtitleEndings(scene)).build();
    }

    private static ImmutableList<String> subtitleEndings(Scene scene) {
        return scene.video().story().notes().isEmpty() ? ImmutableList.of() : OutputFiles.SUBTITLES;
    }

    private static String ending(FilmFormat format) {
        return Choice.text(format.kind());
    }

    /** What a page calls the film. */
    static String title(Scene scene) {
        return scene.title().filter(title -> !title.contains("{")).orElse(scene.name());
    }

    /** Opens the film in all formats that are made of frames; to be closed before this is. */
    FrameSink open(VideoFormat.Film film, Timeline timeline, RenderProgress progress) throws IOException {
        ImmutableList.Builder<FrameSink> sinks = ImmutableList.builder();
        for (Map.Entry<FilmFormat, PendingFile> each : films.entrySet()) {
            Optional<VideoFormat> format = format(each.getKey(), timeline, progress);
            if (format.isPresent()) {
                sinks.add(new FilmFile(each.getValue(), format.get(), film));
            }
        }
        return new Together(sinks.build());
    }

    private Optional<VideoFormat> format(FilmFormat format, Timeline timeline, RenderProgress progress) {
        int frames = timeline.frameCount();
        FilmListener listener = new FilmListener() {
            @Override
            public void written() {
                RenderInterruptedException.check();
                progress.drawn(frames, frames);
            }

            @Override
            public void remark(String words) {
                progress.remark(files.of(ending(format)).getFileName() + ": " + words);
            }
        };
        return switch (format.kind()) {
            case MP4 -> Optional.of(VideoFormat.MP4);
            case GIF -> Optional.of(new VideoFormat.Gif(format.width(), frames, listener));
            case APNG -> Optional.of(new VideoFormat.Apng(listener));
            case FRAMES -> Optional.of(new VideoFormat.Frames(timeline::epochOf));
            case HTML -> Optional.empty();
        };
    }

    /** Writes what is known as soon as the last frame is drawn. */
    void writeBeside(Plan plan, Optional<Landscape> landscape, Frame last) throws IOException {
        poster.write(Png.encode(last.size(), last.pixels()));
        metrics.write(out -> MetricsCsv.write(plan.runs(), out));
        for (Map.Entry<String, PendingFile> text : subtitles.entrySet()) {
            text.getValue().write(out -> out.write(text.getKey().equals("vtt") ? FilmText.vtt(plan) : FilmText.srt(plan)));
        }
        begun = new RunRecord(plan, landscape, poster.temporary(), metrics.temporary());
    }

    /** Writes what is made of the finished film, and the record of all files. */
    void writeRecord() throws IOException {
        PendingFile page = films.get(FilmFormat.of(Kind.HTML));
        if (page != null) {
            PendingFile video = films.get(FilmFormat.of(Kind.MP4));
            FilmPage film = FilmPage.of(title(scene), scene.video().size(), video.temporary(),
                    video.target().getFileName().toString(), poster.temporary(),
                    Optional.ofNullable(subtitles.get("vtt")).map(PendingFile::temporary));
            page.write(film::write);
        }
        for (Map.Entry<FilmFormat, PendingFile> film : films.entrySet()) {
            begun.add(ending(film.getKey()), film.getValue().temporary());
        }
        for (Map.Entry<String, PendingFile> text : subtitles.entrySet()) {
            begun.add(text.getKey(), text.getValue().temporary());
        }
        record.write(out -> out.write(begun.complete()));
    }

    /**
     * Gives all files their names. Until the record has its own, the unfinished one tells whose the others are. What this
     * program wrote of the film in formats that are no longer wanted goes, since no record would know it any more.
     */
    void complete() throws IOException {
        record.persist();
        for (String ending : Iterables.concat(OutputFiles.FILMS, OutputFiles.SUBTITLES)) {
            Path film = files.of(ending);
            if (!endings(scene).contains(ending) && Files.exists(film) && Ownership.isOurs(film)) {
                TemporaryName.deleteAll(film);
            }
        }
        for (PendingFile film : films.values()) {
            film.complete();
        }
        for (PendingFile text : subtitles.values()) {
            text.complete();
        }
        poster.complete();
        metrics.complete();
        record.complete();
    }

    @Override
    public void close() throws IOException {
        pending.close();
    }

    /** Several formats of one film, each given every frame. */
    private record Together(ImmutableList<FrameSink> sinks) implements FrameSink {

        @Override
        public void write(Frame frame, boolean keyframe) throws IOException {
            for (FrameSink sink : sinks) {
                sink.write(frame, keyframe);
            }
        }

        /** The slowest counts. */
        @Override
        public int stored() {
            return sinks.stream().mapToInt(FrameSink::stored).min().orElseThrow();
        }

        @Override
        public void finish() throws IOException {
            for (FrameSink sink : sinks) {
                sink.finish();
            }
        }

        @Override
        public void close() throws IOException {
            try (Closer closer = Closer.create()) {
                sinks.forEach(closer::register);
            }
        }
    }
}
