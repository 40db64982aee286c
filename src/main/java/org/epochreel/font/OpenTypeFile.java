package org.epochreel.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The tables of an OpenType font that say which glyph stands for a character and how wide it is (ISO/IEC 14496-22,
 * clauses 5.2.1 to 5.2.4). FontBox would read all tables of the font at each start, with the dates of its making.
 */
final class OpenTypeFile {

    private static final int DIRECTORY = 12;
    private static final int DIRECTORY_ENTRY = 16;

    /** Platform 0 and encoding 4, in one number: the characters of all of Unicode. */
    private static final int ALL_OF_UNICODE = 4;

    /** The format that lists runs of characters, and the bytes before its runs and of each. */
    private static final int FORMAT_OF_RUNS = 12;
    private static final int RUNS_HEADER = 16;
    private static final int RUN_BYTES = 12;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final int unitsPerEm;
    private final int advances;
    private final int advanceCount;
    private final int runs;
    private final int runCount;

    /** @throws IllegalArgumentException if a table that is needed is missing */
    OpenTypeFile(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes);
        this.unitsPerEm = unsignedShort(offset(entry("head")) + 18);
        this.advances = offset(entry("hmtx"));
        this.advanceCount = unsignedShort(offset(entry("hhea")) + 34);
        this.runs = runsOfCharacters();
        this.runCount = file.getInt(runs + 12);
    }

    private int entry(String tag) {
        int count = file.getShort(4);
        for (int entry = DIRECTORY; entry < DIRECTORY + count * DIRECTORY_ENTRY; entry += DIRECTORY_ENTRY) {
            if (tag.equals(new String(bytes, entry, 4, StandardCharsets.ISO_8859_1))) {
                return entry;
            }
        }
        throw new IllegalArgumentException("the font has no table " + tag);
    }

    private int offset(int entry) {
        return file.getInt(entry + 8);
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private int runsOfCharacters() {
        int map = offset(entry("cmap"));
        int count = file.getShort(map + 2);
        for (int i = 0; i < count; i++) {
            int encoding = file.getInt(map + 4 + 8 * i);
            int subtable = map + file.getInt(map + 8 + 8 * i);
            if (encoding == ALL_OF_UNICODE && file.getShort(subtable) == FORMAT_OF_RUNS) {
                return subtable;
            }
        }
        throw new IllegalArgumentException("the font does not say which glyphs stand for the characters of Unicode");
    }

    /** A copy of a table. */
    byte[] table(String tag) {
        int entry = entry(tag);
        return Arrays.copyOfRange(bytes, offset(entry), offset(entry) + file.getInt(entry + 12));
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** The glyph of a character; 0 if it has none. */
    int glyph(int codePoint) {
        int low = 0;
        int high = runCount;
        while (low < high) {
            int middle = low + high >>> 1;
            int run = runs + RUNS_HEADER + RUN_BYTES * middle;
            if (codePoint < file.getInt(run)) {
                high = middle;
            } else if (codePoint > file.getInt(run + 4)) {
                low = middle + 1;
            } else {
                return file.getInt(run + 8) + codePoint - file.getInt(run);
            }
        }
        return 0;
    }

    /** How far the next glyph stands from this one, in font units; those after the last listed are as wide as it. */
    int advance(int glyph) {
        return unsignedShort(advances + 4 * Math.min(glyph, advanceCount - 1));
    }
}
