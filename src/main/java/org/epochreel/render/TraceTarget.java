package org.epochreel.render;

import java.nio.file.Path;

/** Where to leave a {@link RunTrace}, and on which grid. */
public record TraceTarget(Path file, TraceGrid grid) {}
