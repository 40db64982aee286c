package org.epochreel.video.h264;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.AccessUnit;
import org.epochreel.video.ParameterSets;
import org.epochreel.video.YuvPicture;

/**
 * Collects a stream in the byte stream format of Annex B, and the visible samples that its pictures should decode to.
 */
final class TestStream {

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pictures = new ByteArrayOutputStream();

    TestStream(ParameterSets sets) {
        startCode();
        append(sets.sps());
        startCode();
        append(sets.pps());
    }

    void add(AccessUnit unit, YuvPicture reconstruction) {
        addBytes(unit);
        pictures.writeBytes(visible(reconstruction));
    }

    void addBytes(AccessUnit unit) {
        ByteBuffer bytes = unit.bytes();
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            ByteBuffer nal = bytes.slice(bytes.position(), length);
            bytes.position(bytes.position() + length);
            startCode();
            append(nal);
        }
    }

    /** The visible samples of all three planes, one after the other. */
    static byte[] visible(YuvPicture picture) {
        FrameSize size = picture.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int y = 0; y < size.height(); y++) {
            out.write(picture.luma(), y * picture.lumaStride(), size.width());
        }
        for (byte[] plane : new byte[][] {picture.blueChroma(), picture.redChroma()}) {
            for (int y = 0; y < size.height() / 2; y++) {
                out.write(plane, y * picture.chromaStride(), size.width() / 2);
            }
        }
        return out.toByteArray();
    }

    private void startCode() {
        stream.writeBytes(new byte[] {0, 0, 0, 1});
    }

    private void append(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        stream.writeBytes(copy);
    }

    byte[] bytes() {
        return stream.toByteArray();
    }

    byte[] pictures() {
        return pictures.toByteArray();
    }
}
