package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one job at a moment.
 *
 * @param started when this run began with it
 * @param ended when this run was done with it
 * @param summary what came out, in a few words
 * @param errors what went wrong, followed by its causes; empty unless it failed
 * @param log the file that tells more
 */
public record Entry(
        Job job,
        State state,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<String> summary,
        ImmutableList<String> errors,
        Optional<Path> log) {

    static Entry waiting(Job job) {
        return new Entry(job, State.WAITING, Optional.empty(), Optional.empty(), Optional.empty(), ImmutableList.of(),
                Optional.empty());
    }
}
