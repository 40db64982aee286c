package org.epochreel.render;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import java.io.Closeable;
import java.io.IOException;
import org.epochreel.files.OutputException;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.PendingFile;
import org.epochreel.frame.Frame;
import org.epochreel.picture.Png;
import org.epochreel.render.plan.Plan;
import org.epochreel.video.FrameSink;
import org.epochreel.video.VideoFormat;

/**
 * A scene's files while they are made: its film in each format, poster, metrics and the record that knows them all. They
 * get their names together, the record last; closed before that, none is left.
 */
final class SceneOutputs implements Closeable {

    private final Closer pending = Closer.create();
    private final ImmutableList<String> endings;
    private final ImmutableList<PendingFile> films;
    private final PendingFile poster;
    private final PendingFile metrics;
    private final PendingFile record;
    private RunRecord begun;

    SceneOutputs(OutputFiles files) throws OutputException {
        ImmutableList.Builder<PendingFile> all = ImmutableList.builder();
        for (String ending : files.films()) {
            all.add(pending.register(new PendingFile(files.of(ending))));
        }
        endings = files.films();
        films = all.build();
        poster = pending.register(new PendingFile(files.poster()));
        metrics = pending.register(new PendingFile(files.metrics()));
        record = pending.register(new PendingFile(files.record()));
    }

    /** Opens the film in all its formats; to be closed before this is. */
    FrameSink open(VideoFormat.Film film) throws IOException {
        ImmutableList.Builder<FrameSink> sinks = ImmutableList.builder();
        for (int i = 0; i < films.size(); i++) {
            sinks.add(new FilmFile(films.get(i), VideoFormat.ofEnding(endings.get(i)), film));
        }
        return new Together(sinks.build());
    }

    /** Writes what is known as soon as the last frame is drawn. */
    void writeBeside(Plan plan, Frame last) throws IOException {
        poster.write(Png.encode(last.size(), last.pixels()));
        metrics.write(out -> MetricsCsv.write(plan.runs(), out));
        begun = new RunRecord(plan, poster.temporary(), metrics.temporary());
    }

    /** Writes the record of files that are all written. */
    void writeRecord() throws OutputException {
        record.write(out -> out.write(begun.complete(endings, films)));
    }

    /** Gives all files their names. Until the record has its own, the unfinished one tells whose the others are. */
    void complete() throws OutputException {
        record.persist();
        for (PendingFile film : films) {
            film.complete();
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
