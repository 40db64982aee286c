package org.epochreel.sound;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs ffmpeg as a witness of what a sound file holds. A test that needs it is tagged {@code ffmpeg}. */
public final class FfmpegSound {

    private FfmpegSound() {
    }

    /** Decodes a file to samples, one array a channel. Fails if the decoder has anything to complain about. */
    public static double[][] decode(Path file, int channels) throws IOException, InterruptedException {
        byte[] raw = run(List.of("ffmpeg", "-v", "warning", "-xerror", "-err_detect", "explode", "-i", file.toString(),
                "-f", "f32le", "-"));
        ByteBuffer samples = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        double[][] decoded = new double[channels][raw.length / (4 * channels)];
        for (int i = 0; i < decoded[0].length; i++) {
            for (int c = 0; c < channels; c++) {
                decoded[c][i] = samples.getFloat();
            }
        }
        return decoded;
    }

    /** Encodes sound by ffmpeg itself, with options that stand before the file's name. */
    public static void encode(Pcm sound, Path file, String... options) throws IOException, InterruptedException {
        ByteBuffer raw = ByteBuffer.allocate(4 * sound.channels() * sound.length()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < sound.length(); i++) {
            for (int c = 0; c < sound.channels(); c++) {
                raw.putFloat((float) sound.channel(c)[i]);
            }
        }
        Path input = Files.write(file.resolveSibling(file.getFileName() + ".raw"), raw.array());
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "f32le", "-ar",
                String.valueOf(sound.sampleRate()), "-ac", String.valueOf(sound.channels()), "-i", input.toString()));
        command.addAll(List.of(options));
        command.add(file.toString());
        run(command);
    }

    private static byte[] run(List<String> command) throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("ffmpeg", ".log");
        try {
            Process process = new ProcessBuilder(command).redirectInput(new File("/dev/null"))
                    .redirectError(complaints.toFile()).start();
            byte[] output;
            try (InputStream stream = process.getInputStream()) {
                output = stream.readAllBytes();
            }
            int exit = process.waitFor();
            // Of a stream without a container it can only guess the length, and says so.
            String said = Files.readString(complaints).lines()
                    .filter(line -> !line.contains("Estimating duration from bitrate")).toList().toString();
            if (exit != 0 || !said.equals("[]")) {
                throw new AssertionError(command + " ended with " + exit + " and said: " + said);
            }
            return output;
        } finally {
            Files.delete(complaints);
        }
    }
}
