package org.epochreel.font;

/** Where a mark stands that any letter may carry, such as the hat of an estimate. */
public enum CombiningMark {
    ABOVE,
    BELOW,
    /** Through the letter or around it. */
    OVER,
    /** Above this letter and the next. */
    ABOVE_TWO,
    /** Where its font puts it behind the letter, but above the mark that stands there already. */
    OF_ITS_SCRIPT;

    /** First and last characters of the blocks of marks that belong to no script. */
    private static final int[][] BLOCKS = {
            {0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};

    /** Those of the vowels and tones of Thai and Lao, of which a letter carries several. */
    private static final int[][] VOWELS_AND_TONES = {
            {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE}};

    private static final String THROUGH = "\u0334\u0335\u0336\u0337\u0338\u20D2\u20D3\u20D8\u20D9\u20DA\u20DD\u20DE"
            + "\u20DF\u20E0\u20E2\u20E3\u20E4\u20E5\u20EA\u20EB";

    /** Whether the character (a code point) is such a mark; most of a single script stand where its fonts put them. */
    public static boolean is(int codePoint) {
        return codePoint >= BLOCKS[0][0] && (isIn(BLOCKS, codePoint) || isIn(VOWELS_AND_TONES, codePoint));
    }

    private static boolean isIn(int[][] blocks, int codePoint) {
        for (int[] block : blocks) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return true;
            }
        }
        return false;
    }

    /** @param glyph of the mark, drawn for a letter without ascender */
    static CombiningMark of(int codePoint, Glyph glyph) {
        if (isIn(VOWELS_AND_TONES, codePoint)) {
            return OF_ITS_SCRIPT;
        }
        if (THROUGH.indexOf(codePoint) >= 0) {
            return OVER;
        }
        if (glyph.bounds().getCenterY() <= 0) {
            return BELOW;
        }
        return codePoint >= 0x035D && codePoint <= 0x0361 ? ABOVE_TWO : ABOVE;
    }
}
