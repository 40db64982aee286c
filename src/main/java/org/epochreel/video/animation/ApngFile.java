package org.epochreel.video.animation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.epochreel.files.TemporaryName;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSink;
import org.epochreel.frame.FrameSize;

/**
 * Writes frames as one animated PNG that loops for ever, each pixel exact; readers that know only stills show its first
 * frame. What it needs to know of all colours is known after the last frame: until {@link #finish} the frames wait in a
 * scratch file beside it.
 */
public final class ApngFile implements FrameSink {

    private final Path file;
    private final FrameSize size;
    private final FrameRate rate;
    private final FilmListener listener;
    private final FrameSpool spool;
    private final BitSet colors = new BitSet(1 << 24);
    private boolean begun;
    private boolean finished;

    /**
     * @param file where the picture goes, replaced if it is there; a scratch file appears beside it
     * @throws IOException if the scratch file cannot be created
     */
    public ApngFile(Path file, FrameSize size, FrameRate rate, FilmListener listener) throws IOException {
        this.file = file;
        this.size = size;
        this.rate = rate;
        this.listener = listener;
        this.spool = new FrameSpool(TemporaryName.scratch(file), size);
    }

    @Override
    public void write(Frame frame, boolean keyframe) throws IOException {
        spool.add(frame);
        frame.touched().forEach(block -> note(frame.pixels(), block));
    }

    private void note(int[] pixels, int block) {
        int left = block % size.macroblockColumns() * 16;
        int top = block / size.macroblockColumns() * 16;
        int previous = -1;
        for (int y = top; y < Math.min(top + 16, size.height()); y++) {
            for (int x = left; x < Math.min(left + 16, size.width()); x++) {
                int pixel = pixels[y * size.width() + x];
                if (pixel != previous) {
                    colors.set(pixel);
                    previous = pixel;
                }
            }
        }
    }

    @Override
    public void finish() throws IOException {
        if (spool.frames() == 0) {
            throw new IllegalStateException(file + ": a film needs a frame");
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            begun = true;
            ApngWriter writer = new ApngWriter(out, size, rate, PngColors.of(colors));
            writer.begin();
            spool.replay((number, pixels, changed) -> {
                listener.written();
                writer.show(number, pixels, changed);
            });
            writer.end(spool.frames());
        }
        finished = true;
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
