package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeMultiset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.Ffmpeg;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.PictureEncoder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ffmpeg")
class H264EncoderFfmpegTest {

    private static final int FRAMES = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void ffmpegDecodesExactlyWhatTheEncoderReconstructed(long seed) throws IOException {
        TestStream stream = randomFilm(seed, TestStream::new);
        Path file = folder.resolve("stream.h264");
        Files.write(file, stream.bytes());
        assertArrayEquals(stream.pictures(), Ffmpeg.decode(file, "yuv420p"), "seed " + seed);
    }

    @Test
    void theTestsOwnDecoderAgreesAndTheFilmsHoldEveryTypeOfMacroblock() throws IOException {
        Multiset<String> seen = TreeMultiset.create();
        for (long seed = 1; seed <= 24; seed++) {
            String film = "seed " + seed;
            seen.addAll(randomFilm(seed, encoder -> new Witness(encoder, film)).finish(FRAMES));
        }
        assertEquals(Set.of(), Sets.difference(H264EncoderTest.ALL_THAT_IS_WRITTEN, seen.elementSet()),
                "missing of " + seen);
    }

    @Test
    void ffprobeReadsTheParameters() throws IOException {
        FrameSize size = new FrameSize(430, 290);
        H264Encoder encoder = new H264Encoder(size, new FrameRate(30000, 1001), Quantisers.standard(size));
        TestPictures film = new TestPictures(size, 1, false);
        TestStream stream = new TestStream(encoder);
        for (int i = 0; i < 4; i++) {
            film.next();
            encoder.encode(film.picture(), film.touched(), i == 2, stream);
        }
        encoder.flush(stream);
        Path file = folder.resolve("stream.h264");
        Files.write(file, stream.bytes());
        Map<String, String> said = Ffmpeg.stream(file);
        assertEquals("Main", said.get("profile"));
        assertEquals("430", said.get("width"));
        assertEquals("290", said.get("height"));
        assertEquals("21", said.get("level"));
        assertEquals("tv", said.get("color_range"));
        assertEquals("bt709", said.get("color_space"));
        assertEquals("bt709", said.get("color_transfer"));
        assertEquals("bt709", said.get("color_primaries"));
        assertEquals("center", said.get("chroma_location"));
        assertEquals("1:1", said.get("sample_aspect_ratio"));
        assertEquals("30000/1001", said.get("r_frame_rate"));
        assertEquals("1", said.get("has_b_frames"));
        assertEquals("3", said.get("refs"));
        assertEquals("4", said.get("nb_read_frames"));
        assertEquals(List.of(true, false, true, false), Ffmpeg.keyframes(file));
    }

    @Test
    void frameNumbersMayWrapBetweenKeyframes() throws IOException {
        FrameSize size = new FrameSize(48, 32);
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), Quantisers.standard(size));
        TestPictures film = new TestPictures(size, 2, false);
        TestStream stream = new TestStream(encoder);
        for (int i = 0; i < 600; i++) {
            film.next();
            encoder.encode(film.picture(), film.touched(), false, stream);
        }
        encoder.flush(stream);
        Path file = folder.resolve("long.h264");
        Files.write(file, stream.bytes());
        assertArrayEquals(stream.pictures(), Ffmpeg.decode(file, "yuv420p"));
    }

    /** Gives a film of random size, quantisers, content and keyframes, of {@value #FRAMES} frames, to a sink. */
    static <S extends PictureEncoder.Sink> S randomFilm(long seed, Function<H264Encoder, S> sinks) throws IOException {
        Random random = new Random(seed);
        FrameSize size = new FrameSize(16 + 2 * random.nextInt(249), 16 + 2 * random.nextInt(249));
        Quantisers quantisers = new Quantisers(8 + random.nextInt(44), 8 + random.nextInt(44), 8 + random.nextInt(44));
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), quantisers);
        S sink = sinks.apply(encoder);
        TestPictures film = new TestPictures(size, seed, seed % 4 == 0);
        for (int i = 0; i < FRAMES; i++) {
            film.next();
            encoder.encode(film.picture(), film.touched(), random.nextInt(8) == 0, sink);
        }
        encoder.flush(sink);
        return sink;
    }
}
