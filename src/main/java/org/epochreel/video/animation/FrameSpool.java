package org.epochreel.video.animation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;

/**
 * Drawn frames on disk, each as the pixels that differ from the frame before, so that a film can be gone through again
 * when all its colours are known. In memory it keeps one picture. Closing removes the file.
 */
final class FrameSpool implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FrameSize size;
    private final int[] latest;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final DataOutputStream out;
    private int frames;

    /** Sees the frames again, in order. */
    interface Viewer {
        /**
         * @param number counted from 0
         * @param pixels the whole frame, valid until the next
         * @param changed what differs from the frame before lies inside; all of the first frame
         */
        void frame(int number, int[] pixels, Region changed) throws IOException;
    }

    FrameSpool(Path file, FrameSize size) throws IOException {
        this.file = file;
        this.size = size;
        this.latest = new int[size.pixels()];
        this.out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER), BUFFER));
    }

    /** Runs of changed pixels: the gap before, the length, the pixels; a run of none ends the frame. */
    void add(Frame frame) throws IOException {
        MacroblockSet touched = frames == 0 ? MacroblockSet.allOf(size) : frame.touched();
        int end = 0;
        for (int block = touched.next(0); block >= 0; ) {
            int row = block / size.macroblockColumns();
            int bottom = Math.min(size.height(), 16 * (row + 1));
            for (int y = 16 * row; y < bottom; y++) {
                end = addRow(frame.pixels(), touched, row, y * size.width(), end);
            }
            block = touched.next((row + 1) * size.macroblockColumns());
        }
        out.writeInt(0);
        out.writeInt(0);
        frames++;
    }

    private int addRow(int[] pixels, MacroblockSet touched, int row, int start, int previousEnd) throws IOException {
        int end = previousEnd;
        int firstBlock = row * size.macroblockColumns();
        int behind = firstBlock + size.macroblockColumns();
        for (int block = touched.next(firstBlock); block >= 0 && block < behind; ) {
            int endBlock = touched.endOfRun(block);
            int at = start + 16 * (block - firstBlock);
            int last = start + Math.min(size.width(), 16 * (endBlock - firstBlock));
            while (at < last) {
                if (differs(pixels, at)) {
                    int from = at;
                    while (at < last && differs(pixels, at)) {
                        at++;
                    }
                    writeRun(pixels, from, at, end);
                    end = at;
                } else {
                    at++;
                }
            }
            block = touched.next(endBlock);
        }
        return end;
    }

    private boolean differs(int[] pixels, int at) {
        return frames == 0 || pixels[at] != latest[at];
    }

    private void writeRun(int[] pixels, int from, int to, int previousEnd) throws IOException {
        out.writeInt(from - previousEnd);
        out.writeInt(to - from);
        for (int i = from; i < to; i++) {
            latest[i] = pixels[i];
            out.writeByte(pixels[i] >> 16);
            out.writeShort(pixels[i]);
        }
    }

    /** Bytes of the file so far, but for a buffer's worth. */
    long bytes() {
        return deflater.getBytesWritten();
    }

    int frames() {
        return frames;
    }

    /** The frame added last. */
    int[] latest() {
        return latest;
    }

    /** Shows all frames; none can be added any more. */
    void replay(Viewer viewer) throws IOException {
        out.close();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new InflaterInputStream(Files.newInputStream(file)), BUFFER))) {
            for (int frame = 0; frame < frames; frame++) {
                Region changed = Region.NONE;
                int at = in.readInt();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    changed = changed.with(area(at, at + length - 1));
                    for (int end = at + length; at < end; at++) {
                        latest[at] = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                    }
                    at += in.readInt();
                }
                viewer.frame(frame, latest, changed);
            }
        }
    }

    private Region area(int first, int last) {
        int top = first / size.width();
        int bottom = last / size.width();
        return top == bottom
                ? new Region(first - top * size.width(), top, last - top * size.width() + 1, top + 1)
                : new Region(0, top, size.width(), bottom + 1);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            deflater.end();
            Files.deleteIfExists(file);
        }
    }
}
