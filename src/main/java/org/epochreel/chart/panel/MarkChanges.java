package org.epochreel.chart.panel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.mask.Strips;

/** Which marks have to be drawn anew when what a panel shows has changed. */
public final class MarkChanges {

    private MarkChanges() {}

    /**
     * Adds where marks came or went to what has changed, and all that these places reach.
     *
     * @param before the marks that are in the picture
     * @param next the marks that will be
     * @param changed where pixels are painted anew; added to
     * @return those of {@code next} that have to be drawn, in their order
     */
    public static List<Mark> between(ImmutableList<Mark> before, ImmutableList<Mark> next, Strips changed) {
        addDifference(before, next, changed);
        addDifference(next, before, changed);
        return reachedBy(next, changed);
    }

    private static void addDifference(ImmutableList<Mark> some, ImmutableList<Mark> others, Strips changed) {
        for (Mark mark : some) {
            if (!others.contains(mark)) {
                changed.addRectangle(mark.area());
            }
        }
    }

    // A mark that what changed reaches is drawn anew as a whole, which may reach another one.
    private static List<Mark> reachedBy(ImmutableList<Mark> all, Strips changed) {
        boolean[] reached = new boolean[all.size()];
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < reached.length; i++) {
                if (!reached[i] && changed.meets(all.get(i).area())) {
                    changed.addRectangle(all.get(i).area());
                    reached[i] = true;
                    more = true;
                }
            }
        }
        List<Mark> found = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            if (reached[i]) {
                found.add(all.get(i));
            }
        }
        return found;
    }
}
