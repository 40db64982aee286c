package org.epochreel.video.animation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.hash.Hashing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameFolderTest {

    private static final FrameSize SIZE = new FrameSize(94, 62);

    @TempDir
    private Path folder;

    @Test
    void everyFrameIsAPictureOfItsOwn() throws IOException {
        Path frames = write(12);

        for (int i = 0; i < 12; i++) {
            BufferedImage image = ImageIO.read(frames.resolve(String.format("frame-%06d.png", i)).toFile());
            assertArrayEquals(new SoftFrames(SIZE).at(Math.min(i, 7)).pixels(), Arrays.stream(image.getRGB(
                    0, 0, SIZE.width(), SIZE.height(), null, 0, SIZE.width())).map(p -> p & 0xFFFFFF).toArray());
        }
        try (Stream<Path> files = Files.list(frames)) {
            assertEquals(14, files.count());
        }
    }

    @Test
    void theTableSaysEpochAndHashOfEach() throws IOException {
        Path frames = write(3);
        String hash = Hashing.sha256().hashBytes(Files.readAllBytes(frames.resolve("frame-000002.png"))).toString();
        List<String> lines = Files.readAllLines(frames.resolve("frames.csv"));

        assertEquals("frame,file,epoch,sha256", lines.get(0));
        assertEquals("2,frame-000002.png,10," + hash, lines.get(3));
        assertEquals(4, lines.size());
    }

    @Test
    void theListSaysHowLongEachIsShownWithoutDrift() throws IOException {
        List<String> lines = Files.readAllLines(write(4).resolve("frames.ffconcat"));

        assertEquals(List.of("ffconcat version 1.0", "file frame-000000.png", "duration 0.066666",
                "file frame-000001.png", "duration 0.066667", "file frame-000002.png", "duration 0.066667",
                "file frame-000003.png", "duration 0.066666"), lines);
    }

    @Test
    void namesStayInOrder() {
        assertEquals("frame-000000.png", FrameFolder.nameOf(0));
        assertEquals("frame-123456.png", FrameFolder.nameOf(123_456));
        assertEquals("frame-1234567.png", FrameFolder.nameOf(1_234_567));
    }

    @Test
    void closedWithoutAFinishNoFolderIsLeft() throws IOException {
        Path frames = folder.resolve("frames");
        try (FrameFolder pictures = new FrameFolder(frames, FrameRate.of(15), frame -> frame)) {
            pictures.write(new SoftFrames(SIZE).at(0), false);
        }

        assertFalse(Files.exists(frames));
    }

    private Path write(int count) throws IOException {
        SoftFrames drawn = new SoftFrames(SIZE);
        Path frames = folder.resolve("frames");
        try (FrameFolder pictures = new FrameFolder(frames, FrameRate.of(15), frame -> 5 * frame)) {
            for (int i = 0; i < count; i++) {
                pictures.write(drawn.at(Math.min(i, 7)), false);
            }
            pictures.finish();
        }
        return frames;
    }
}
