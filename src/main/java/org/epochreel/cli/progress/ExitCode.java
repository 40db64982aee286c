package org.epochreel.cli.progress;

/** What the program's exit code tells a script. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int SCENE_FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int INVALID_SCENE = 3;
    public static final int OUTPUT_FAILED = 4;
    public static final int MACHINE_LACKS = 5;
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
