package org.epochreel.chart.wanted;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/**
 * The class that a model says of each of several points, and of what it said before as much as a fade needs.
 *
 * @param now the classes
 * @param before what each point's class was until it last changed; the same as now where it never did
 * @param age frames of the film since then, 0 in the first frame that shows the change; {@link #OLD} at most
 */
public record Classes(ImmutableIntArray now, ImmutableIntArray before, ImmutableIntArray age) {

    /** The age of what has been so for long, or from the start on. */
    public static final int OLD = 60;

    public Classes {
        if (now.length() != before.length() || now.length() != age.length()) {
            throw new IllegalArgumentException("classes of " + now.length() + ", " + before.length() + " and "
                    + age.length() + " points");
        }
    }

    /** Classes that have been so for long. */
    public static Classes settled(ImmutableIntArray now) {
        int[] age = new int[now.length()];
        Arrays.fill(age, OLD);
        return new Classes(now, now, ImmutableIntArray.copyOf(age));
    }
}
