package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.h264.residual.Quantisers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264LanesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDecoderGetsOneStreamFromTwoEncodersThatTakeTurns(long seed) throws IOException {
        Random random = new Random(seed);
        FrameSize size = new FrameSize(96, 80);
        List<H264Encoder> lanes = new ArrayList<>();
        List<Map<Integer, byte[]>> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<Integer, byte[]> pictures = new HashMap<>();
            made.add(pictures);
            lanes.add(H264Encoder.ofLane(size, FrameRate.of(30), new Quantisers(14, 24, 14), i));
            lanes.get(i).watch((frame, picture) -> pictures.put(frame, TestStream.visible(picture)));
        }
        assertEquals(lanes.get(0).parameterSets(), lanes.get(1).parameterSets());
        SubsetDecoder decoder = new SubsetDecoder(lanes.get(0).parameterSets());
        TestPictures film = new TestPictures(size, seed, seed == 4);
        int frames = 0;
        for (int turn = 0; turn < 8; turn++) {
            int lane = turn % 2;
            int length = 1 + random.nextInt(12);
            for (int i = 0; i < length; i++) {
                film.next();
                lanes.get(lane).encode(film.picture(), film.touched(), i == 0, unit -> assertArrayEquals(
                        made.get(lane).get(unit.frame()), decoder.decode(unit.bytes()), "frame " + unit.frame()));
            }
            lanes.get(lane).flush(unit -> assertArrayEquals(
                    made.get(lane).get(unit.frame()), decoder.decode(unit.bytes()), "frame " + unit.frame()));
            frames += length;
        }
        assertEquals(frames, decoder.finish().size());
    }

    @Test
    void thereIsNoThirdLane() {
        FrameSize size = new FrameSize(64, 64);
        Exception refusal = assertThrows(IllegalArgumentException.class,
                () -> H264Encoder.ofLane(size, FrameRate.of(30), Quantisers.standard(size), 2));
        assertEquals("lane 2 is neither 0 nor 1", refusal.getMessage());
    }
}
