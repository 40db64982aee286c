package org.epochreel.batch;

/** How far a job is. */
public enum State {
    /** Nothing was done yet. */
    WAITING("waiting", false),
    /** Another process holds the claim. */
    CLAIMED("claimed", false),
    RENDERING("rendering", false),
    RENDERED("rendered", true),
    /** All of it was there already. */
    SKIPPED("skipped", true),
    /** The scene could not be rendered. */
    FAILED("failed", true),
    /** The files could not be written. */
    UNWRITTEN("unwritten", true),
    /** The scene file has mistakes. */
    INVALID("invalid", true);

    private final String word;
    private final boolean end;

    State(String word, boolean end) {
        this.word = word;
        this.end = end;
    }

    /** As reports say it. */
    public String word() {
        return word;
    }

    /** Whether this run is done with a job in this state. */
    public boolean isEnd() {
        return end;
    }

    /** Whether the video is there. */
    public boolean isDone() {
        return this == RENDERED || this == SKIPPED;
    }

    public boolean isFailure() {
        return end && !isDone();
    }
}
