package org.epochreel.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.YuvPicture;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFileTest {

    private static final FrameSize SIZE = new FrameSize(98, 70);

    @TempDir
    private Path folder;

    private static void write(Path file, FrameSize size, FrameRate rate, int count) throws IOException {
        TestFrames frames = new TestFrames(size);
        try (VideoFile video = new VideoFile(
                file, size, rate, JcodecEncoder.lanes(size, rate), VideoFile.Encoding.SAME_THREAD)) {
            for (int i = 0; i < count; i++) {
                video.write(frames.chart(Math.min(i, count - 3)), i == 4);
            }
            assertEquals(count, video.frames());
            video.finish();
        }
    }

    @ParameterizedTest
    @CsvSource({"96,64", "98,70", "16,16"})
    void jcodecDecodesEveryFrameNearlyAsItWas(int width, int height) throws IOException, JCodecException {
        FrameSize size = new FrameSize(width, height);
        Path file = folder.resolve("video.mp4");
        write(file, size, FrameRate.of(4), 12);
        try (SeekableByteChannel channel = NIOUtils.readableChannel(file.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(channel);
            for (int i = 0; i < 12; i++) {
                YuvPicture expected = new ColorConverter(size).convert(new TestFrames(size).chart(Math.min(i, 9)));
                Picture decoded = grab.getNativeFrame();
                double psnr = psnr(expected, decoded);
                assertTrue(psnr > 44, "frame " + i + " has a PSNR of " + psnr + " dB");
            }
            assertNull(grab.getNativeFrame());
        }
    }

    private static double psnr(YuvPicture expected, Picture decoded) {
        FrameSize size = expected.size();
        assertEquals(size.width(), decoded.getCroppedWidth());
        assertEquals(size.height(), decoded.getCroppedHeight());
        double squares = 0;
        byte[][] planes = {expected.luma(), expected.blueChroma(), expected.redChroma()};
        for (int plane = 0; plane < 3; plane++) {
            int half = plane == 0 ? 0 : 1;
            for (int y = 0; y < size.height() >> half; y++) {
                for (int x = 0; x < size.width() >> half; x++) {
                    int wanted = planes[plane][y * (expected.lumaStride() >> half) + x] & 0xff;
                    int found = decoded.getPlaneData(plane)[y * decoded.getPlaneWidth(plane) + x] + 128;
                    squares += (wanted - found) * (wanted - found);
                }
            }
        }
        return 10 * Math.log10(255.0 * 255 * size.pixels() * 1.5 / Math.max(squares, 1e-9));
    }

    @Test
    void everyFrameLastsEquallyLongAndKeyframesAreMarked() throws IOException {
        Path file = folder.resolve("video.mp4");
        write(file, SIZE, new FrameRate(30000, 7007), 14);
        List<Long> times = new ArrayList<>();
        StringBuilder keyframes = new StringBuilder();
        try (SeekableByteChannel channel = NIOUtils.readableChannel(file.toFile());
                MP4Demuxer demuxer = MP4Demuxer.createMP4Demuxer(channel)) {
            DemuxerTrack track = demuxer.getVideoTrack();
            for (Packet packet = track.nextFrame(); packet != null; packet = track.nextFrame()) {
                assertEquals(30000, packet.getTimescale());
                assertEquals(7007, packet.getDuration());
                times.add(packet.getPts());
                keyframes.append(packet.isKeyFrame() ? 'K' : '-');
            }
        }
        assertEquals(Stream.iterate(0L, time -> time + 7007).limit(14).toList(), times);
        assertEquals("K---K-------K-", keyframes.toString());
    }

    @Test
    void theSameFramesGiveTheSameBytes() throws IOException {
        write(folder.resolve("a.mp4"), SIZE, FrameRate.of(15), 8);
        write(folder.resolve("b.mp4"), SIZE, FrameRate.of(15), 8);
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.mp4")), Files.readAllBytes(folder.resolve("b.mp4")));
    }

    @Test
    void aFrameThatCannotBeEncodedIsNamedAndNothingIsLeft() throws IOException {
        Path file = folder.resolve("video.mp4");
        FrameRate rate = FrameRate.of(15);
        try (VideoFile video = new VideoFile(
                file, SIZE, rate, JcodecEncoder.lanes(SIZE, rate), VideoFile.Encoding.SAME_THREAD)) {
            video.write(new TestFrames(SIZE).chart(0), false);
            IllegalStateException failure = assertThrows(IllegalStateException.class,
                    () -> video.write(new TestFrames(new FrameSize(64, 64)).chart(0), false));
            assertTrue(failure.getMessage().startsWith(file + ": frame 1 "), failure.getMessage());
            assertInstanceOf(IllegalArgumentException.class, failure.getCause());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void framesThatTheEncoderHoldsBackAreAllInTheFile(VideoFile.Encoding encoding) throws IOException {
        Path file = folder.resolve("video.mp4");
        writeReordered(file, Set.of(), Set.of(), encoding);
        List<Mp4Box> boxes = Mp4Box.read(file);
        ByteBuffer media = Mp4Box.only(boxes, "mdat").body();
        List<Integer> frames = new ArrayList<>();
        while (media.hasRemaining()) {
            assertEquals(4, media.getInt());
            frames.add(media.getInt());
        }
        // A keyframe every eight frames, and the last two frames with nothing behind them.
        assertEquals(List.of(0, 3, 1, 2, 6, 4, 5, 7, 8, 11, 9, 10, 12, 13), frames);
        assertEquals(14, Mp4Box.only(boxes, "stsz").word(8));
        assertEquals(14 * 512, Mp4Box.only(boxes, "elst").word(8));
        assertEquals(List.of(2L, 1L, 9L), List.of(Mp4Box.only(boxes, "stss").word(4),
                Mp4Box.only(boxes, "stss").word(8), Mp4Box.only(boxes, "stss").word(12)));
    }

    @ParameterizedTest
    @CsvSource({
            "3, one of the frames from 1 to 3 could not be encoded: too hard",
            "1, one of the frames from 1 to 2 could not be encoded: too hard",
            "2, frame 2 could not be encoded: too hard",
            "7, frame 7 could not be encoded: too hard",
            "8, frame 8 could not be encoded: too hard",
            "12, one of the frames from 12 to 13 could not be encoded: too hard",
            "13, frame 13 could not be encoded: too hard"})
    void aFailureNamesTheFramesThatItCanBe(int failing, String complaint) {
        Path file = folder.resolve("video.mp4");
        for (VideoFile.Encoding encoding : VideoFile.Encoding.values()) {
            IllegalStateException failure = assertThrows(IllegalStateException.class,
                    () -> writeReordered(file, Set.of(failing), Set.of(), encoding));
            assertEquals(file + ": " + complaint, failure.getMessage());
            assertEquals("too hard", failure.getCause().getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 13})
    void framesThatTheEncoderNeverGivesBackAreMissed(int lost) {
        Path file = folder.resolve("video.mp4");
        IllegalStateException failure = assertThrows(IllegalStateException.class,
                () -> writeReordered(file, Set.of(), Set.of(lost), VideoFile.Encoding.SAME_THREAD));
        assertTrue(failure.getMessage().startsWith(file + ": "), failure.getMessage());
        assertFalse(Files.exists(file));
    }

    private static void writeReordered(
            Path file, Set<Integer> failing, Set<Integer> lost, VideoFile.Encoding encoding) throws IOException {
        TestFrames frames = new TestFrames(SIZE);
        try (VideoFile video = new VideoFile(
                file, SIZE, FrameRate.of(4), lane -> new ReorderingEncoder(8 * lane, failing, lost), encoding)) {
            for (int i = 0; i < 14; i++) {
                video.write(frames.chart(i), false);
            }
            video.finish();
        }
    }
}
