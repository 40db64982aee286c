package org.epochreel.render;

import java.nio.file.Path;

/** Where to leave a {@link SavedRun}, and on which grid. */
public record SavedRunTarget(Path file, CurveGrid grid) {}
