package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.Multiset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.PictureEncoder;

/** Decodes each picture that an encoder hands over, compares it with the encoder's own, and in the end their order. */
final class Witness implements PictureEncoder.Sink {

    private final String film;
    private final SubsetDecoder decoder;
    private final Map<Integer, byte[]> made = new ConcurrentHashMap<>();
    private final NavigableMap<Integer, byte[]> pictures = new TreeMap<>();

    /** @param film what failures shall name */
    Witness(H264Encoder encoder, String film) {
        encoder.watch((frame, picture) -> made.put(frame, TestStream.visible(picture)));
        this.film = film;
        this.decoder = new SubsetDecoder(encoder.parameterSets());
    }

    @Override
    public void take(AccessUnit unit) {
        byte[] decoded = decoder.decode(unit.bytes());
        assertArrayEquals(made.remove(unit.frame()), decoded,
                "frame " + unit.frame() + " of " + film);
        pictures.put(unit.frame(), decoded);
    }

    /** Checks that the decoder shows each frame once and in order; returns {@link SubsetDecoder#seen()}. */
    Multiset<String> finish(int frames) {
        assertEquals(IntStream.range(0, frames).boxed().toList(), List.copyOf(pictures.keySet()), film);
        List<byte[]> shown = decoder.finish();
        assertEquals(frames, shown.size(), film);
        pictures.forEach((frame, picture) -> assertArrayEquals(picture, shown.get(frame),
                "frame " + frame + " as shown of " + film));
        return decoder.seen();
    }
}
