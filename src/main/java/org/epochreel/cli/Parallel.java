package org.epochreel.cli;

import java.util.List;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.batch.Shard;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.TooLittleMemoryException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options that spread many scenes over cores and machines. */
final class Parallel {

    private final OptionSpec jobs = OptionSpec.builder("--jobs")
            .paramLabel("J")
            .type(Integer.class)
            .description("Scenes rendered at a time (default: one a core, as far as memory allows). Files do not depend on it.")
            .build();

    private final OptionSpec shard = OptionSpec.builder("--shard")
            .paramLabel("I/N")
            .type(String.class)
            .description("Take every N-th scene only, from the I-th (1..N). Without it the environment of a Slurm array "
                    + "task or of an Indexed Job's pod decides.")
            .build();

    void addTo(CommandSpec command) {
        command.addOption(jobs).addOption(shard);
    }

    /** The part that this process is to do. */
    Shard shard() {
        String given = shard.getValue();
        try {
            return given == null ? Shard.of(System.getenv()) : Shard.parse(given);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(shard.command().commandLine(), e.getMessage());
        }
    }

    /** A renderer that uses the cores which {@code jobs} renderings at a time leave idle. */
    static SceneRenderer renderer(int jobs) {
        return jobs == 1 ? SceneRenderer.alone() : SceneRenderer.amongOthers();
    }

    /**
     * Refuses scenes that are rendered one after the other if the heap does not hold each.
     *
     * @throws TooLittleMemoryException if it does not
     */
    static void requireMemory(List<MemoryNeed> needs) {
        long heap = Runtime.getRuntime().maxMemory();
        if (!needs.isEmpty() && MemoryNeed.jobsThatFit(needs, 1, heap) == 0) {
            throw new TooLittleMemoryException(MemoryNeed.refusal(needs, 1, heap));
        }
    }

    /**
     * How many scenes to render at a time.
     *
     * @throws TooLittleMemoryException if the heap does not hold as many, or not one
     */
    int jobs(List<MemoryNeed> needs) {
        Integer given = jobs.getValue();
        if (given != null && given < 1) {
            throw new ParameterException(jobs.command().commandLine(), "--jobs " + given + " is less than 1");
        }
        long heap = Runtime.getRuntime().maxMemory();
        int wanted = given == null ? Runtime.getRuntime().availableProcessors() : given;
        int fitting = MemoryNeed.jobsThatFit(needs, wanted, heap);
        if (!needs.isEmpty() && (fitting == 0 || given != null && fitting < given)) {
            throw new TooLittleMemoryException(MemoryNeed.refusal(needs, given == null ? 1 : given, heap));
        }
        return given == null ? Math.max(1, fitting) : given;
    }
}
