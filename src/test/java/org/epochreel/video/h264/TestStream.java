package org.epochreel.video.h264;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/**
 * Collects what an encoder hands over: the stream in the byte stream format of Annex B, in decoding order, and the
 * visible samples that its pictures should decode to, by the frame that each shows.
 */
final class TestStream implements PictureEncoder.Sink {

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final Map<Integer, byte[]> made = new ConcurrentHashMap<>();
    private final NavigableMap<Integer, byte[]> pictures = new TreeMap<>();

    TestStream(H264Encoder encoder) {
        encoder.watch((frame, picture) -> made.put(frame, visible(picture)));
        ParameterSets sets = encoder.parameterSets();
        startCode();
        append(sets.sps());
        startCode();
        append(sets.pps());
    }

    @Override
    public void take(AccessUnit unit) {
        addBytes(unit);
        if (pictures.put(unit.frame(), made.remove(unit.frame())) != null) {
            throw new AssertionError("frame " + unit.frame() + " came twice");
        }
    }

    /** Takes the unit without its picture. */
    void addBytes(AccessUnit unit) {
        ByteBuffer bytes = unit.bytes().duplicate();
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

    /** How many pictures it took. */
    int length() {
        return pictures.size();
    }

    /** The visible samples of this frame. */
    byte[] picture(int frame) {
        return pictures.get(frame);
    }

    /** The visible samples of all frames, in the order in which they are shown. */
    byte[] pictures() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pictures.values().forEach(out::writeBytes);
        return out.toByteArray();
    }
}
