package org.epochreel.video.stream;

import java.io.IOException;
import org.epochreel.frame.MacroblockSet;

/**
 * One of the two encoders of a video, which take turns: one encodes a keyframe and all pictures up to the next, the
 * other that one and those behind it, and so on. For one thread at a time.
 */
public interface Lane {

    /**
     * Takes the next picture of the lane's turn; a turn's first is a keyframe.
     *
     * @param frame number of the picture in the video
     * @param touched the macroblocks that may differ from the picture that the lane took before, all in its first
     * @throws IOException naming the frame if it, or one before it, cannot be written
     * @throws IllegalStateException naming it if it, or one before it, cannot be encoded
     */
    void encode(int frame, YuvPicture picture, MacroblockSet touched) throws IOException;

    /** Ends the turn; fails as {@link #encode} does, also if the encoder did not give back every picture of it. */
    void endTurn() throws IOException;
}
