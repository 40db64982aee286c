package org.epochreel.video.animation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.epochreel.frame.FrameSize;

/**
 * The blocks of a GIF (GIF89a of 1990, clauses 18 to 27). Each picture is the rectangle of what changed, left in place
 * for the next; what stays inside it is transparent where that is smaller. A picture that shows nothing new is none:
 * the one before stays longer.
 */
final class GifWriter {

    private static final int LONGEST_DELAY = 0xFFFF;
    private static final int MOST_IN_BLOCK = 255;
    /** Where less than one pixel of so many changes, transparent ones are always smaller. */
    private static final int OPAQUE_SHARE = 4;
    private static final int LEFT_IN_PLACE = 1 << 2;

    private final OutputStream out;
    private final FrameSize size;
    private final FilmClock clock;
    private final Palette palette;
    private final int tolerance;
    private final int indexBits;
    private final int transparent;
    private final Lzw lzw;
    private final int[] drawn;
    private final byte[] shown;
    private final byte[] opaque;
    private final byte[] sparse;
    // A picture is written when it is known how long it stays.
    private Picture pending;

    private record Picture(int frame, Region area, boolean transparent, byte[] data) {}

    GifWriter(OutputStream out, FrameSize size, FilmClock clock, Palette palette, int tolerance) {
        this.out = out;
        this.size = size;
        this.clock = clock;
        this.palette = palette;
        this.tolerance = tolerance;
        this.transparent = palette.size();
        this.indexBits = Math.max(2, 32 - Integer.numberOfLeadingZeros(transparent));
        this.lzw = new Lzw(indexBits);
        this.drawn = new int[size.pixels()];
        this.shown = new byte[size.pixels()];
        this.opaque = new byte[size.pixels()];
        this.sparse = new byte[size.pixels()];
    }

    void begin() throws IOException {
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        writeShort(size.width());
        writeShort(size.height());
        out.write(0x80 | 7 << 4 | indexBits - 1);
        out.write(0);
        out.write(0);
        byte[] table = new byte[3 << indexBits];
        for (int i = 0; i < palette.size(); i++) {
            table[3 * i] = (byte) (palette.color(i) >> 16);
            table[3 * i + 1] = (byte) (palette.color(i) >> 8);
            table[3 * i + 2] = (byte) palette.color(i);
        }
        out.write(table);
        out.write(new byte[] {0x21, (byte) 0xFF, 11});
        out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        // Loops without end.
        out.write(new byte[] {3, 1, 0, 0, 0});
    }

    /**
     * Shows a picture from a frame on.
     *
     * @param changed all that differs from the picture before lies inside
     */
    void show(int frame, int[] pixels, Region changed) throws IOException {
        if (pending == null) {
            Region all = new Region(0, 0, size.width(), size.height());
            for (int i = 0; i < pixels.length; i++) {
                drawn[i] = pixels[i];
                shown[i] = (byte) palette.nearest(pixels[i]);
            }
            pending = new Picture(frame, all, false, lzw.compress(shown, shown.length));
            return;
        }
        Region area = differing(pixels, changed);
        if (area.isEmpty()) {
            return;
        }
        write(pending, frame);
        pending = encode(frame, pixels, area);
    }

    private Region differing(int[] pixels, Region changed) {
        Region area = Region.NONE;
        for (int y = changed.top(); y < changed.bottom(); y++) {
            int start = y * size.width();
            int left = changed.left();
            int right = changed.right();
            while (left < right && index(pixels, start + left) == shown[start + left]) {
                left++;
            }
            while (right > left && index(pixels, start + right - 1) == shown[start + right - 1]) {
                right--;
            }
            if (left < right) {
                area = area.with(new Region(left, y, right, y + 1));
            }
        }
        return area;
    }

    private byte index(int[] pixels, int at) {
        int pixel = pixels[at];
        if (pixel == drawn[at]) {
            return shown[at];
        }
        int nearest = palette.nearest(pixel);
        return palette.color(nearest) != pixel && isClose(palette.color(shown[at] & 0xFF), pixel)
                ? shown[at] : (byte) nearest;
    }

    private boolean isClose(int a, int b) {
        return Math.abs((a >> 16) - (b >> 16)) <= tolerance
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) <= tolerance
                && Math.abs((a & 0xFF) - (b & 0xFF)) <= tolerance;
    }

    private Picture encode(int frame, int[] pixels, Region area) {
        int count = 0;
        int changes = 0;
        for (int y = area.top(); y < area.bottom(); y++) {
            int end = y * size.width() + area.right();
            for (int at = y * size.width() + area.left(); at < end; at++, count++) {
                byte index = index(pixels, at);
                boolean stays = index == shown[at];
                opaque[count] = index;
                sparse[count] = stays ? (byte) transparent : index;
                changes += stays ? 0 : 1;
                shown[at] = index;
            }
            System.arraycopy(pixels, y * size.width() + area.left(), drawn, y * size.width() + area.left(), area.width());
        }
        byte[] over = lzw.compress(sparse, count);
        if ((long) OPAQUE_SHARE * changes >= count) {
            byte[] whole = lzw.compress(opaque, count);
            if (whole.length <= over.length) {
                return new Picture(frame, area, false, whole);
            }
        }
        return new Picture(frame, area, true, over);
    }

    /** Ends the film before a frame that would be its next. */
    void end(int frame) throws IOException {
        write(pending, frame);
        out.write(0x3B);
    }

    private void write(Picture picture, int until) throws IOException {
        long delay = clock.between(picture.frame(), until);
        block(picture, (int) Math.min(delay, LONGEST_DELAY));
        Region corner = new Region(0, 0, 1, 1);
        byte[] nothing = lzw.compress(new byte[] {(byte) transparent}, 1);
        for (long left = delay - LONGEST_DELAY; left > 0; left -= LONGEST_DELAY) {
            block(new Picture(until, corner, true, nothing), (int) Math.min(left, LONGEST_DELAY));
        }
    }

    private void block(Picture picture, int delay) throws IOException {
        out.write(new byte[] {0x21, (byte) 0xF9, 4});
        out.write(LEFT_IN_PLACE | (picture.transparent() ? 1 : 0));
        writeShort(delay);
        out.write(picture.transparent() ? transparent : 0);
        out.write(0);
        out.write(0x2C);
        writeShort(picture.area().left());
        writeShort(picture.area().top());
        writeShort(picture.area().width());
        writeShort(picture.area().height());
        out.write(0);
        out.write(indexBits);
        byte[] data = picture.data();
        for (int from = 0; from < data.length; from += MOST_IN_BLOCK) {
            int length = Math.min(MOST_IN_BLOCK, data.length - from);
            out.write(length);
            out.write(Arrays.copyOfRange(data, from, from + length));
        }
        out.write(0);
    }

    private void writeShort(int value) throws IOException {
        out.write(value);
        out.write(value >> 8);
    }
}
