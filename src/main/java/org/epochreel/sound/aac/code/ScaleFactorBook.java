package org.epochreel.sound.aac.code;

/** The code of differences between the scale factors of successive bands (ISO/IEC 14496-3, 4.6.3 and 4.A.1). */
public final class ScaleFactorBook {

    /** The largest difference, up or down. */
    public static final int LARGEST = 60;

    private static final int[] LENGTHS = new int[2 * LARGEST + 1];
    private static final int[] CODES = new int[2 * LARGEST + 1];

    static {
        for (int[] row : JaadTables.scaleFactorCodes()) {
            LENGTHS[row[2]] = row[0];
            CODES[row[2]] = row[1];
        }
    }

    private ScaleFactorBook() {
    }

    public static int bits(int difference) {
        return LENGTHS[difference + LARGEST];
    }

    public static void write(BitWriter out, int difference) {
        out.write(CODES[difference + LARGEST], LENGTHS[difference + LARGEST]);
    }
}
