package org.epochreel.video.mp4;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.ParameterSets;
import org.jcodec.common.model.Rational;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.Header;
import org.jcodec.containers.mp4.boxes.PixelAspectExt;
import org.jcodec.containers.mp4.boxes.SampleEntry;
import org.jcodec.containers.mp4.boxes.VideoMediaHeaderBox;
import org.jcodec.containers.mp4.boxes.VideoSampleEntry;

/** H.264 pictures in BT.709 with limited range (ISO/IEC 14496-15). */
record H264Media(FrameSize shown, ParameterSets parameterSets) implements TrackMedia {

    @Override
    public String handler() {
        return "vide";
    }

    @Override
    public String handlerName() {
        return "VideoHandler";
    }

    @Override
    public Box mediaHeader() {
        return Boxes.flagged(VideoMediaHeaderBox.createVideoMediaHeaderBox(0, 0, 0, 0), 1);
    }

    @Override
    public Optional<FrameSize> size() {
        return Optional.of(shown);
    }

    @Override
    public SampleEntry sampleEntry() {
        VideoSampleEntry entry = VideoSampleEntry.createVideoSampleEntry(new Header("avc1"), (short) 0, (short) 0,
                "\0\0\0\0", 0, 0, (short) shown.width(), (short) shown.height(), 72, 72, (short) 1, "", (short) 24,
                (short) 1, (short) -1);
        entry.add(Boxes.leaf("avcC", decoderConfiguration()));
        entry.add(Boxes.leaf("colr", colour()));
        entry.add(PixelAspectExt.createPixelAspectExt(Rational.R(1, 1)));
        return entry;
    }

    /** JCodec's own leaves the constraint flags out (ISO/IEC 14496-15, 5.3.3.1). */
    private ByteBuffer decoderConfiguration() {
        ByteBuffer sps = parameterSets.sps();
        ByteBuffer pps = parameterSets.pps();
        ByteBuffer body = ByteBuffer.allocate(11 + sps.remaining() + pps.remaining());
        body.put((byte) 1);
        body.put((byte) parameterSets.profile());
        body.put((byte) parameterSets.profileCompatibility());
        body.put((byte) parameterSets.level());
        body.put((byte) (0xfc | 3));
        body.put((byte) (0xe0 | 1)).putShort((short) sps.remaining()).put(sps);
        body.put((byte) 1).putShort((short) pps.remaining()).put(pps);
        return body.flip();
    }

    /** BT.709 three times and a zero bit for the limited range; JCodec's own is QuickTime's, without the range. */
    private static ByteBuffer colour() {
        return ByteBuffer.allocate(11).put(Boxes.ascii("nclx"))
                .putShort((short) 1).putShort((short) 1).putShort((short) 1).put((byte) 0).flip();
    }
}
