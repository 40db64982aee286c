package org.epochreel.video.animation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.TestFrames;
import org.epochreel.video.animation.GifReader.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GifFileTest {

    private static final FrameSize SIZE = new FrameSize(94, 62);

    @TempDir
    private Path folder;

    @Test
    void aFilmOfFewColoursComesBackExactly() throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(FrameRate.of(10), 30, frames::chart);

        assertEquals(30, shown.size());
        for (int i = 0; i < 30; i++) {
            assertArrayEquals(new TestFrames(SIZE).chart(i).pixels(), shown.get(i).pixels(), "frame " + i);
            assertEquals(10, shown.get(i).delay());
        }
    }

    @Test
    void manyBlendsStayNearWhatWasDrawnAndTheGroundIsExact() throws IOException {
        SoftFrames frames = new SoftFrames(SIZE);
        List<Shown> shown = film(FrameRate.of(10), 40, frames::at);

        assertEquals(40, shown.size());
        for (int i = 0; i < 40; i++) {
            int[] drawn = new SoftFrames(SIZE).at(i).pixels();
            for (int at = 0; at < drawn.length; at++) {
                int off = furthestChannel(drawn[at], shown.get(i).pixels()[at]);
                boolean flat = drawn[at] == SoftFrames.GROUND || drawn[at] == SoftFrames.DISC;
                assertTrue(off <= (flat ? 0 : 16), "pixel " + at + " of frame " + i + " is " + off + " off");
            }
        }
    }

    @Test
    void streamsThatFillTheTableAgainAndAgainComeBack() throws IOException {
        Random random = new Random(4);
        SoftFrames frames = new SoftFrames(SIZE);
        int[][] drawn = IntStream.range(0, 5).mapToObj(i -> random.ints(SIZE.pixels(), 0, 250)
                .map(color -> color * 0x010305 & 0xFFFFFF).toArray()).toArray(int[][]::new);
        List<Shown> shown = film(FrameRate.of(5), 5, i -> frames.touched(drawn[i]));

        for (int i = 0; i < 5; i++) {
            assertArrayEquals(drawn[i], shown.get(i).pixels(), "frame " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,1", "10,1", "15,1", "24,1", "25,1", "30,1", "30000,1001", "24000,1001", "49,1", "50,1"})
    void everyFrameAppearsWithinAHundredthOfItsTime(int numerator, int denominator) throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(new FrameRate(numerator, denominator), 40, frames::chart);

        assertEquals(40, shown.size());
        int time = 0;
        for (int i = 0; i < 40; i++) {
            double exact = 100.0 * i * denominator / numerator;
            assertTrue(time <= exact && exact < time + 1, "frame " + i + " appears at " + time);
            assertTrue(shown.get(i).delay() >= 2, "frame " + i + " stays for " + shown.get(i).delay());
            time += shown.get(i).delay();
        }
        assertEquals(4000L * denominator / numerator, time);
    }

    @ParameterizedTest
    @CsvSource({"60,41,2", "60,40,2", "100,33,2", "120,31,3", "240,12,5"})
    void aboveFiftyFramesEveryFewAreShownAndTheLast(int rate, int count, int every) throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(FrameRate.of(rate), count, frames::chart);

        assertEquals(every, GifFile.shownEvery(FrameRate.of(rate)));
        assertEquals((count + every - 1) / every, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            int due = i == shown.size() - 1 ? count - 1 : i * every;
            assertArrayEquals(new TestFrames(SIZE).chart(due).pixels(), shown.get(i).pixels(), "picture " + i);
        }
        assertEquals(100 * count / rate, shown.stream().mapToInt(Shown::delay).sum());
    }

    @Test
    void aFrameLikeTheOneBeforeLengthensItsDelay() throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(FrameRate.of(10), 20, i -> frames.chart(i < 5 ? 0 : Math.min(i, 8)));

        assertEquals(List.of(50, 10, 10, 10, 120), shown.stream().map(Shown::delay).toList());
    }

    @Test
    void aStillLongerThanADelayCanTellKeepsItsLength() throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(FrameRate.of(1), 1500, i -> frames.chart(i < 1499 ? 3 : 4));

        assertEquals(150_000, shown.stream().mapToInt(Shown::delay).sum());
        assertArrayEquals(new TestFrames(SIZE).chart(3).pixels(), shown.get(shown.size() - 2).pixels());
        assertArrayEquals(new TestFrames(SIZE).chart(4).pixels(), shown.get(shown.size() - 1).pixels());
    }

    @Test
    void picturesAreCroppedToWhatChanged() throws IOException {
        SoftFrames frames = new SoftFrames(SIZE);
        int[] second = new SoftFrames(SIZE).at(0).pixels();
        second[40 * SIZE.width() + 90] = 0xFF0000;
        second[42 * SIZE.width() + 93] = 0xFF0000;
        List<Shown> shown = film(FrameRate.of(10), 2, i -> i == 0 ? frames.at(0) : frames.touched(second));

        assertEquals(12, shown.get(1).area());
    }

    @Test
    void aFilmOfMoreColoursThanAreCountedIsStillAFilm() throws IOException {
        FrameSize size = new FrameSize(320, 240);
        Path file = folder.resolve("noise.gif");
        TestFrames frames = new TestFrames(size);
        write(file, size, FrameRate.of(10), 2, frames::noise);

        int[] drawn = new TestFrames(size).noise(1).pixels();
        int[] shown = GifReader.read(file, 320, 240).get(1).pixels();
        long off = 0;
        for (int i = 0; i < drawn.length; i++) {
            off += furthestChannel(drawn[i], shown[i]);
        }
        // 255 colours spread evenly over the cube leave channels about 20 off.
        assertTrue(off / drawn.length < 35, "channels are " + off / drawn.length + " off");
    }

    @Test
    void bytesDependOnThePixelsAlone() throws IOException {
        for (String name : List.of("a.gif", "b.gif")) {
            write(folder.resolve(name), SIZE, FrameRate.of(15), 45, new SoftFrames(SIZE)::at);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve("a.gif"));

        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b.gif")));
        assertEquals(-725931257, Arrays.hashCode(bytes));
    }

    @Test
    void loopsWithoutEnd() throws IOException {
        write(folder.resolve("loop.gif"), SIZE, FrameRate.of(15), 2, new SoftFrames(SIZE)::at);
        String bytes = Files.readString(folder.resolve("loop.gif"), StandardCharsets.ISO_8859_1);

        assertTrue(bytes.startsWith("GIF89a"));
        assertTrue(bytes.contains("!\u00FF\u000BNETSCAPE2.0\u0003\u0001\u0000\u0000\u0000"));
        assertTrue(bytes.endsWith("\u0000;"));
    }

    @Test
    void aNarrowerGifShowsTheFilmReduced() throws IOException {
        Path file = folder.resolve("small.gif");
        SoftFrames frames = new SoftFrames(SIZE);
        try (GifFile gif = new GifFile(file, SIZE, 48, FrameRate.of(10), 20, FilmListener.none())) {
            for (int i = 0; i < 20; i++) {
                gif.write(frames.at(i), false);
            }
            gif.finish();
        }
        List<Shown> shown = GifReader.read(file, 48, 32);

        assertEquals(20, shown.size());
        Frame last = new Reduction(SIZE, new FrameSize(48, 32)).reduce(new SoftFrames(SIZE).at(19));
        for (int at = 0; at < 48 * 32; at++) {
            assertTrue(furthestChannel(last.pixels()[at], shown.get(19).pixels()[at]) <= 16);
        }
    }

    @Test
    void whatTheFormatCannotShowIsSaid() throws IOException {
        List<String> remarks = new ArrayList<>();
        FilmListener listener = new FilmListener() {
            @Override
            public void written() {}

            @Override
            public void remark(String words) {
                remarks.add(words);
            }
        };
        new GifFile(folder.resolve("x.gif"), SIZE, SIZE.width(), FrameRate.of(50), 20, listener).close();
        assertEquals(List.of(), remarks);

        new GifFile(folder.resolve("x.gif"), SIZE, SIZE.width(), FrameRate.of(60), 20, listener).close();
        assertEquals(List.of("shows one frame of 2, since a GIF can tell no more than 50 a second"), remarks);
    }

    @Test
    void aSizeAboveTenMegabytesIsForetoldOnce() {
        GifForecast forecast = new GifForecast(500, 1);

        assertEquals(Optional.empty(), forecast.after(1, 20_000));
        assertEquals(Optional.empty(), forecast.after(49, 3_000_000));
        assertTrue(forecast.after(50, 3_020_000).orElseThrow().startsWith("will have about 18 MB, more than the 10 MB"));
        assertEquals(Optional.empty(), forecast.complete(19_000_000));
    }

    @Test
    void aSizeThatNobodyForetoldIsToldInTheEnd() {
        GifForecast forecast = new GifForecast(500, 2);

        assertEquals(Optional.empty(), forecast.after(1, 20_000));
        assertEquals(Optional.empty(), forecast.after(50, 3_020_000));
        assertEquals(Optional.empty(), new GifForecast(20, 1).complete(10_000_000));
        assertTrue(forecast.complete(11_600_000).orElseThrow().startsWith("has 12 MB"));
    }

    @Test
    void closedWithoutAFinishNothingIsLeftAndAfterItOnlyTheFile() throws IOException {
        try (GifFile gif = new GifFile(folder.resolve("x.gif"), SIZE, SIZE.width(), FrameRate.of(15), 20, FilmListener.none())) {
            gif.write(new SoftFrames(SIZE).at(0), false);
        }
        assertEquals(List.of(), names());

        write(folder.resolve("x.gif"), SIZE, FrameRate.of(15), 2, new SoftFrames(SIZE)::at);
        assertEquals(List.of("x.gif"), names());
    }

    @Test
    void aFilmWithoutFramesIsRefused() throws IOException {
        try (GifFile gif = new GifFile(folder.resolve("x.gif"), SIZE, SIZE.width(), FrameRate.of(15), 20, FilmListener.none())) {
            assertThrows(IllegalStateException.class, gif::finish);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<Shown> film(FrameRate rate, int count, IntFunction<Frame> frames) throws IOException {
        Path file = folder.resolve("film.gif");
        write(file, SIZE, rate, count, frames);
        return GifReader.read(file, SIZE.width(), SIZE.height());
    }

    private static void write(Path file, FrameSize size, FrameRate rate, int count, IntFunction<Frame> frames)
            throws IOException {
        try (GifFile gif = new GifFile(file, size, size.width(), rate, 20, FilmListener.none())) {
            for (int i = 0; i < count; i++) {
                gif.write(frames.apply(i), false);
            }
            gif.finish();
        }
    }

    private static int furthestChannel(int a, int b) {
        return IntStream.of(0, 8, 16).map(shift -> Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF))).max()
                .getAsInt();
    }
}
