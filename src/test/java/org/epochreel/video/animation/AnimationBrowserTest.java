package org.epochreel.video.animation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.epochreel.browser.Chromium;
import org.epochreel.browser.FileServer;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.TestFrames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class AnimationBrowserTest {

    private static final FrameSize SIZE = new FrameSize(94, 62);
    private static final int FRAMES = 25;

    /** Gives each picture that an image shows, with the milliseconds that it stays, and how often it loops. */
    private static final String DECODE = """
            const done = arguments[arguments.length - 1];
            (async () => {
                const response = await fetch(arguments[0]);
                const decoder = new ImageDecoder({data: response.body, type: arguments[1]});
                await decoder.completed;
                const track = decoder.tracks.selectedTrack;
                const pictures = [];
                for (let frameIndex = 0; frameIndex < track.frameCount; frameIndex++) {
                    const {image} = await decoder.decode({frameIndex});
                    const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
                    const context = canvas.getContext('2d', {colorSpace: 'srgb'});
                    context.drawImage(image, 0, 0);
                    const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
                    const pixels = [];
                    for (let i = 0; i < data.length; i += 4) {
                        pixels.push(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
                    }
                    pictures.push({pixels: pixels.join(' '), microseconds: image.duration});
                }
                return {pictures, endless: track.repetitionCount === Infinity};
            })().then(done, error => done({error: String(error)}));
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static FileServer server;

    private record Shown(int[] pixels, long microseconds) {
    }

    @BeforeAll
    static void start() throws IOException {
        server = new FileServer(folder);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void aGifShowsEachFrameForItsDelayAndLoops() throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        try (GifFile gif = new GifFile(folder.resolve("film.gif"), SIZE, SIZE.width(), FrameRate.of(50), 20, FilmListener.none())) {
            for (int i = 0; i < FRAMES; i++) {
                gif.write(frames.chart(i), false);
            }
            gif.finish();
        }
        List<Shown> shown = decode("film.gif", "image/gif");

        assertEquals(FRAMES, shown.size());
        for (int i = 0; i < FRAMES; i++) {
            assertArrayEquals(new TestFrames(SIZE).chart(i).pixels(), shown.get(i).pixels(), "frame " + i);
            assertEquals(20_000, shown.get(i).microseconds());
        }
    }

    @Test
    void anApngShowsEachFrameExactlyAndLoops() throws IOException {
        SoftFrames frames = new SoftFrames(SIZE);
        try (ApngFile apng = new ApngFile(folder.resolve("film.png"), SIZE, FrameRate.of(30), FilmListener.none())) {
            for (int i = 0; i < FRAMES; i++) {
                apng.write(frames.at(i), false);
            }
            apng.finish();
        }
        List<Shown> shown = decode("film.png", "image/png");

        assertEquals(FRAMES, shown.size());
        for (int i = 0; i < FRAMES; i++) {
            assertArrayEquals(new SoftFrames(SIZE).at(i).pixels(), shown.get(i).pixels(), "frame " + i);
            // The browser counts in whole milliseconds.
            assertEquals(33_333, shown.get(i).microseconds(), 1000);
        }
    }

    private static List<Shown> decode(String name, String type) {
        chromium.open(server.address());
        Map<?, ?> film = (Map<?, ?>) chromium.driver().executeAsyncScript(DECODE, server.address() + name, type);
        assertEquals(null, film.get("error"));
        assertTrue((Boolean) film.get("endless"), name + " does not loop for ever");
        List<?> pictures = (List<?>) film.get("pictures");
        return IntStream.range(0, pictures.size()).mapToObj(i -> {
            Map<?, ?> picture = (Map<?, ?>) pictures.get(i);
            int[] pixels = Arrays.stream(picture.get("pixels").toString().split(" "))
                    .mapToInt(Integer::parseInt).toArray();
            return new Shown(pixels, ((Number) picture.get("microseconds")).longValue());
        }).toList();
    }
}
