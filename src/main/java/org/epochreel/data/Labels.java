package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;

/**
 * The class of each row of a set.
 *
 * @param classes their names, in order; at least two
 * @param indices of the rows' classes, from 0
 */
public record Labels(ImmutableList<String> classes, ImmutableIntArray indices) {

    public Labels {
        if (classes.size() < 2) {
            throw new IllegalArgumentException(classes.size() + " classes leave nothing to tell apart");
        }
        if (!indices.stream().allMatch(index -> index >= 0 && index < classes.size())) {
            throw new IllegalArgumentException("a label that is none of " + classes.size() + " classes");
        }
    }

    /** Some of the rows, in the given order, of the same classes. */
    Labels rows(int[] rows) {
        ImmutableIntArray.Builder picked = ImmutableIntArray.builder(rows.length);
        for (int row : rows) {
            picked.add(indices.get(row));
        }
        return new Labels(classes, picked.build());
    }

    /** A column a class, 1 in the rows of that class and 0 elsewhere. */
    Matrix oneHot() {
        double[][] columns = new double[classes.size()][indices.length()];
        for (int row = 0; row < indices.length(); row++) {
            columns[indices.get(row)][row] = 1;
        }
        return Matrix.ofColumns(columns);
    }
}
