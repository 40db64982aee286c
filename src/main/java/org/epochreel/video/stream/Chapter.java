package org.epochreel.video.stream;

import java.time.Duration;

/**
 * A part of a film to which players can jump.
 *
 * @param start since the film's beginning
 */
public record Chapter(Duration start, String title) {}
