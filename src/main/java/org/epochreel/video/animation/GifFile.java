package org.epochreel.video.animation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.files.TemporaryName;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSink;
import org.epochreel.frame.FrameSize;

/**
 * Writes frames as one GIF that loops for ever. Its colours are chosen from the whole film: until {@link #finish} the
 * frames wait in a scratch file beside it.
 */
public final class GifFile implements FrameSink {

    /** Readers are said to show anything quicker at a tenth of a second. */
    private static final int HIGHEST_RATE = 50;

    /** Colours are counted in each frame of this number; more change neither size nor error by a hundredth. */
    private static final int COUNTED_EVERY = 20;

    private final Path file;
    private final FrameSize size;
    private final FrameRate rate;
    private final GifTrade trade;
    private final FilmListener listener;
    private final Optional<Reduction> reduction;
    private final FrameSpool spool;
    private final ColorCounts counts = new ColorCounts();
    private final GifForecast forecast;
    private boolean begun;
    private boolean finished;

    /**
     * @param file where the GIF goes, replaced if it is there; a scratch file appears beside it
     * @param drawn size of the frames
     * @param width of the GIF, even, at most theirs
     * @param frames of the whole film, to foretell its size
     * @throws IOException if the scratch file cannot be created
     */
    public GifFile(Path file, FrameSize drawn, int width, FrameRate rate, int frames, FilmListener listener)
            throws IOException {
        this(file, drawn, width, rate, frames, listener, GifTrade.STANDARD);
    }

    GifFile(Path file, FrameSize drawn, int width, FrameRate rate, int frames, FilmListener listener, GifTrade trade)
            throws IOException {
        this.file = file;
        this.size = width == drawn.width() ? drawn : Reduction.ofWidth(drawn, width);
        this.rate = rate;
        this.trade = trade;
        this.listener = listener;
        this.reduction = size.equals(drawn) ? Optional.empty() : Optional.of(new Reduction(drawn, size));
        this.spool = new FrameSpool(TemporaryName.scratch(file), size);
        this.forecast = new GifForecast(frames, shownEvery(rate));
        if (shownEvery(rate) > 1) {
            listener.remark("shows one frame of " + shownEvery(rate) + ", since a GIF can tell no more than "
                    + HIGHEST_RATE + " a second");
        }
    }

    /** One frame of so many is shown: 1 up to 50 frames a second, which is the most that a GIF's clock can tell. */
    public static int shownEvery(FrameRate rate) {
        int highest = HIGHEST_RATE * rate.denominator();
        return (rate.numerator() + highest - 1) / highest;
    }

    @Override
    public void write(Frame frame, boolean keyframe) throws IOException {
        Frame shown = reduction.isPresent() ? reduction.get().reduce(frame) : frame;
        if (spool.frames() % COUNTED_EVERY == 0) {
            counts.add(shown.pixels());
        }
        spool.add(shown);
        forecast.after(spool.frames(), spool.bytes()).ifPresent(listener::remark);
    }

    @Override
    public void finish() throws IOException {
        int frames = spool.frames();
        if (frames == 0) {
            throw new IllegalStateException(file + ": a film needs a frame");
        }
        counts.add(spool.latest());
        int every = shownEvery(rate);
        // The last frame is where training arrived: it takes the place of whichever would be shown last.
        int lastShown = (frames - 1) / every * every;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            begun = true;
            GifWriter writer = new GifWriter(out, size, new FilmClock(rate, 100), Palette.of(counts, trade.colors()),
                    trade.tolerance());
            writer.begin();
            spool.replay(new FrameSpool.Viewer() {
                private Region changed = Region.NONE;

                @Override
                public void frame(int number, int[] pixels, Region area) throws IOException {
                    listener.written();
                    changed = changed.with(area);
                    boolean isLast = number == frames - 1;
                    if (isLast || number % every == 0 && number < lastShown) {
                        writer.show(isLast ? lastShown : number, pixels, changed);
                        changed = Region.NONE;
                    }
                }
            });
            writer.end(frames);
        }
        finished = true;
        forecast.complete(Files.size(file)).ifPresent(listener::remark);
    }

    @Override
    public void close() throws IOException {
        try {
            spool.close();
        } finally {
            if (begun && !finished) {
                Files.deleteIfExists(file);
            }
        }
    }
}
