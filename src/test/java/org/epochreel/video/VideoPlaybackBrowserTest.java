package org.epochreel.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.epochreel.browser.Chromium;
import org.epochreel.browser.FileServer;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.scene.FrameRateText;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.PictureEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame shows its number as black and white blocks, least significant bit first, over blocks of plain colors. */
@Tag("browser")
class VideoPlaybackBrowserTest {

    private static final int BLOCK = 32;
    private static final int BITS = 8;
    private static final int FRAMES = 90;
    private static final int[] COLORS =
            {0x1f77b4, 0xff7f0e, 0xffffff, 0x000000, 0x808080, 0xfbfaf7, 0x0f5c9c, 0xf7b04a};
    private static final FrameSize SIZE = new FrameSize(BLOCK * BITS + 6, 2 * BLOCK + 10);
    private static final FrameRate RATE = new FrameRate(30000, 1001);
    private static final double SECONDS = FRAMES / RATE.perSecond();

    /** Gives the number in the video's picture and the mean colors of its blocks. */
    private static final String READ = """
            const read = (often) => {
                const video = document.querySelector('video');
                const canvas = document.createElement('canvas');
                canvas.width = video.videoWidth;
                canvas.height = video.videoHeight;
                const context = canvas.getContext('2d', {willReadFrequently: often});
                context.drawImage(video, 0, 0);
                const mean = (column, row) => {
                    const data = context.getImageData(column * 32 + 8, row * 32 + 8, 16, 16).data;
                    const sums = [0, 0, 0];
                    data.forEach((level, i) => i % 4 < 3 && (sums[i % 4] += level));
                    return sums.map(sum => sum / 256);
                };
                const columns = [0, 1, 2, 3, 4, 5, 6, 7];
                const number = columns.reduce((sum, bit) => sum + (mean(bit, 0)[1] > 127 ? 1 << bit : 0), 0);
                return {number, colors: columns.map(column => mean(column, 1))};
            };
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static FileServer server;

    /** Makes the two encoders of a video. */
    private interface Encoders extends BiFunction<FrameSize, FrameRate, IntFunction<PictureEncoder>> {}

    private static Stream<Named<Encoders>> encoders() {
        return Stream.of(
                named("jcodec", JcodecEncoder::lanes),
                named("own", (size, rate) -> lane -> H264Encoder.ofLane(size, rate, Quantisers.standard(size), lane)));
    }

    @BeforeAll
    static void start() throws IOException {
        server = new FileServer(folder);
        chromium = Chromium.withShaders();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    private static void write(Encoders encoder) throws IOException {
        write(encoder, RATE);
    }

    private static void write(Encoders encoder, FrameRate rate) throws IOException {
        try (VideoFile video = new VideoFile(folder.resolve("v.mp4"), SIZE, rate, encoder.apply(SIZE, rate),
                VideoFile.Encoding.OWN_THREADS)) {
            for (int i = 0; i < FRAMES; i++) {
                MacroblockSet touched = i == 0 ? MacroblockSet.allOf(SIZE) : MacroblockSet.noneOf(SIZE);
                touched.addPixels(0, 0, BLOCK * BITS - 1, BLOCK - 1);
                video.write(new Frame(SIZE, numbered(i), touched), i % 30 == 0);
            }
            video.finish();
        }
    }

    private static int[] numbered(int number) {
        int[] pixels = new int[SIZE.pixels()];
        Arrays.fill(pixels, 0xffffff);
        for (int y = 0; y < 2 * BLOCK; y++) {
            for (int x = 0; x < BITS * BLOCK; x++) {
                int column = x / BLOCK;
                int bit = (number >> column & 1) * 0xffffff;
                pixels[y * SIZE.width() + x] = y < BLOCK ? bit : COLORS[column];
            }
        }
        return pixels;
    }

    private static void load() {
        chromium.complaints();
        chromium.open(server.address());
        chromium.run("""
                const video = document.createElement('video');
                video.muted = true;
                video.preload = 'auto';
                video.src = 'v.mp4';
                document.body.append(video);""");
        chromium.await("document.querySelector('video').readyState >= 2",
                "document.querySelector('video').error?.message");
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void aVideoPlaysFromItsFirstFrameToItsLast(Encoders encoder)
            throws IOException {
        write(encoder);
        load();
        assertEquals(SECONDS, chromium.number("document.querySelector('video').duration"), 1e-3);
        assertEquals(SIZE.width(), (int) chromium.number("document.querySelector('video').videoWidth"));
        assertEquals(SIZE.height(), (int) chromium.number("document.querySelector('video').videoHeight"));
        assertEquals(0, (int) number(chromium.run(READ + "return read(false)")));
        List<?> seen = (List<?>) chromium.driver().executeAsyncScript(READ + """
                const done = arguments[arguments.length - 1];
                const video = document.querySelector('video');
                const seen = [];
                const look = (now, frame) => {
                    seen.push([Math.round(frame.mediaTime * 30000 / 1001), read(true).number, video.currentTime]);
                    video.requestVideoFrameCallback(look);
                };
                video.requestVideoFrameCallback(look);
                video.onended = () => requestAnimationFrame(
                    () => done(seen.concat([[-1, read(true).number, video.currentTime]])));
                video.onerror = () => done([video.error.message]);
                video.play();""");
        assertTrue(seen.size() > 5, seen.toString());
        for (Object entry : seen.subList(0, seen.size() - 1)) {
            List<?> values = (List<?>) entry;
            int due = ((Number) values.get(0)).intValue();
            assertEquals(due, ((Number) values.get(1)).intValue(), 1.0, seen.toString());
        }
        double time = -1;
        int number = -1;
        for (Object entry : seen) {
            List<?> values = (List<?>) entry;
            double now = ((Number) values.get(2)).doubleValue();
            int shown = ((Number) values.get(1)).intValue();
            assertTrue(now >= time && shown >= number, seen.toString());
            time = now;
            number = shown;
        }
        assertEquals(FRAMES - 1, number, seen.toString());
        assertEquals(SECONDS, time, 0.5 / RATE.perSecond());
        assertEquals(List.of(), chromium.complaints());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void aSeekLandsOnTheRightFrame(Encoders encoder) throws IOException {
        write(encoder);
        load();
        for (int frame : new int[] {45, 0, 89, 1, 59, 60, 61, 17, 88, 30}) {
            Object picture = chromium.driver().executeAsyncScript(READ + """
                    const done = arguments[arguments.length - 1];
                    const video = document.querySelector('video');
                    video.onseeked = () => done(read(true));
                    video.onerror = () => done(video.error.message);
                    video.currentTime = arguments[0];""", (frame + 0.5) / RATE.perSecond());
            assertEquals(frame, number(picture), picture.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "24", "30000/1001", "50", "60"})
    void aSeekToAnyTimeWithinAFrameShowsThatFrame(String text) throws IOException {
        FrameRate rate = FrameRateText.parse(text).orElseThrow();
        write((size, any) -> lane -> H264Encoder.ofLane(size, any, Quantisers.standard(size), lane), rate);
        load();
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            int frame = i % 3 == 0 ? i % 2 * 29 + 30 : random.nextInt(FRAMES);
            double within = i % 3 == 0 ? 0.5 + 0.48 * random.nextDouble() : 0.02 + 0.96 * random.nextDouble();
            // A seek is done a little before its picture is shown; the same picture is not shown anew.
            Object picture = chromium.driver().executeAsyncScript(READ + """
                    const done = arguments[arguments.length - 1];
                    const video = document.querySelector('video');
                    const shown = new Promise(resolve => video.requestVideoFrameCallback(resolve));
                    const seeked = new Promise(resolve => video.onseeked = () => setTimeout(resolve, 2000));
                    Promise.race([shown, seeked]).then(() => done(read(true)));
                    video.onerror = () => done(video.error.message);
                    video.currentTime = arguments[0];""", (frame + within) / rate.perSecond());
            assertEquals(frame, number(picture), frame + within + " at " + text);
        }
    }

    private static int number(Object picture) {
        return ((Number) ((Map<?, ?>) picture).get("number")).intValue();
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void colorsComeBackRight(Encoders encoder) throws IOException {
        write(encoder);
        load();
        List<?> colors = (List<?>) ((Map<?, ?>) chromium.run(READ + "return read(false)")).get("colors");
        for (int i = 0; i < COLORS.length; i++) {
            List<?> levels = (List<?>) colors.get(i);
            for (int channel = 0; channel < 3; channel++) {
                int expected = COLORS[i] >> 16 - 8 * channel & 0xff;
                assertEquals(expected, ((Number) levels.get(channel)).doubleValue(), 4,
                        Integer.toHexString(COLORS[i]) + " came back as " + levels);
            }
        }
    }
}
