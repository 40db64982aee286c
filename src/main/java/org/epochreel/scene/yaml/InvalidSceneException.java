package org.epochreel.scene.yaml;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A scene that cannot be rendered because of what its author wrote; carries every mistake that was found. */
public final class InvalidSceneException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Mistake> mistakes;

    public InvalidSceneException(ImmutableList<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = mistakes;
    }

    /** At least one: the scene file's from its top, then those of files that it names and of command-line options. */
    public ImmutableList<Mistake> mistakes() {
        return mistakes;
    }
}
