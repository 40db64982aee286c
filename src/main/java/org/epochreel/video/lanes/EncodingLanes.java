package org.epochreel.video.lanes;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.Lane;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/**
 * Hands each picture of a video to the lane whose turn it is. As no picture refers to what is before its keyframe, both
 * lanes can encode at the same time; the stream is the same if they do not.
 */
public final class EncodingLanes implements Closeable {

    static final int COUNT = 2;

    private final ImmutableList<Lane> lanes;
    private final ImmutableList<LaneThread> threads;
    /** What the pictures touched since the latest that each lane had. */
    private final ImmutableList<MacroblockSet> missed;
    private int lane = COUNT - 1;
    private int frames;

    private EncodingLanes(FrameSize size, ImmutableList<Lane> lanes, ImmutableList<LaneThread> threads) {
        this.lanes = lanes;
        this.threads = threads;
        this.missed = lanes.stream().map(any -> MacroblockSet.noneOf(size)).collect(ImmutableList.toImmutableList());
    }

    /**
     * Lanes that encode on the thread that calls.
     *
     * @param file for messages
     * @param encoders makes the encoders of lanes 0 and 1, each before its first picture
     * @param target gets all pictures in decoding order
     */
    public static EncodingLanes onSameThread(
            Path file, FrameSize size, IntFunction<PictureEncoder> encoders, PictureEncoder.Sink target) {
        return new EncodingLanes(size, ImmutableList.copyOf(encode(file, encoders, new TurnOrder(target))),
                ImmutableList.of());
    }

    /** As {@link #onSameThread}, but each lane has a thread of its own, which calls its encoder and the target. */
    public static EncodingLanes onOwnThreads(Path file, FrameSize size, FrameRate rate, IntFunction<PictureEncoder> encoders,
            PictureEncoder.Sink target) {
        TurnOrder order = new TurnOrder(target);
        Backlog backlog = new Backlog(rate);
        ImmutableList<LaneThread> threads = encode(file, encoders, order).stream()
                .map(lane -> new LaneThread("encoding " + file.getFileName(), size, lane, backlog, order))
                .collect(ImmutableList.toImmutableList());
        return new EncodingLanes(size, ImmutableList.copyOf(threads), threads);
    }

    private static ImmutableList<LaneEncoder> encode(
            Path file, IntFunction<PictureEncoder> encoders, TurnOrder order) {
        ImmutableList.Builder<LaneEncoder> lanes = ImmutableList.builder();
        for (int i = 0; i < COUNT; i++) {
            int lane = i;
            lanes.add(new LaneEncoder(file, lane, () -> encoders.apply(lane), order));
        }
        return lanes.build();
    }

    /**
     * Takes the next picture.
     *
     * @param changed the macroblocks that may differ from the picture before
     * @param keyframe true for the first
     */
    public void encode(YuvPicture picture, MacroblockSet changed, boolean keyframe) throws IOException {
        if (keyframe) {
            if (frames > 0) {
                lanes.get(lane).endTurn();
            }
            lane = (lane + 1) % COUNT;
        }
        missed.forEach(set -> set.addAll(changed));
        MacroblockSet touched = missed.get(lane);
        lanes.get(lane).encode(frames, picture, touched);
        touched.clear();
        frames++;
    }

    /** Returns when all pictures are with the target. */
    public void finish() throws IOException {
        if (frames > 0) {
            lanes.get(lane).endTurn();
        }
        for (LaneThread thread : threads) {
            thread.finish();
        }
    }

    /** Ends the threads, if there are any, whatever still waits. */
    @Override
    public void close() {
        threads.forEach(LaneThread::close);
    }
}
