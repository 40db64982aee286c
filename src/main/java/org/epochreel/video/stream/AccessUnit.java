package org.epochreel.video.stream;

import java.nio.ByteBuffer;

/**
 * One encoded picture as MP4 stores it: NAL units, each behind its length in 4 bytes, big endian. No parameter sets.
 *
 * <p>The buffer belongs to the encoder and holds while the unit is handed over; the reader may move its position, nothing
 * else.
 *
 * @param bytes the NAL units, from the buffer's position to its limit
 * @param keyframe whether the picture is an IDR picture, from which a player can start
 * @param frame which frame of the video it shows, counted from 0; units come in the order in which they are decoded
 */
public record AccessUnit(ByteBuffer bytes, boolean keyframe, int frame) {

    public AccessUnit {
        if (bytes.remaining() < 5) {
            throw new IllegalArgumentException("an access unit of " + bytes.remaining() + " bytes holds no NAL unit");
        }
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame + " is before the first");
        }
    }
}
