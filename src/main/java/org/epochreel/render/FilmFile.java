package org.epochreel.render;

import java.io.IOException;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSink;
import org.epochreel.video.VideoFormat;

/** A film on its way to a pending file, whose failures name the file as its user knows it. Closes the film, not the file. */
public final class FilmFile implements FrameSink {

    private final PendingFile file;
    private final FrameSink film;

    public FilmFile(PendingFile file, VideoFormat format, VideoFormat.Film film) throws OutputException {
        this.file = file;
        try {
            this.film = format.open(file.temporary(), film);
        } catch (IOException e) {
            throw new OutputException(file.target(), e);
        }
    }

    @Override
    public void write(Frame frame, boolean keyframe) throws OutputException {
        try {
            film.write(frame, keyframe);
        } catch (IOException e) {
            throw new OutputException(file.target(), e);
        }
    }

    @Override
    public void finish() throws OutputException {
        try {
            film.finish();
        } catch (IOException e) {
            throw new OutputException(file.target(), e);
        }
    }

    @Override
    public void close() throws OutputException {
        try {
            film.close();
        } catch (IOException e) {
            throw new OutputException(file.target(), e);
        }
    }
}
