package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableList;

/** A scene that cannot be rendered because of what its author wrote; carries every mistake that was found. */
public final class InvalidSceneException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Nobody reads more; a list of a million names may have as many mistakes. */
    private static final int MOST_TOLD = 50;

    private final transient ImmutableList<Mistake> mistakes;

    public InvalidSceneException(ImmutableList<Mistake> mistakes) {
        super(String.join("\n", report(mistakes)));
        this.mistakes = mistakes;
    }

    /** At least one: the scene file's from its top, then those of files that it names and of command-line options. */
    public ImmutableList<Mistake> mistakes() {
        return mistakes;
    }

    /** What its author is told, a line a mistake: the first ones, and how many there are beside. */
    public ImmutableList<String> report() {
        return report(mistakes);
    }

    private static ImmutableList<String> report(ImmutableList<Mistake> mistakes) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        mistakes.stream().limit(MOST_TOLD).map(Mistake::toString).forEach(lines::add);
        if (mistakes.size() > MOST_TOLD) {
            lines.add(mistakes.get(0).source() + ": " + (mistakes.size() - MOST_TOLD) + " mistakes more");
        }
        return lines.build();
    }
}
