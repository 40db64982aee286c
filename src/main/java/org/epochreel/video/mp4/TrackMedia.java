package org.epochreel.video.mp4;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.SampleEntry;

/** What tells one kind of track from another in an MP4 file's header. A new kind is one class that implements this. */
interface TrackMedia {

    /** The four letters of the handler, such as {@code vide} (ISO/IEC 14496-12, 8.4.3). */
    String handler();

    /** The handler's name for people. */
    String handlerName();

    /** The media header: {@code vmhd}, {@code smhd}. */
    Box mediaHeader();

    /** The codec, and what its decoder must know before the first sample. */
    SampleEntry sampleEntry();

    /** The size that is shown; nothing for what is heard. */
    Optional<FrameSize> size();

    /** What the sample table tells beyond times, sizes and places, such as sample groups. */
    default ImmutableList<Box> furtherTables(int samples) {
        return ImmutableList.of();
    }
}
