package org.epochreel.video.animation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.TestFrames;
import org.epochreel.video.animation.ApngReader.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApngFileTest {

    private static final FrameSize SIZE = new FrameSize(94, 62);

    @TempDir
    private Path folder;

    @Test
    void filmsOfFewColoursComeBackExactly() throws IOException {
        assertExact(30, i -> new TestFrames(SIZE).chart(i).pixels());
    }

    @Test
    void filmsOfManyColoursComeBackExactly() throws IOException {
        assertExact(40, i -> new SoftFrames(SIZE).at(i).pixels());
    }

    @Test
    void picturesWithoutAnyOrderComeBackExactly() throws IOException {
        assertExact(4, i -> new TestFrames(SIZE).noise(i).pixels());
    }

    @Test
    void filmsThatHaveEveryGreyComeBackExactly() throws IOException {
        assertExact(6, i -> IntStream.range(0, SIZE.pixels())
                .map(at -> at < 300 ? at % 256 * 0x010101 : at % (97 + i) * 0x020103).toArray());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "15,1", "24,1", "30,1", "60,1", "240,1", "30000,1001", "24000,1001"})
    void delaysAreExact(int numerator, int denominator) throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(new FrameRate(numerator, denominator), 12, i -> frames.chart(Math.min(i, 9)));

        assertEquals(10, shown.size());
        for (int i = 0; i < 10; i++) {
            assertEquals((long) (i < 9 ? 1 : 3) * denominator * shown.get(i).delayUnit(),
                    (long) shown.get(i).delay() * numerator, "frame " + i);
        }
    }

    @Test
    void ratesWithLargeTermsNeverDrift() throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(new FrameRate(999_999, 40_000), 40, frames::chart);

        double seconds = 0;
        for (int i = 0; i < 40; i++) {
            assertEquals(i * 40_000 / 999_999.0, seconds, 1e-4, "frame " + i);
            seconds += (double) shown.get(i).delay() / shown.get(i).delayUnit();
        }
    }

    @Test
    void aStillLongerThanADelayCanTellKeepsItsLength() throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        List<Shown> shown = film(new FrameRate(30_000, 1001), 200, i -> frames.chart(0));

        assertEquals(200 * 1001, shown.stream().mapToInt(Shown::delay).sum());
        shown.forEach(picture -> assertArrayEquals(new TestFrames(SIZE).chart(0).pixels(), picture.pixels()));
    }

    @Test
    void aReaderOfStillsSeesTheFirstFrame() throws IOException {
        Path file = write("still.png", FrameRate.of(15), 20, new SoftFrames(SIZE)::at);
        BufferedImage image = ImageIO.read(file.toFile());

        assertArrayEquals(new SoftFrames(SIZE).at(0).pixels(), Arrays.stream(
                image.getRGB(0, 0, SIZE.width(), SIZE.height(), null, 0, SIZE.width())).map(p -> p & 0xFFFFFF).toArray());
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
    void bytesDependOnThePixelsAlone() throws IOException {
        byte[] bytes = Files.readAllBytes(write("a.png", FrameRate.of(15), 45, new SoftFrames(SIZE)::at));

        assertArrayEquals(bytes, Files.readAllBytes(write("b.png", FrameRate.of(15), 45, new SoftFrames(SIZE)::at)));
        assertEquals(-64477330, Arrays.hashCode(bytes));
    }

    @Test
    void closedWithoutAFinishNothingIsLeftAndAfterItOnlyTheFile() throws IOException {
        try (ApngFile apng = new ApngFile(folder.resolve("x.png"), SIZE, FrameRate.of(15), FilmListener.none())) {
            apng.write(new SoftFrames(SIZE).at(0), false);
        }
        assertEquals(List.of(), names());

        write("x.png", FrameRate.of(15), 2, new SoftFrames(SIZE)::at);
        assertEquals(List.of("x.png"), names());
    }

    @Test
    void aFilmWithoutFramesIsRefused() throws IOException {
        try (ApngFile apng = new ApngFile(folder.resolve("x.png"), SIZE, FrameRate.of(15), FilmListener.none())) {
            assertThrows(IllegalStateException.class, apng::finish);
        }
    }

    private void assertExact(int count, IntFunction<int[]> drawn) throws IOException {
        SoftFrames frames = new SoftFrames(SIZE);
        List<Shown> shown = film(FrameRate.of(15), count, i -> frames.touched(drawn.apply(i)));

        assertEquals(count, shown.size());
        for (int i = 0; i < count; i++) {
            assertArrayEquals(drawn.apply(i), shown.get(i).pixels(), "frame " + i);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<Shown> film(FrameRate rate, int count, IntFunction<Frame> frames) throws IOException {
        return ApngReader.read(write("film.png", rate, count, frames));
    }

    private Path write(String name, FrameRate rate, int count, IntFunction<Frame> frames) throws IOException {
        Path file = folder.resolve(name);
        try (ApngFile apng = new ApngFile(file, SIZE, rate, FilmListener.none())) {
            for (int i = 0; i < count; i++) {
                apng.write(frames.apply(i), false);
            }
            apng.finish();
        }
        return file;
    }
}
