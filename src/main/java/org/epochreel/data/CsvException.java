package org.epochreel.data;

import com.google.common.collect.ImmutableList;

/** A CSV file from which no samples can be read: everything that is wrong with it. */
public final class CsvException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line line of the file, from 1, on which the row starts
     * @param message what is wrong and what is allowed
     */
    public record Problem(long line, String message) {}

    CsvException(ImmutableList<Problem> problems) {
        super(problems.get(0).message());
        this.problems = problems;
    }

    /** At least one, in the file's order. */
    public ImmutableList<Problem> problems() {
        return problems;
    }
}
