package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;

/** A file from which a table, or what is asked of it, cannot be read: everything that is wrong with it. */
public final class TableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line line of the file, from 1, on which the row starts
     * @param message what is wrong and what is allowed
     */
    public record Problem(long line, String message) {}

    TableException(long line, String message) {
        this(ImmutableList.of(new Problem(line, message)));
    }

    TableException(ImmutableList<Problem> problems) {
        super(problems.get(0).message());
        this.problems = problems;
    }

    /** At least one, in the order in which they were found. */
    public ImmutableList<Problem> problems() {
        return problems;
    }
}
