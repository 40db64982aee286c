package org.epochreel.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/**
 * Holds up to two pictures back until the one behind them is encoded, as an encoder with B pictures does. Its access
 * units say which frame they show and nothing else.
 */
public final class ReorderingEncoder implements PictureEncoder {

    private static final int BETWEEN = 2;

    private final int firstFrame;
    private final Set<Integer> failing;
    private final Set<Integer> lost;
    private int pictures;
    private int held;

    /**
     * @param firstFrame which frame of the video its first picture is
     * @param failing frames that it fails to encode
     * @param lost frames that it never hands over
     */
    public ReorderingEncoder(int firstFrame, Set<Integer> failing, Set<Integer> lost) {
        this.firstFrame = firstFrame;
        this.failing = failing;
        this.lost = lost;
    }

    @Override
    public ParameterSets parameterSets() {
        return new ParameterSets(
                ByteBuffer.wrap(new byte[] {0x67, 0x4d, 0, 0x15}), ByteBuffer.wrap(new byte[] {0x68, 1}));
    }

    @Override
    public void encode(YuvPicture picture, MacroblockSet touched, boolean keyframe, Sink sink) throws IOException {
        int frame = pictures++;
        if (keyframe) {
            letGo(frame, sink);
            take(frame, true, sink);
        } else if (held == BETWEEN) {
            take(frame, false, sink);
            letGo(frame, sink);
        } else {
            held++;
        }
    }

    @Override
    public void flush(Sink sink) throws IOException {
        letGo(pictures, sink);
    }

    private void letGo(int end, Sink sink) throws IOException {
        for (; held > 0; held--) {
            take(end - held, false, sink);
        }
    }

    private void take(int picture, boolean keyframe, Sink sink) throws IOException {
        int frame = firstFrame + picture;
        if (failing.contains(frame)) {
            throw new IllegalStateException("too hard");
        }
        if (!lost.contains(frame)) {
            sink.take(new AccessUnit(ByteBuffer.allocate(8).putInt(4).putInt(frame).flip(), keyframe, picture));
        }
    }
}
