package org.epochreel.video;

import org.epochreel.frame.MacroblockSet;

/**
 * Encodes the pictures of one stream, in the order in which they are shown, each at once: picture in, access unit out.
 *
 * <p>An encoder serves one stream of one size and one frame rate, on one thread at a time, and holds nothing that
 * needs to be closed.
 */
public interface PictureEncoder {

    /** The stream's parameter sets; they can be had before the first picture and never change. */
    ParameterSets parameterSets();

    /**
     * Encodes the next picture of the stream.
     *
     * @param picture what to show, every sample of it filled in; only read, and not after this method returns
     * @param touched the macroblocks that may differ from the picture before, all others being equal to it sample by
     *     sample; empty for a picture that stands still. The first picture touches all. Only read, and not after return
     * @param keyframe whether the picture must be an IDR picture; the stream's first is one in any case
     * @return the encoded picture, whose buffer the next call reuses
     * @throws IllegalArgumentException if the picture is not of the stream's size
     */
    AccessUnit encode(YuvPicture picture, MacroblockSet touched, boolean keyframe);
}
