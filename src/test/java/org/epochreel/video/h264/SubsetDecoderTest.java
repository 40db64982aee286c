package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.h264.residual.Quantisers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A witness that believes everything would prove nothing. */
class SubsetDecoderTest {

    private static final FrameSize SIZE = new FrameSize(64, 48);

    private final H264Encoder encoder = new H264Encoder(SIZE, FrameRate.of(30), Quantisers.standard(SIZE));
    private final List<ByteBuffer> units = new ArrayList<>();

    @BeforeEach
    void encodeAFilm() throws IOException {
        TestPictures film = new TestPictures(SIZE, 3, false);
        for (int i = 0; i < 12; i++) {
            film.next();
            encoder.encode(film.picture(), film.touched(), false, unit -> units.add(copy(unit.bytes())));
        }
        encoder.flush(unit -> units.add(copy(unit.bytes())));
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }

    private int decode() {
        SubsetDecoder decoder = new SubsetDecoder(encoder.parameterSets());
        units.forEach(decoder::decode);
        return decoder.finish().size();
    }

    @Test
    void aStreamAsItIsDecodes() {
        assertEquals(12, decode());
    }

    @Test
    void aStreamWithoutItsKeyframeIsRefused() {
        units.remove(0);
        assertEquals("a stream that does not begin with an IDR picture", refusal());
    }

    @Test
    void aMissingReferenceIsNoticed() {
        units.remove(1);
        assertEquals("frame_num is 2 instead of 1", refusal());
    }

    @Test
    void thePictureBehindMustComeBeforeThoseBetween() {
        Collections.swap(units, 2, 3);
        assertEquals("frame_num is 3 instead of 2", refusal());
    }

    @Test
    void aUnitCutShortIsNoticed() {
        ByteBuffer whole = units.get(0);
        int length = whole.remaining() - 40;
        units.set(0, ByteBuffer.allocate(length).putInt(length - 4).put(whole.slice(4, length - 4)).flip());
        assertThrows(AssertionError.class, this::decode);
    }

    private String refusal() {
        return assertThrows(AssertionError.class, this::decode).getMessage();
    }
}
