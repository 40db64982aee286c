package org.epochreel.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that somebody probably meant: the one at the smallest edit distance (insertions, deletions,
 * substitutions and swaps of neighbours: optimal string alignment), if that is near.
 */
public final class NearestName {

    private static final int SHORTEST_MISSPELT = 3;
    private static final int LONGEST_COMPARED = 64;

    private NearestName() {}

    /**
     * The nearest of {@code known}, the earlier of two equally near; letter case, underscores and spaces do not count.
     * Nothing where more than a third of the letters (at least one, at most three) would have to change, nor for names of
     * two letters, which are near to too many.
     */
    public static Optional<String> of(String written, Iterable<String> known) {
        String wanted = fold(written);
        if (wanted.isEmpty() || wanted.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        Optional<String> nearest = Optional.empty();
        int smallest = Integer.MAX_VALUE;
        for (String candidate : known) {
            String folded = fold(candidate);
            int longer = Math.max(wanted.length(), folded.length());
            int allowed = longer < SHORTEST_MISSPELT ? 0 : Math.max(1, Math.min(3, longer / 3));
            int distance = distance(wanted, folded);
            boolean shares = distance < longer;
            if (shares && distance <= allowed && distance < smallest) {
                smallest = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** The name without what does not count: letter case, surrounding spaces, and underscores or spaces for hyphens. */
    public static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(rows[i - 1][j - 1] + substitution, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = best;
            }
        }
        return rows[a.length()][b.length()];
    }
}
