package org.epochreel.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.aac.Adts;

/**
 * The Java half of {@code scripts/benchmark-sound}. All sound is raw: stereo, 44.1 kHz, little-endian floats of 32 bits.
 *
 * <pre>
 * tones FILE, clicks FILE      writes a signal of twelve seconds
 * encode IN BITRATE OUT.aac    encodes and says how fast
 * compare IN DECODED CODED     prints cells of a table: bit rate, signal to noise, noise to mask
 * </pre>
 */
public final class SoundBenchmark {

    private static final int RATE = 44100;
    private static final int LENGTH = 12 * RATE;
    private static final int LONGEST_DELAY = 3000;

    private SoundBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Path first = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "tones" -> write(first, tones());
            case "clicks" -> write(first, chordWithClicks());
            case "encode" -> encode(read(first), Integer.parseInt(arguments[2]), Path.of(arguments[3]));
            case "compare" -> compare(read(first), read(Path.of(arguments[2])), Files.size(Path.of(arguments[3])));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** A sweep from 30 Hz to 16 kHz on the left, stairs of tones with four partials on the right. */
    private static Pcm tones() {
        double ratio = Math.log(16000.0 / 30);
        double[] left = Signals.of(LENGTH, i -> 0.5 * Math.sin(
                2 * Math.PI * 30 * LENGTH / RATE / ratio * (Math.exp(ratio * i / LENGTH) - 1)));
        double[] right = Signals.of(LENGTH, i -> {
            double hertz = 110 * Math.pow(2, i / (RATE / 2) * 5 / 24.0);
            double part = i % (RATE / 2) / (RATE / 2.0);
            double envelope = Math.min(1, part / 0.02) * Math.min(1, (1 - part) / 0.02);
            double sum = 0;
            for (int p = 1; p <= 4; p++) {
                sum += Math.sin(2 * Math.PI * p * hertz * i / RATE) / (p * p);
            }
            return 0.4 * envelope * sum;
        });
        return new Pcm(RATE, left, right);
    }

    /** A chord of six voices with a click of two samples every 0.37 s. */
    private static Pcm chordWithClicks() {
        double[] notes = {146.83, 220, 293.66, 369.99, 440, 587.33};
        double[] chord = Signals.of(LENGTH, i -> {
            double sum = 0;
            for (double note : notes) {
                sum += Math.sin(2 * Math.PI * note * i / RATE) + 0.3 * Math.sin(4 * Math.PI * note * i / RATE);
            }
            return 0.05 * sum + (i % 16317 < 2 && i > RATE / 4 ? 0.4 : 0);
        });
        double[] other = Signals.of(LENGTH, i -> 0.8 * chord[i]
                + 0.05 * Math.sin(2 * Math.PI * 1174.66 * i / RATE));
        return new Pcm(RATE, chord, other);
    }

    private static void encode(Pcm sound, int bitRate, Path target) throws IOException {
        long start = System.nanoTime();
        AudioTrack track = AacEncoder.encode(sound, bitRate);
        double cold = (System.nanoTime() - start) / 1e9;
        Files.write(target, Adts.of(track));
        System.err.printf(Locale.ROOT, "%.1f s in %.2f s%n", sound.length() / (double) sound.sampleRate(), cold);
    }

    private static void compare(Pcm original, Pcm decoded, long codedBytes) {
        int delay = delay(original.channel(0), decoded.channel(0));
        NoiseToMask measured = new NoiseToMask(original.sampleRate());
        for (int c = 0; c < 2; c++) {
            double[] channel = decoded.channel(c);
            double[] aligned = Signals.of(Math.max(0, channel.length - delay), i -> channel[i + delay]);
            measured.add(original.channel(c), aligned);
        }
        double seconds = original.length() / (double) original.sampleRate();
        System.out.printf(Locale.ROOT, "%.1f | %.1f | %.1f | %.1f at %.2f s | %.1f %%%n", codedBytes * 8 / 1000 / seconds,
                measured.segmentalSignalToNoise(), measured.mean(), measured.worst(), measured.worstTime(),
                100 * measured.audible());
    }

    /** By how many samples the decoded sound is late. */
    private static int delay(double[] original, double[] decoded) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        int length = Math.min(original.length, decoded.length) - LONGEST_DELAY;
        for (int delay = 0; delay < LONGEST_DELAY; delay++) {
            double product = 0;
            for (int i = 0; i < length; i += 7) {
                product += original[i] * decoded[i + delay];
            }
            if (product > most) {
                most = product;
                best = delay;
            }
        }
        return best;
    }

    private static void write(Path file, Pcm sound) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * sound.length()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < sound.length(); i++) {
            bytes.putFloat((float) sound.channel(0)[i]).putFloat((float) sound.channel(1)[i]);
        }
        Files.write(file, bytes.array());
    }

    private static Pcm read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.limit() / 8;
        return new Pcm(RATE, Signals.of(length, i -> bytes.getFloat(8 * i)),
                Signals.of(length, i -> bytes.getFloat(8 * i + 4)));
    }
}
