package org.epochreel.cli;

/** What the program's exit code tells a script. */
final class ExitCode {

    static final int DONE = 0;
    static final int SCENE_FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INVALID_SCENE = 3;
    static final int OUTPUT_FAILED = 4;
    static final int MACHINE_LACKS = 5;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
