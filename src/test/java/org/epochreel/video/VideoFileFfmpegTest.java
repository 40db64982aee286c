package org.epochreel.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.ColorConverter;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("ffmpeg")
class VideoFileFfmpegTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"432,288", "430,290", "640,362", "16,16", "18,22", "1920,1080"})
    void everyFrameComesBackNearlyAsItWas(int width, int height) throws IOException {
        FrameSize size = new FrameSize(width, height);
        int frames = size.pixels() > 1_000_000 ? 3 : 8;
        Path file = folder.resolve("sizes.mp4");
        TestFrames drawn = new TestFrames(size);
        YuvPicture[] pictures = new YuvPicture[frames];
        try (VideoFile video = open(file, size, FrameRate.of(15))) {
            for (int i = 0; i < frames; i++) {
                Frame frame = drawn.chart(i);
                pictures[i] = new ColorConverter(size).convert(new TestFrames(size).chart(i));
                video.write(frame, i == 3);
            }
            video.finish();
        }
        byte[] decoded = Ffmpeg.decode(file, "yuv420p");
        int bytesPerFrame = size.pixels() * 3 / 2;
        assertEquals(frames * bytesPerFrame, decoded.length);
        for (int i = 0; i < frames; i++) {
            double psnr = lumaPsnr(pictures[i], decoded, i * bytesPerFrame);
            assertTrue(psnr > 44, "frame " + i + " at " + size + " has a PSNR of " + psnr + " dB");
        }
        Map<String, String> stream = Ffmpeg.stream(file);
        assertEquals(Integer.toString(width), stream.get("width"));
        assertEquals(Integer.toString(height), stream.get("height"));
        assertEquals(Integer.toString(frames), stream.get("nb_read_frames"));
    }

    @ParameterizedTest
    @CsvSource({"15,1", "24,1", "25,1", "30,1", "50,1", "60,1", "30000,1001", "24000,1001", "1,1", "240,1"})
    void rateAndDurationAreExact(int numerator, int denominator) throws IOException {
        FrameRate rate = new FrameRate(numerator, denominator);
        Path file = folder.resolve("rates.mp4");
        writeCharts(file, new FrameSize(64, 48), rate, 7);
        Map<String, String> stream = Ffmpeg.stream(file);
        assertEquals(numerator + "/" + denominator, stream.get("r_frame_rate"));
        assertEquals(numerator + "/" + denominator, stream.get("avg_frame_rate"));
        // A frame lasts at least 512 units of time.
        int finer = (511 + denominator) / denominator;
        assertEquals("1/" + finer * numerator, stream.get("time_base"));
        assertEquals(Integer.toString(7 * denominator * finer), stream.get("duration_ts"));
        assertEquals("0", stream.get("start_pts"));
        assertEquals("7", stream.get("nb_frames"));
        assertEquals("7", stream.get("nb_read_frames"));
        assertEquals(7.0 * denominator / numerator, Double.parseDouble(Ffmpeg.format(file).get("duration")), 5e-7);
        assertEquals(LongStream.range(0, 7).map(i -> i * denominator * finer).boxed().toList(), Ffmpeg.timestamps(file));
    }

    @Test
    void theStreamSaysWhatItIs() throws IOException {
        Path file = folder.resolve("tags.mp4");
        writeCharts(file, new FrameSize(432, 288), FrameRate.of(15), 2);
        Map<String, String> stream = Ffmpeg.stream(file);
        assertEquals("h264", stream.get("codec_name"));
        assertEquals("avc1", stream.get("codec_tag_string"));
        assertEquals("Constrained Baseline", stream.get("profile"));
        assertEquals("21", stream.get("level"));
        assertEquals("yuv420p", stream.get("pix_fmt"));
        assertEquals("tv", stream.get("color_range"));
        assertEquals("bt709", stream.get("color_space"));
        assertEquals("bt709", stream.get("color_transfer"));
        assertEquals("bt709", stream.get("color_primaries"));
        assertEquals("center", stream.get("chroma_location"));
        assertEquals("1:1", stream.get("sample_aspect_ratio"));
        assertEquals("0", stream.get("has_b_frames"));
        assertEquals("true", stream.get("is_avc"));
        assertEquals("isom", Ffmpeg.format(file).get("TAG:major_brand"));
        assertTrue(Ffmpeg.format(file).keySet().stream().noneMatch(key -> key.contains("creation_time")));
    }

    @ParameterizedTest
    @CsvSource({"0xffffff,0", "0x000000,0", "0x808080,0", "0x1f77b4,3", "0xff7f0e,3", "0xff0000,3", "0x00ff00,3",
            "0x0000ff,3", "0x2ca02c,3", "0xd62728,3"})
    void colorsComeBackRight(String color, int tolerance) throws IOException {
        int rgb = Integer.decode(color);
        FrameSize size = new FrameSize(48, 34);
        Path file = folder.resolve("colors.mp4");
        try (VideoFile video = open(file, size, FrameRate.of(15))) {
            TestFrames frames = new TestFrames(size);
            video.write(frames.flat(rgb), false);
            video.write(frames.flat(rgb), false);
            video.finish();
        }
        byte[] decoded = Ffmpeg.decode(file, "rgb24");
        assertEquals(2 * 3 * size.pixels(), decoded.length);
        for (int i = 0; i < decoded.length; i++) {
            int expected = rgb >> 16 - 8 * (i % 3) & 0xff;
            int actual = decoded[i] & 0xff;
            assertTrue(Math.abs(expected - actual) <= tolerance,
                    color + " came back with " + actual + " for " + expected + " at byte " + i);
        }
    }

    @Test
    void keyframesAreWhereTheyWereAskedForAlsoInARow() throws IOException {
        FrameSize size = new FrameSize(64, 64);
        Path file = folder.resolve("keyframes.mp4");
        try (VideoFile video = open(file, size, FrameRate.of(3))) {
            TestFrames frames = new TestFrames(size);
            for (int i = 0; i < 16; i++) {
                video.write(frames.chart(i), List.of(2, 3, 4, 5).contains(i));
            }
            video.finish();
        }
        List<Boolean> keyframes = Ffmpeg.keyframes(file);
        String marks = keyframes.stream().map(keyframe -> keyframe ? "K" : "-").collect(Collectors.joining());
        assertEquals("K-KKKK-----K----", marks);
        assertEquals(16 * size.pixels() * 3 / 2, Ffmpeg.decode(file, "yuv420p").length);
    }

    @ParameterizedTest
    @CsvSource({"16,16", "96,64"})
    void noiseSurvives(int width, int height) throws IOException {
        FrameSize size = new FrameSize(width, height);
        Path file = folder.resolve("noise.mp4");
        ColorConverter witness = new ColorConverter(size);
        try (VideoFile video = open(file, size, FrameRate.of(30))) {
            TestFrames frames = new TestFrames(size);
            for (int i = 0; i < 12; i++) {
                video.write(frames.noise(i), i % 5 == 0);
            }
            video.finish();
        }
        byte[] decoded = Ffmpeg.decode(file, "yuv420p");
        assertEquals(12 * size.pixels() * 3 / 2, decoded.length);
        YuvPicture last = witness.convert(new TestFrames(size).noise(11));
        double psnr = lumaPsnr(last, decoded, 11 * size.pixels() * 3 / 2);
        assertTrue(psnr > 40, "the last frame of noise has a PSNR of " + psnr + " dB");
    }

    @Test
    void aFrameThatStandsStillStaysAsItIs() throws IOException {
        FrameSize size = new FrameSize(80, 64);
        Path file = folder.resolve("hold.mp4");
        try (VideoFile video = open(file, size, FrameRate.of(15))) {
            TestFrames frames = new TestFrames(size);
            for (int i = 0; i < 40; i++) {
                video.write(frames.chart(Math.min(i, 5)), false);
            }
            video.finish();
        }
        byte[] decoded = Ffmpeg.decode(file, "yuv420p");
        int bytesPerFrame = size.pixels() * 3 / 2;
        assertEquals(40 * bytesPerFrame, decoded.length);
        YuvPicture held = new ColorConverter(size).convert(new TestFrames(size).chart(5));
        assertTrue(lumaPsnr(held, decoded, 39 * bytesPerFrame) > 44);
    }

    @ParameterizedTest
    @EnumSource
    void twoEncodersThatTakeTurnsMakeOneVideo(VideoFile.Encoding encoding) throws IOException {
        FrameSize size = new FrameSize(208, 144);
        FrameRate rate = FrameRate.of(6);
        Path file = folder.resolve("lanes.mp4");
        TestFrames frames = new TestFrames(size);
        try (VideoFile video = new VideoFile(file, size, rate,
                lane -> H264Encoder.ofLane(size, rate, new Quantisers(14, 18, 14), lane), encoding)) {
            for (int i = 0; i < 60; i++) {
                video.write(frames.chart(i), i > 20 && i < 25);
            }
            video.finish();
        }
        byte[] decoded = Ffmpeg.decode(file, "yuv420p");
        int bytesPerFrame = size.pixels() * 3 / 2;
        assertEquals(60 * bytesPerFrame, decoded.length);
        ColorConverter witness = new ColorConverter(size);
        TestFrames again = new TestFrames(size);
        for (int i = 0; i < 60; i++) {
            double psnr = lumaPsnr(witness.convert(again.chart(i)), decoded, i * bytesPerFrame);
            assertTrue(psnr > 36, "frame " + i + " has a PSNR of " + psnr + " dB");
        }
        String marks = Ffmpeg.keyframes(file).stream().map(key -> key ? "K" : "-").collect(Collectors.joining());
        assertEquals("K-----------K--------KKKK-----------K-----------K-----------", marks);
    }

    private static VideoFile open(Path file, FrameSize size, FrameRate rate) throws IOException {
        return new VideoFile(file, size, rate, JcodecEncoder.lanes(size, rate), VideoFile.Encoding.SAME_THREAD);
    }

    private static void writeCharts(Path file, FrameSize size, FrameRate rate, int count) throws IOException {
        TestFrames frames = new TestFrames(size);
        try (VideoFile video = open(file, size, rate)) {
            for (int i = 0; i < count; i++) {
                video.write(frames.chart(i), false);
            }
            video.finish();
        }
    }

    private static double lumaPsnr(YuvPicture picture, byte[] decoded, int start) {
        FrameSize size = picture.size();
        double squares = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int difference = (picture.luma()[y * picture.lumaStride() + x] & 0xff)
                        - (decoded[start + y * size.width() + x] & 0xff);
                squares += difference * difference;
            }
        }
        return 10 * Math.log10(255.0 * 255 * size.pixels() / Math.max(squares, 1e-9));
    }
}
