package org.epochreel.video.lanes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.Lane;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/** A lane that encodes at once. Its encoder is made for its first picture and sees the pictures of its turns alone. */
final class LaneEncoder implements Lane {

    private final Path file;
    private final int lane;
    private final Supplier<PictureEncoder> encoders;
    private final TurnOrder order;
    private PictureEncoder encoder;
    private boolean inTurn;
    private int pictures;
    /** How far the video's count of frames is ahead of the encoder's. */
    private int framesElsewhere;
    private final NavigableSet<Integer> heldBack = new TreeSet<>();

    /**
     * @param file for messages
     * @param encoders asked once
     */
    LaneEncoder(Path file, int lane, Supplier<PictureEncoder> encoders, TurnOrder order) {
        this.file = file;
        this.lane = lane;
        this.encoders = encoders;
        this.order = order;
    }

    @Override
    public void encode(int frame, YuvPicture picture, MacroblockSet touched) throws IOException {
        boolean keyframe = !inTurn;
        if (keyframe) {
            inTurn = true;
            framesElsewhere = frame - pictures;
        }
        heldBack.add(frame);
        pictures++;
        try {
            if (encoder == null) {
                encoder = encoders.get();
            }
            encoder.encode(picture, touched, keyframe, this::store);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
    }

    @Override
    public void endTurn() throws IOException {
        try {
            encoder.flush(this::store);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
        if (!heldBack.isEmpty()) {
            throw new IllegalStateException(file + ": the encoder made no picture of frame " + heldBack.first());
        }
        inTurn = false;
        order.end(lane);
    }

    private void store(AccessUnit unit) throws IOException {
        int frame = framesElsewhere + unit.frame();
        if (!heldBack.contains(frame)) {
            throw new IllegalStateException("frame " + frame + " is none of those that the encoder holds back");
        }
        order.take(lane, new AccessUnit(unit.bytes(), unit.keyframe(), frame));
        heldBack.remove(frame);
    }

    private IllegalStateException notEncoded(RuntimeException cause) {
        return new IllegalStateException(
                file + ": " + heldBackFrames() + " could not be encoded: " + cause.getMessage(), cause);
    }

    private String heldBackFrames() {
        if (heldBack.isEmpty()) {
            return "what comes after " + (framesElsewhere + pictures) + " frames";
        }
        return heldBack.size() == 1
                ? "frame " + heldBack.first()
                : "one of the frames from " + heldBack.first() + " to " + heldBack.last();
    }
}
