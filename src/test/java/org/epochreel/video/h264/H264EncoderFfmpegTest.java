package org.epochreel.video.h264;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.Ffmpeg;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ffmpeg")
class H264EncoderFfmpegTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void ffmpegDecodesExactlyWhatTheEncoderReconstructed(long seed) throws IOException {
        TestStream stream = randomStream(seed);
        Path file = folder.resolve("stream.h264");
        Files.write(file, stream.bytes());
        assertArrayEquals(stream.pictures(), Ffmpeg.decode(file, "yuv420p"), "seed " + seed);
    }

    /** A film of random size, quantisers, content and keyframes. */
    static TestStream randomStream(long seed) {
        Random random = new Random(seed);
        FrameSize size = new FrameSize(16 + 2 * random.nextInt(249), 16 + 2 * random.nextInt(249));
        Quantisers quantisers = new Quantisers(8 + random.nextInt(44), 8 + random.nextInt(44), 8 + random.nextInt(44));
        H264Encoder encoder = new H264Encoder(size, FrameRate.of(30), quantisers);
        TestPictures film = new TestPictures(size, seed, seed % 4 == 0);
        TestStream stream = new TestStream(encoder.parameterSets());
        for (int i = 0; i < 12; i++) {
            film.next();
            stream.add(encoder.encode(film.picture(), film.touched(), random.nextInt(8) == 0), encoder.reconstruction());
        }
        return stream;
    }
}
