package org.epochreel.batch;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.epochreel.frame.FrameSize;

/** Estimates, on the high side, the heap that rendering takes; it depends on frame sizes, not on how many frames there are. */
public final class MemoryNeed {

    /** Layers of the drawing, pictures of the encoder, and the poster while it is compressed. */
    private static final long BYTES_PER_PIXEL = 64;

    /** A training run's memory, which has a bound of its own. */
    private static final long BYTES_PER_JOB = 24L << 20;

    /** What the program holds beside its jobs. */
    private static final long BYTES_IN_ALL = 48L << 20;

    private MemoryNeed() {}

    /** Bytes for rendering {@code jobs} of the scenes at a time, should they be the largest ones. */
    public static long bytes(List<FrameSize> sizes, int jobs) {
        return sizes.stream()
                .sorted(Comparator.comparing(FrameSize::pixels).reversed())
                .limit(jobs)
                .mapToLong(size -> BYTES_PER_JOB + BYTES_PER_PIXEL * size.pixels())
                .sum() + BYTES_IN_ALL;
    }

    /** The most jobs, up to {@code wanted}, for which {@code heap} bytes suffice; 0 if not even one fits. */
    public static int jobsThatFit(List<FrameSize> sizes, int wanted, long heap) {
        int jobs = wanted;
        while (jobs > 0 && bytes(sizes, jobs) > heap) {
            jobs--;
        }
        return jobs;
    }

    /** The sentence for a user whose jobs do not fit; {@code heap} as of {@link Runtime#maxMemory}. */
    public static String refusal(List<FrameSize> sizes, int jobs, long heap) {
        FrameSize largest = sizes.stream().max(Comparator.comparing(FrameSize::pixels)).orElseThrow();
        int fitting = jobsThatFit(sizes, jobs, heap);
        return String.format(Locale.ROOT,
                "%s of frames up to %s %s about %d MiB of memory, and there are %d MiB; %sgive the program more with "
                        + "EPOCHREEL_JAVA_OPTIONS=-Xmx%dm",
                jobs == 1 ? "one job" : jobs + " jobs at a time", largest, jobs == 1 ? "needs" : "need",
                mebibytes(bytes(sizes, jobs)), heap >> 20,
                fitting > 0 ? "use --jobs " + fitting + " or " : "choose a smaller --size or ",
                mebibytes(bytes(sizes, jobs)));
    }

    private static long mebibytes(long bytes) {
        return (bytes >> 20) + 1;
    }
}
