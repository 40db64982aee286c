package org.epochreel.video;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs ffmpeg and ffprobe as witnesses of what a file holds. A test that needs it is tagged {@code ffmpeg}. */
public final class Ffmpeg {

    private Ffmpeg() {
    }

    /**
     * Decodes every frame, each as raw bytes one after the other, in a pixel format of ffmpeg's such as
     * {@code yuv420p} or {@code rgb24}. Fails if the decoder has anything to complain about.
     */
    public static byte[] decode(Path video, String pixelFormat) {
        List<String> command = List.of("ffmpeg", "-v", "warning", "-xerror", "-err_detect", "explode", "-i",
                video.toString(), "-sws_flags", "accurate_rnd+full_chroma_int", "-fps_mode", "passthrough", "-pix_fmt",
                pixelFormat, "-f", "rawvideo", "-");
        return run(command, video);
    }

    /** Encodes a moving test picture of ffmpeg's own, {@code options} being those behind its input. */
    public static void film(Path video, String source, String... options) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "warning", "-f", "lavfi", "-i", source));
        command.addAll(List.of(options));
        command.add(video.toString());
        run(command, video);
    }

    /**
     * A coded picture as ffprobe finds it in a file.
     *
     * @param time when it is shown, in units of the stream's time base
     * @param position of its first byte in the file
     * @param size in bytes
     */
    public record Packet(long time, long position, int size, boolean keyframe) {
    }

    /** The chapters, each as its start in seconds and its title. */
    public static List<String> chapters(Path video) {
        return probe(video, "-show_chapters", "-show_entries", "chapter=start_time:chapter_tags=title", "-of", "csv=p=0")
                .lines().toList();
    }

    /** All coded pictures in decoding order. */
    public static List<Packet> packets(Path video) {
        List<Packet> packets = new ArrayList<>();
        String table = probe(video, "-show_entries", "packet=pts,size,pos,flags", "-of", "csv=p=0");
        for (String line : table.lines().toList()) {
            String[] fields = line.split(",");
            packets.add(new Packet(Long.parseLong(fields[0]), Long.parseLong(fields[2]), Integer.parseInt(fields[1]),
                    fields[3].startsWith("K")));
        }
        return packets;
    }

    /** What ffprobe says about the only stream, counted frames included: its own names to its own texts. */
    public static Map<String, String> stream(Path video) {
        return entries(video, "-count_frames", "-select_streams", "v:0", "-show_entries", "stream");
    }

    /** What ffprobe says about the container. */
    public static Map<String, String> format(Path video) {
        return entries(video, "-show_entries", "format");
    }

    /** Presentation times of all frames in units of the stream's time base, in decoding order. */
    public static List<Long> timestamps(Path video) {
        List<Long> times = new ArrayList<>();
        for (String line : probe(video, "-show_entries", "packet=pts", "-of", "csv=p=0").lines().toList()) {
            times.add(Long.parseLong(line.replace(",", "")));
        }
        return times;
    }

    /** For every frame, whether it is a keyframe for ffmpeg. */
    public static List<Boolean> keyframes(Path video) {
        List<Boolean> keyframes = new ArrayList<>();
        for (String line : probe(video, "-show_entries", "frame=key_frame", "-of", "csv=p=0").lines().toList()) {
            keyframes.add(line.startsWith("1"));
        }
        return keyframes;
    }

    private static Map<String, String> entries(Path video, String... options) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : probe(video, options).lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                entries.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return entries;
    }

    private static String probe(Path video, String... options) {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "warning"));
        command.addAll(List.of(options));
        command.add(video.toString());
        return new String(run(command, video), StandardCharsets.UTF_8);
    }

    public static byte[] run(List<String> command, Path video) {
        Path complaints = null;
        try {
            complaints = Files.createTempFile("ffmpeg", ".log");
            Process process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(devNull()))
                    .redirectError(complaints.toFile()).start();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (InputStream input = process.getInputStream()) {
                input.transferTo(output);
            }
            int exit = process.waitFor();
            String said = Files.readString(complaints);
            if (exit != 0 || !said.isBlank()) {
                throw new AssertionError(
                        command.get(0) + " ended with " + exit + " on " + video + " and said: " + said);
            }
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.get(0) + " did not run; these tests need ffmpeg and ffprobe on the path", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " read " + video, e);
        } finally {
            remove(complaints);
        }
    }

    private static File devNull() {
        return new File("/dev/null");
    }

    private static void remove(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
