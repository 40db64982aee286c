package org.epochreel.video.animation;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.PngChunk;
import org.epochreel.picture.Zlib;

/**
 * The chunks of an animated PNG (PNG Specification, Third Edition, clauses 11.3.6 and 4.9). Each picture is the rectangle
 * of what changed, laid over the one before; what stays inside it shows through where that is smaller. A picture that is
 * like the one before is none: that one stays longer.
 */
final class ApngWriter {

    private static final int LONGEST_DELAY = 0xFFFF;
    private static final byte REPLACE = 0;
    private static final byte LAY_OVER = 1;

    private final FileChannel out;
    private final FrameSize size;
    private final FilmClock clock;
    private final PngColors colors;
    private final int[] shown;
    private long controlAt;
    private int pictures;
    private int sequence;
    // A picture is written when it is known how long it stays.
    private Picture pending;

    private record Picture(int frame, Region area, byte blend, byte[] data) {}

    ApngWriter(FileChannel out, FrameSize size, FrameRate rate, PngColors colors) {
        this.out = out;
        this.size = size;
        // Delays are fractions with terms of 16 bits; with the rate itself below the line they are exact.
        this.clock = new FilmClock(rate, rate.numerator() <= LONGEST_DELAY ? rate.numerator() : 50_000);
        this.colors = colors;
        this.shown = new int[size.pixels()];
    }

    void begin() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(size.width()).putInt(size.height());
        header.put((byte) 8).put(colors.type());
        write(PngChunk.signature());
        write(PngChunk.of("IHDR", header.array()));
        controlAt = out.position();
        write(control());
        write(PngChunk.of("sRGB", new byte[] {0}));
        write(colors.chunks());
    }

    /** Number of pictures, then 0 for a loop without end. */
    private byte[] control() {
        return PngChunk.of("acTL", Bytes.concat(Ints.toByteArray(pictures), Ints.toByteArray(0)));
    }

    /**
     * Shows a frame.
     *
     * @param changed all that differs from the frame before lies inside
     */
    void show(int frame, int[] pixels, Region changed) throws IOException {
        if (changed.isEmpty()) {
            return;
        }
        if (pending != null) {
            write(pending, frame);
        }
        byte[] whole = compressed(pixels, changed, false);
        if (frame == 0 || !colors.canShowThrough()) {
            pending = new Picture(frame, changed, REPLACE, whole);
        } else {
            byte[] over = compressed(pixels, changed, true);
            pending = over.length < whole.length
                    ? new Picture(frame, changed, LAY_OVER, over) : new Picture(frame, changed, REPLACE, whole);
        }
        for (int y = changed.top(); y < changed.bottom(); y++) {
            int start = y * size.width() + changed.left();
            System.arraycopy(pixels, start, shown, start, changed.width());
        }
    }

    /** Rows of samples, each after the filter type 0: differences of rows or neighbours are larger in charts. */
    private byte[] compressed(int[] pixels, Region area, boolean changesOnly) {
        int step = colors.bytesPerPixel();
        byte[] rows = new byte[(area.width() * step + 1) * area.height()];
        int to = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            to++;
            for (int at = y * size.width() + area.left(); at < y * size.width() + area.right(); at++, to += step) {
                if (changesOnly && pixels[at] == shown[at]) {
                    colors.putNothing(rows, to);
                } else {
                    colors.put(pixels[at], rows, to);
                }
            }
        }
        return Zlib.compress(rows);
    }

    /** Ends the film before a frame that would be its next. */
    void end(int frame) throws IOException {
        write(pending, frame);
        write(PngChunk.of("IEND", new byte[0]));
        out.position(controlAt);
        write(control());
    }

    private void write(Picture picture, int until) throws IOException {
        long delay = clock.between(picture.frame(), until);
        chunks(picture, (int) Math.min(delay, LONGEST_DELAY));
        Region corner = new Region(0, 0, 1, 1);
        for (long left = delay - LONGEST_DELAY; left > 0; left -= LONGEST_DELAY) {
            chunks(new Picture(until, corner, REPLACE, compressed(shown, corner, false)),
                    (int) Math.min(left, LONGEST_DELAY));
        }
    }

    private void chunks(Picture picture, int delay) throws IOException {
        ByteBuffer control = ByteBuffer.allocate(26).putInt(sequence++);
        control.putInt(picture.area().width()).putInt(picture.area().height());
        control.putInt(picture.area().left()).putInt(picture.area().top());
        control.putShort((short) delay).putShort((short) clock.ticksPerSecond());
        // Stays in place for the next.
        control.put((byte) 0).put(picture.blend());
        write(PngChunk.of("fcTL", control.array()));
        write(pictures == 0
                ? PngChunk.of("IDAT", picture.data())
                : PngChunk.of("fdAT", Bytes.concat(Ints.toByteArray(sequence++), picture.data())));
        pictures++;
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
