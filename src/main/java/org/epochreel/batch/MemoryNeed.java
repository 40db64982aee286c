package org.epochreel.batch;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.epochreel.frame.FrameSize;
import org.epochreel.render.plan.Workload;
import org.epochreel.scene.Scene;

/**
 * An estimate, on the high side, of the heap that rendering a scene takes. It depends on the frame size, and on how many
 * epochs and points there are; not on how many frames.
 *
 * @param size of the frames
 * @param epochs whose metrics are kept
 * @param points of the training set
 */
public record MemoryNeed(FrameSize size, long epochs, long points) {

    /** Layers of the drawing, pictures of the encoders, and the poster while it is compressed. */
    private static final long BYTES_PER_PIXEL = 64;

    /** Five metrics, twice while the run ends; the reach of the parameters and the motion of the curve likewise. */
    private static final long BYTES_PER_EPOCH = 200;

    /** x and y, as they are read, kept, shuffled and drawn. */
    private static final long BYTES_PER_POINT = 128;

    /** A training run's memory of parameters and of what they give, each of which has a bound of its own. */
    private static final long BYTES_PER_JOB = 32L << 20;

    /** What the program holds beside its jobs. */
    private static final long BYTES_IN_ALL = 48L << 20;

    /** Epochs, and points, that are worth mentioning. */
    private static final long MANY = 100_000;

    /** Of a scene. */
    public static MemoryNeed of(Scene scene) {
        return new MemoryNeed(scene.video().size(), scene.training().epochs(), Workload.points(scene));
    }

    private long heap() {
        return BYTES_PER_JOB + BYTES_PER_PIXEL * size.pixels() + BYTES_PER_EPOCH * epochs + BYTES_PER_POINT * points;
    }

    private static List<MemoryNeed> largest(List<MemoryNeed> needs, int jobs) {
        return needs.stream().sorted(Comparator.comparing(MemoryNeed::heap).reversed()).limit(jobs).toList();
    }

    /** Bytes for rendering {@code jobs} of the scenes at a time, should they be the largest ones. */
    public static long bytes(List<MemoryNeed> needs, int jobs) {
        return largest(needs, jobs).stream().mapToLong(MemoryNeed::heap).sum() + BYTES_IN_ALL;
    }

    /** The most jobs, up to {@code wanted}, for which {@code heap} bytes suffice; 0 if not even one fits. */
    public static int jobsThatFit(List<MemoryNeed> needs, int wanted, long heap) {
        int jobs = wanted;
        while (jobs > 0 && bytes(needs, jobs) > heap) {
            jobs--;
        }
        return jobs;
    }

    /** The sentence for a user whose jobs do not fit; {@code heap} as of {@link Runtime#maxMemory}. */
    public static String refusal(List<MemoryNeed> needs, int jobs, long heap) {
        MemoryNeed largest = largest(needs, 1).get(0);
        int fitting = jobsThatFit(needs, jobs, heap);
        return String.format(Locale.ROOT,
                "%s of %s %s about %d MiB of memory, and there are %d MiB; %sgive the program more with "
                        + "EPOCHREEL_JAVA_OPTIONS=-Xmx%dm",
                jobs == 1 ? "one job" : jobs + " jobs at a time", largest.words(), jobs == 1 ? "needs" : "need",
                mebibytes(bytes(needs, jobs)), heap >> 20, fitting > 0 ? "use --jobs " + fitting + " or " : largest.advice(),
                mebibytes(bytes(needs, jobs)));
    }

    private String words() {
        ImmutableList.Builder<String> words = ImmutableList.builder();
        words.add("frames up to " + size);
        if (epochs > MANY) {
            words.add(epochs + " epochs");
        }
        if (points > MANY) {
            words.add(points + " points");
        }
        return String.join(", ", words.build());
    }

    private String advice() {
        return epochs <= MANY && points <= MANY ? "choose a smaller --size or " : "choose less or ";
    }

    private static long mebibytes(long bytes) {
        return (bytes >> 20) + 1;
    }
}
