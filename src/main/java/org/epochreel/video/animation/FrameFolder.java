package org.epochreel.video.animation;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSink;
import org.epochreel.picture.Png;

/**
 * Writes each frame as a PNG of its own into a folder, with two lists: {@code frames.ffconcat}, which players and editors
 * that know ffmpeg's lists read with exact times, and {@code frames.csv}, which says the epoch and the SHA-256 of each.
 */
public final class FrameFolder implements FrameSink {

    /** The list of epochs and hashes in the folder. */
    public static final String TABLE = "frames.csv";

    private static final String LIST = "frames.ffconcat";
    private static final int DIGITS = 6;
    private static final int MICROSECONDS = 1_000_000;

    private final Path folder;
    private final FilmClock clock;
    private final IntUnaryOperator epochOf;
    private final StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
    private final StringBuilder table = new StringBuilder("frame,file,epoch,sha256\n");
    private byte[] png = new byte[0];
    private int frames;
    private boolean finished;

    /**
     * @param folder to be made, in a folder that is there
     * @param epochOf the epoch that a frame, counted from 0, shows
     * @throws IOException if it cannot be made
     */
    public FrameFolder(Path folder, FrameRate rate, IntUnaryOperator epochOf) throws IOException {
        this.folder = Files.createDirectory(folder);
        this.clock = new FilmClock(rate, MICROSECONDS);
        this.epochOf = epochOf;
    }

    /** The name of a frame's file, in the order of the frames. */
    public static String nameOf(int frame) {
        String number = Integer.toString(frame);
        return "frame-" + "0".repeat(Math.max(0, DIGITS - number.length())) + number + ".png";
    }

    @Override
    public void write(Frame frame, boolean keyframe) throws IOException {
        if (frames == 0 || !frame.touched().isEmpty()) {
            png = Png.encode(frame.size(), frame.pixels());
        }
        String name = nameOf(frames);
        Files.write(folder.resolve(name), png);
        list.append("file ").append(name).append("\nduration ")
                .append(BigDecimal.valueOf(clock.between(frames, frames + 1L), 6).toPlainString()).append('\n');
        table.append(frames).append(',').append(name).append(',').append(epochOf.applyAsInt(frames)).append(',')
                .append(Hashing.sha256().hashBytes(png)).append('\n');
        frames++;
    }

    @Override
    public void finish() throws IOException {
        if (frames == 0) {
            throw new IllegalStateException(folder + ": a film needs a frame");
        }
        Files.writeString(folder.resolve(LIST), list);
        Files.writeString(folder.resolve(TABLE), table);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished && Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}
