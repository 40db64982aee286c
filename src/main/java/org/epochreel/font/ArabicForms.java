package org.epochreel.font;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The forms of Arabic letters that join with their neighbours, by the characters that Unicode has for them (Arabic
 * Presentation Forms). A letter without any stays as it is.
 */
final class ArabicForms {

    private static final int FIRST = 0x0621;
    private static final int LAST = 0x06CC;
    private static final int LENGTHENING = 0x0640;
    private static final int LAM = 0x0644;

    /** Each letter, its form alone, and how many forms there are: alone, at the end, then at the start and within. */
    private static final int[][] LETTERS = {
            {0x621, 0xFE80, 1}, {0x622, 0xFE81, 2}, {0x623, 0xFE83, 2}, {0x624, 0xFE85, 2}, {0x625, 0xFE87, 2},
            {0x626, 0xFE89, 4}, {0x627, 0xFE8D, 2}, {0x628, 0xFE8F, 4}, {0x629, 0xFE93, 2}, {0x62A, 0xFE95, 4},
            {0x62B, 0xFE99, 4}, {0x62C, 0xFE9D, 4}, {0x62D, 0xFEA1, 4}, {0x62E, 0xFEA5, 4}, {0x62F, 0xFEA9, 2},
            {0x630, 0xFEAB, 2}, {0x631, 0xFEAD, 2}, {0x632, 0xFEAF, 2}, {0x633, 0xFEB1, 4}, {0x634, 0xFEB5, 4},
            {0x635, 0xFEB9, 4}, {0x636, 0xFEBD, 4}, {0x637, 0xFEC1, 4}, {0x638, 0xFEC5, 4}, {0x639, 0xFEC9, 4},
            {0x63A, 0xFECD, 4}, {0x641, 0xFED1, 4}, {0x642, 0xFED5, 4}, {0x643, 0xFED9, 4}, {0x644, 0xFEDD, 4},
            {0x645, 0xFEE1, 4}, {0x646, 0xFEE5, 4}, {0x647, 0xFEE9, 4}, {0x648, 0xFEED, 2}, {0x649, 0xFEEF, 2},
            {0x64A, 0xFEF1, 4}, {0x67E, 0xFB56, 4}, {0x686, 0xFB7A, 4}, {0x698, 0xFB8A, 2}, {0x6A9, 0xFB8E, 4},
            {0x6AF, 0xFB92, 4}, {0x6CC, 0xFBFC, 4}};

    /** Letters that form a ligature with the lam before them, and the ligature alone; it has a form at the end, too. */
    private static final int[][] AFTER_LAM = {{0x622, 0xFEF5}, {0x623, 0xFEF7}, {0x625, 0xFEF9}, {0x627, 0xFEFB}};

    private static final ImmutableMap<Integer, int[]> FORMS = Arrays.stream(LETTERS)
            .collect(ImmutableMap.toImmutableMap(letter -> letter[0], Function.identity()));

    private ArabicForms() {}

    /**
     * {@code characters} with forms in place of letters.
     *
     * @param known whether a typeface has a character
     */
    static ImmutableIntArray of(ImmutableIntArray characters, IntPredicate known) {
        if (characters.stream().noneMatch(c -> c >= FIRST && c <= LAST)) {
            return characters;
        }
        ImmutableIntArray.Builder joined = ImmutableIntArray.builder(characters.length());
        for (int i = 0; i < characters.length(); i++) {
            int letter = characters.get(i);
            int[] forms = FORMS.get(letter);
            if (forms == null) {
                joined.add(letter);
                continue;
            }
            boolean before = forms[2] > 1 && neighbour(characters, i, -1, 4);
            int ligature = letter == LAM && i + 1 < characters.length() ? ligature(characters.get(i + 1)) : 0;
            if (ligature > 0 && known.test(ligature + (before ? 1 : 0))) {
                joined.add(ligature + (before ? 1 : 0));
                i++;
                continue;
            }
            boolean after = forms[2] == 4 && neighbour(characters, i, 1, 2);
            int form = forms[1] + (after ? 2 : 0) + (before ? 1 : 0);
            joined.add(known.test(form) ? form : letter);
        }
        return joined.build();
    }

    /** Whether the next letter that is no mark has {@code least} forms, so that it joins on this side. */
    private static boolean neighbour(ImmutableIntArray characters, int from, int step, int least) {
        int i = from + step;
        while (i >= 0 && i < characters.length() && isMark(characters.get(i))) {
            i += step;
        }
        if (i < 0 || i >= characters.length()) {
            return false;
        }
        int[] forms = FORMS.get(characters.get(i));
        return characters.get(i) == LENGTHENING || forms != null && forms[2] >= least;
    }

    private static boolean isMark(int character) {
        return character >= 0x064B && character <= 0x065F || character == 0x0670 || CombiningMark.is(character);
    }

    private static int ligature(int letter) {
        for (int[] pair : AFTER_LAM) {
            if (pair[0] == letter) {
                return pair[1];
            }
        }
        return 0;
    }
}
