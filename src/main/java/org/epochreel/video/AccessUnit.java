package org.epochreel.video;

import java.nio.ByteBuffer;

/**
 * One encoded picture as MP4 stores it: NAL units, each behind its length in 4 bytes, big endian. No parameter sets.
 *
 * <p>The buffer belongs to the encoder and holds until its next call; the reader may move its position, nothing else.
 *
 * @param bytes the NAL units, from the buffer's position to its limit
 * @param keyframe whether the picture is an IDR picture, from which a player can start
 */
public record AccessUnit(ByteBuffer bytes, boolean keyframe) {

    public AccessUnit {
        if (bytes.remaining() < 5) {
            throw new IllegalArgumentException("an access unit of " + bytes.remaining() + " bytes holds no NAL unit");
        }
    }
}
