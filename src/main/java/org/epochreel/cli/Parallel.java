package org.epochreel.cli;

import java.util.List;
import org.epochreel.batch.MemoryNeed;
import org.epochreel.batch.Shard;
import org.epochreel.frame.FrameSize;
import org.epochreel.render.SceneRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that spread many scenes over cores and machines. */
final class Parallel {

    @Option(
            names = "--jobs",
            paramLabel = "J",
            description = "Scenes rendered at a time (default: one a core, as far as memory allows). Files do not depend on it.")
    private Integer jobs;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Take every N-th scene only, from the I-th (1..N). Without it the environment of a Slurm array "
                    + "task or of an Indexed Job's pod decides.")
    private String shard;

    /** The part that this process is to do. */
    Shard shard(CommandSpec spec) {
        try {
            return shard == null ? Shard.of(System.getenv()) : Shard.parse(shard);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** A renderer that uses the cores which {@code jobs} renderings at a time leave idle. */
    static SceneRenderer renderer(int jobs) {
        return jobs == 1 ? new SceneRenderer() : SceneRenderer.amongOthers();
    }

    /**
     * How many scenes to render at a time.
     *
     * @throws TooLittleMemoryException if the heap does not hold as many, or not one
     */
    int jobs(CommandSpec spec, List<FrameSize> sizes) {
        if (jobs != null && jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs " + jobs + " is less than 1");
        }
        long heap = Runtime.getRuntime().maxMemory();
        int wanted = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        int fitting = MemoryNeed.jobsThatFit(sizes, wanted, heap);
        if (!sizes.isEmpty() && (fitting == 0 || jobs != null && fitting < jobs)) {
            throw new TooLittleMemoryException(MemoryNeed.refusal(sizes, jobs == null ? 1 : jobs, heap));
        }
        return jobs == null ? Math.max(1, fitting) : jobs;
    }
}
