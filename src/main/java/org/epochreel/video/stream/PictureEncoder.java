package org.epochreel.video.stream;

import java.io.IOException;
import org.epochreel.frame.MacroblockSet;

/**
 * Encodes the pictures of one stream, which it is given in the order in which they are shown. It may hold pictures back
 * and encode them in another order, but nothing across a keyframe: all that is shown before one comes before it.
 *
 * <p>An encoder serves one stream of one size and one frame rate, on one thread at a time, and holds nothing that
 * needs to be closed.
 */
public interface PictureEncoder {

    /** The stream's parameter sets; they can be had before the first picture and never change. */
    ParameterSets parameterSets();

    /** Takes encoded pictures, in decoding order. */
    interface Sink {
        void take(AccessUnit unit) throws IOException;
    }

    /**
     * Takes the next picture of the stream, and encodes what then can be.
     *
     * @param picture what to show, every sample of it filled in; only read, and not after this method returns
     * @param touched the macroblocks that may differ from the picture before, all others being equal to it sample by
     *     sample; empty for a picture that stands still. The first picture touches all. Only read, and not after return
     * @param keyframe whether the picture must be an IDR picture; the stream's first is one in any case
     * @param sink gets none, one or several pictures before this method returns
     * @throws IllegalArgumentException if the picture is not of the stream's size
     * @throws IOException if the sink throws it; the stream then ends there
     */
    void encode(YuvPicture picture, MacroblockSet touched, boolean keyframe, Sink sink) throws IOException;

    /** Encodes all that was held back. The stream may end here; if it goes on, the next picture must be a keyframe. */
    void flush(Sink sink) throws IOException;
}
