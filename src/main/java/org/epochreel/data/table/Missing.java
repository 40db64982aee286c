package org.epochreel.data.table;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** How people write that there is no value. */
final class Missing {

    private static final ImmutableSet<String> WORDS = ImmutableSet.of("na", "n/a", "#n/a", "nan", "null", "none");

    private Missing() {}

    /** Whether a stripped text says so: it is empty, NA, NaN, null and the like, in letters of any case. */
    static boolean isSaidBy(String text) {
        return text.isEmpty() || text.length() <= 4 && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
