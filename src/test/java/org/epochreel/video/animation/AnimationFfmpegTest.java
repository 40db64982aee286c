package org.epochreel.video.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.Ffmpeg;
import org.epochreel.video.TestFrames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ffmpeg")
class AnimationFfmpegTest {

    private static final FrameSize SIZE = new FrameSize(94, 62);
    private static final FrameRate RATE = FrameRate.of(15);

    @TempDir
    private Path folder;

    @Test
    void aGifOfFewColoursIsExact() throws IOException {
        Path file = folder.resolve("film.gif");
        TestFrames frames = new TestFrames(SIZE);
        try (GifFile gif = new GifFile(file, SIZE, SIZE.width(), RATE, 20, FilmListener.none())) {
            for (int i = 0; i < 20; i++) {
                gif.write(frames.chart(i), false);
            }
            gif.finish();
        }

        assertExact(Ffmpeg.decode(file, "rgb24"), 20, i -> new TestFrames(SIZE).chart(i).pixels());
        assertEquals(List.of(0L, 6L, 13L, 20L, 26L), Ffmpeg.timestamps(file).subList(0, 5));
    }

    @Test
    void anApngOfFewColoursIsExact() throws IOException {
        Path file = folder.resolve("few.png");
        TestFrames frames = new TestFrames(SIZE);
        writeApng(file, 20, i -> frames.chart(i).pixels());

        assertExact(decodeApng(file), 20, i -> new TestFrames(SIZE).chart(i).pixels());
    }

    @Test
    void anApngOfManyColoursIsExact() throws IOException {
        Path file = folder.resolve("many.png");
        writeApng(file, 20, i -> new SoftFrames(SIZE).at(i).pixels());

        assertExact(decodeApng(file), 20, i -> new SoftFrames(SIZE).at(i).pixels());
    }

    @Test
    void theListOfAFolderPlaysAtItsRate() throws IOException {
        Path frames = folder.resolve("frames");
        SoftFrames drawn = new SoftFrames(SIZE);
        try (FrameFolder pictures = new FrameFolder(frames, RATE, frame -> frame)) {
            for (int i = 0; i < 20; i++) {
                pictures.write(drawn.at(i), false);
            }
            pictures.finish();
        }
        Path list = frames.resolve("frames.ffconcat");

        assertExact(Ffmpeg.decode(list, "rgb24"), 20, i -> new SoftFrames(SIZE).at(i).pixels());
        List<Long> times = Ffmpeg.timestamps(list);
        long unit = Long.parseLong(Ffmpeg.stream(list).get("time_base").substring(2));
        for (int i = 0; i < 20; i++) {
            assertEquals(i / 15.0, (double) times.get(i) / unit, 1.0 / unit, "frame " + i);
        }
    }

    private void writeApng(Path file, int count, IntFunction<int[]> pixels) throws IOException {
        SoftFrames frames = new SoftFrames(SIZE);
        try (ApngFile apng = new ApngFile(file, SIZE, RATE, FilmListener.none())) {
            for (int i = 0; i < count; i++) {
                apng.write(frames.touched(pixels.apply(i)), false);
            }
            apng.finish();
        }
    }

    /** The ending PNG alone has ffmpeg see a still. */
    private static byte[] decodeApng(Path file) throws IOException {
        Path renamed = Files.move(file, file.resolveSibling(file.getFileName().toString().replace(".png", ".apng")));
        return Ffmpeg.decode(renamed, "rgb24");
    }

    private static void assertExact(byte[] decoded, int count, IntFunction<int[]> drawn) {
        assertEquals(count * SIZE.pixels() * 3, decoded.length);
        for (int frame = 0; frame < count; frame++) {
            int[] pixels = drawn.apply(frame);
            for (int i = 0; i < pixels.length; i++) {
                int at = 3 * (frame * pixels.length + i);
                int shown = (decoded[at] & 0xFF) << 16 | (decoded[at + 1] & 0xFF) << 8 | decoded[at + 2] & 0xFF;
                assertTrue(pixels[i] == shown, "pixel " + i + " of frame " + frame + " is "
                        + Integer.toHexString(shown) + " for " + Integer.toHexString(pixels[i]));
            }
        }
    }
}
