package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, as much of it as a person reads. Mutable. */
final class Problems {

    private static final int MOST = 10;

    private final List<TableException.Problem> found = new ArrayList<>();
    private int more;

    void add(long line, String message) {
        TableException.Problem problem = new TableException.Problem(line, message);
        if (found.contains(problem)) {
            return;
        }
        if (found.size() < MOST) {
            found.add(problem);
        } else {
            more++;
        }
    }

    void throwIfAny() throws TableException {
        if (more > 0) {
            found.add(new TableException.Problem(1, more + (more == 1 ? " more problem" : " more problems")
                    + " like these in this file"));
        }
        if (!found.isEmpty()) {
            throw new TableException(ImmutableList.copyOf(found));
        }
    }
}
