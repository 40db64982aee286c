package org.epochreel.video.animation;

import com.google.common.primitives.Bytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import org.epochreel.picture.PngChunk;

/**
 * How a film's colours become samples of a PNG: indices of a palette where it has at most 255, else red, green and blue.
 * One more index, or one colour that does not occur, means that what is below shows through.
 */
final class PngColors {

    private static final int MOST_INDEXED = 255;
    private static final byte TRUECOLOR = 2;
    private static final byte INDEXED = 3;

    // The rank of each colour of a palette; nothing without one.
    private final int[] palette;
    private final OptionalInt see;

    private PngColors(int[] palette, OptionalInt see) {
        this.palette = palette;
        this.see = see;
    }

    /** @param used the film's colours, each 0xRRGGBB */
    static PngColors of(BitSet used) {
        if (used.cardinality() <= MOST_INDEXED) {
            return new PngColors(used.stream().toArray(), OptionalInt.of(used.cardinality()));
        }
        // Runs of a grey are runs of one byte, which compress best.
        for (int grey = 0; grey < 256; grey++) {
            if (!used.get(grey * 0x010101)) {
                return new PngColors(new int[0], OptionalInt.of(grey * 0x010101));
            }
        }
        int unused = used.nextClearBit(0);
        return new PngColors(new int[0], unused < 1 << 24 ? OptionalInt.of(unused) : OptionalInt.empty());
    }

    boolean isIndexed() {
        return palette.length > 0;
    }

    /** Whether a sample can mean that what is below shows through: unless the film has all colours that there are. */
    boolean canShowThrough() {
        return see.isPresent();
    }

    byte type() {
        return isIndexed() ? INDEXED : TRUECOLOR;
    }

    int bytesPerPixel() {
        return isIndexed() ? 1 : 3;
    }

    /** The chunks PLTE and tRNS, as far as they are needed. */
    byte[] chunks() {
        if (isIndexed()) {
            byte[] colors = new byte[3 * palette.length + 3];
            byte[] opacity = new byte[palette.length + 1];
            for (int i = 0; i < palette.length; i++) {
                putColor(palette[i], colors, 3 * i);
                opacity[i] = (byte) 0xFF;
            }
            return Bytes.concat(
                    PngChunk.of("PLTE", colors), PngChunk.of("tRNS", opacity));
        }
        if (see.isEmpty()) {
            return new byte[0];
        }
        int color = see.getAsInt();
        return PngChunk.of("tRNS",
                new byte[] {0, (byte) (color >> 16), 0, (byte) (color >> 8), 0, (byte) color});
    }

    /** Puts the samples of one pixel. */
    void put(int color, byte[] samples, int at) {
        if (isIndexed()) {
            samples[at] = (byte) Arrays.binarySearch(palette, color);
        } else {
            putColor(color, samples, at);
        }
    }

    /** Puts the samples through which shows what is below. */
    void putNothing(byte[] samples, int at) {
        if (isIndexed()) {
            samples[at] = (byte) see.getAsInt();
        } else {
            putColor(see.getAsInt(), samples, at);
        }
    }

    private static void putColor(int color, byte[] samples, int at) {
        samples[at] = (byte) (color >> 16);
        samples[at + 1] = (byte) (color >> 8);
        samples[at + 2] = (byte) color;
    }
}
