package org.epochreel.video.mp4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.Ffmpeg;
import org.epochreel.video.Mp4Box;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.Chapter;
import org.epochreel.video.stream.ParameterSets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes the pictures of x264, which reorders them, to a file of our own, and compares that with ffmpeg's. */
@Tag("ffmpeg")
class Mp4WriterFfmpegTest {

    private static final int FRAMES = 50;

    @TempDir
    private Path folder;

    /** B pictures between two P, whether one of them is referred to, keyframe distance, frame rate, frames of delay. */
    @ParameterizedTest
    @CsvSource({"0,none,20,10,1,0", "1,none,20,30000,1001,1", "2,none,20,10,1,1", "3,normal,50,24000,1001,2",
            "5,strict,7,60,1,2"})
    void reorderedPicturesPlayInTheirOrderWithoutGapsFromZero(
            int between, String pyramid, int distance, int numerator, int denominator, int delay) throws IOException {
        FrameRate rate = new FrameRate(numerator, denominator);
        // A frame lasts at least 512 units of time.
        int finer = denominator == 1 ? 512 : 1;
        int unitsASecond = finer * numerator;
        Path theirs = folder.resolve("x264.mp4");
        Ffmpeg.film(theirs, "testsrc2=size=64x48:rate=" + numerator + "/" + denominator, "-frames:v", "" + FRAMES,
                "-pix_fmt", "yuv420p", "-c:v", "libx264", "-bf", "" + between, "-g", "" + distance, "-x264-params",
                "b-adapt=0:b-pyramid=" + pyramid, "-video_track_timescale", "" + unitsASecond);
        List<Ffmpeg.Packet> packets = Ffmpeg.packets(theirs);
        Path ours = folder.resolve("ours.mp4");
        write(ours, theirs, rate, packets);

        assertArrayEquals(Ffmpeg.decode(theirs, "yuv420p"), Ffmpeg.decode(ours, "yuv420p"));
        List<Ffmpeg.Packet> written = Ffmpeg.packets(ours);
        assertEquals(LongStream.range(0, FRAMES).map(frame -> frame * denominator * finer).boxed().toList(),
                written.stream().map(Ffmpeg.Packet::time).sorted().toList());
        assertEquals(packets.stream().map(Ffmpeg.Packet::time).toList(),
                written.stream().map(Ffmpeg.Packet::time).toList());
        assertEquals(packets.stream().map(Ffmpeg.Packet::keyframe).toList(),
                written.stream().map(Ffmpeg.Packet::keyframe).toList());
        Map<String, String> stream = Ffmpeg.stream(ours);
        assertEquals(numerator + "/" + denominator, stream.get("r_frame_rate"));
        assertEquals(numerator + "/" + denominator, stream.get("avg_frame_rate"));
        assertEquals("1/" + unitsASecond, stream.get("time_base"));
        assertEquals("0", stream.get("start_pts"));
        assertEquals("" + FRAMES * denominator * finer, stream.get("duration_ts"));
        assertEquals("" + FRAMES, stream.get("nb_frames"));
        assertEquals("" + FRAMES, stream.get("nb_read_frames"));
        assertEquals("" + delay, stream.get("has_b_frames"));
        Map<String, String> format = Ffmpeg.format(ours);
        assertEquals((double) FRAMES * denominator / numerator, Double.parseDouble(format.get("duration")), 5e-7);
        assertEquals(0, Double.parseDouble(format.get("start_time")));
        assertEquals(delay == 0 ? 0 : 1, Mp4Box.types(Mp4Box.read(ours)).stream().filter("ctts"::equals).count());
    }

    @Test
    void chaptersAreFoundWithTheirTitles() throws IOException {
        Path theirs = folder.resolve("x264.mp4");
        Ffmpeg.film(theirs, "testsrc2=size=64x48:rate=10", "-frames:v", "50", "-pix_fmt", "yuv420p", "-c:v", "libx264",
                "-bf", "0", "-video_track_timescale", "5120");
        Path ours = folder.resolve("ours.mp4");
        write(ours, theirs, FrameRate.of(10), Ffmpeg.packets(theirs), ImmutableList.of(
                new Chapter(Duration.ZERO, "start"), new Chapter(Duration.ofMillis(1500), "learning rate 10\u207B\u2074"),
                new Chapter(Duration.ofSeconds(3), "x".repeat(254) + "\u2074")));

        assertEquals(List.of("0.000000,start", "1.500000,learning rate 10\u207B\u2074", "3.000000," + "x".repeat(254)),
                Ffmpeg.chapters(ours));
        assertArrayEquals(Ffmpeg.decode(theirs, "yuv420p"), Ffmpeg.decode(ours, "yuv420p"));
    }

    private static void write(Path ours, Path theirs, FrameRate rate, List<Ffmpeg.Packet> packets) throws IOException {
        write(ours, theirs, rate, packets, ImmutableList.of());
    }

    private static void write(Path ours, Path theirs, FrameRate rate, List<Ffmpeg.Packet> packets,
            ImmutableList<Chapter> chapters) throws IOException {
        byte[] file = Files.readAllBytes(theirs);
        List<Long> times = packets.stream().map(Ffmpeg.Packet::time).sorted().toList();
        try (Mp4Writer writer = new Mp4Writer(ours, new FrameSize(64, 48), rate, parameterSets(theirs))) {
            for (Ffmpeg.Packet packet : packets) {
                ByteBuffer bytes = ByteBuffer.wrap(file, (int) packet.position(), packet.size());
                writer.write(new AccessUnit(bytes, packet.keyframe(), times.indexOf(packet.time())));
            }
            writer.finish(Optional.empty(), chapters);
        }
    }

    /** One of each, as x264 has them (ISO/IEC 14496-15, 5.3.3.1). */
    private static ParameterSets parameterSets(Path video) throws IOException {
        ByteBuffer configuration = Mp4Box.only(Mp4Box.read(video), "avcC").body();
        configuration.position(6);
        ByteBuffer sps = next(configuration);
        configuration.get();
        return new ParameterSets(sps, next(configuration));
    }

    private static ByteBuffer next(ByteBuffer bytes) {
        byte[] set = new byte[bytes.getShort()];
        bytes.get(set);
        return ByteBuffer.wrap(set);
    }
}
