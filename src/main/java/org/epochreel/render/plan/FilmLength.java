package org.epochreel.render.plan;

import java.time.Duration;

/** How long a film gets whose scene leaves that to the program. */
final class FilmLength {

    static final Duration SHORTEST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private FilmLength() {}
}
