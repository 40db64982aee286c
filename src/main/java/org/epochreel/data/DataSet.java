package org.epochreel.data;

import java.util.Optional;

/** The points that training sees, and those that only measure it. */
public record DataSet(Samples train, Optional<Samples> test) {}
