package org.epochreel.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.epochreel.frame.FrameRate;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.aac.Adts;
import org.epochreel.sound.aac.decode.AacDecoder;
import org.epochreel.sound.track.SourceTrack;
import org.epochreel.sound.track.TrackEdit;
import org.epochreel.sound.track.TrackException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ffmpeg makes of our streams, and we of its. */
@Tag("ffmpeg")
class SoundFfmpegTest {

    private static final FilmTime MINUTE = new FilmTime(FrameRate.of(15), 900);

    @TempDir
    private Path folder;

    private static Pcm sound(int rate, int channels) {
        double[] left = Signals.of(4 * rate, i -> 0.4 * StrictMath.sin(i * (0.02 + i * 1e-6))
                + (i % 20_000 > 19_900 ? 0.3 * StrictMath.sin(i * 1.1) : 0));
        double[] right = Signals.sum(Signals.sine(4 * rate, rate, 330, 0.3), Signals.noise(4 * rate, 0.02, 3));
        return channels == 1 ? new Pcm(rate, left) : new Pcm(rate, left, right);
    }

    private static void assertAgree(double least, double[] expected, double[] actual, int delay) {
        double[] aligned = Signals.of(expected.length, i -> i + delay < actual.length ? actual[i + delay] : 0);
        double agreement = Signals.signalToNoise(expected, aligned, 0, expected.length - 2048);
        assertTrue(agreement > least, () -> "they agree to " + agreement + " dB");
    }

    @ParameterizedTest
    @CsvSource({"44100, 1, 64000", "44100, 2, 160000", "44100, 2, 32000", "48000, 2, 320000", "48000, 1, 96000"})
    void ffmpegDecodesOursWithoutComplaintToTheSameSamplesAsWe(int rate, int channels, int bitRate) throws Exception {
        AudioTrack track = AacEncoder.encode(sound(rate, channels), bitRate);
        double[][] theirs = FfmpegSound.decode(Files.write(folder.resolve("ours.aac"), Adts.of(track)), channels);
        Pcm ours = AacDecoder.decode(track);
        for (int c = 0; c < channels; c++) {
            assertAgree(110, ours.channel(c), theirs[c], track.priming());
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 2, 96k", "48000, 1, 64k", "22050, 2, 48k", "96000, 2, 128k", "8000, 1, 16k", "32000, 2, 32k"})
    void weDecodeFfmpegsToTheSameSamplesAsItself(int rate, int channels, String bitRate) throws Exception {
        Path file = folder.resolve("theirs.m4a");
        // Without noise substitution, whose noise each decoder draws for itself.
        FfmpegSound.encode(sound(rate, channels), file, "-c:a", "aac", "-b:a", bitRate, "-aac_pns", "0");
        AudioTrack track = SourceTrack.read(file).forFilm(MINUTE, TrackEdit.NONE, 160_000);
        assertEquals(4 * rate, track.length());
        assertEquals(1024, track.priming());
        Pcm ours = AacDecoder.decode(track);
        double[][] theirs = FfmpegSound.decode(file, channels);
        for (int c = 0; c < channels; c++) {
            assertAgree(110, ours.channel(c), theirs[c], 0);
        }
    }

    @Test
    void noiseSubstitutionHasTheRightLevel() throws Exception {
        Path file = folder.resolve("noise.m4a");
        double[] noise = Signals.noise(4 * 44100, 0.2, 3);
        FfmpegSound.encode(new Pcm(44100, noise, noise), file, "-c:a", "aac", "-b:a", "32k");
        Pcm ours = AacDecoder.decode(SourceTrack.read(file).forFilm(MINUTE, TrackEdit.NONE, 160_000));
        double[][] theirs = FfmpegSound.decode(file, 2);
        assertEquals(Signals.level(theirs[0], 5000, 170_000), Signals.level(ours.channel(0), 5000, 170_000), 0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_f64le", "pcm_u8"})
    void wavFilesOfFfmpegAreRead(String codec) throws Exception {
        Path file = folder.resolve("theirs.wav");
        Pcm sound = sound(44100, 2);
        FfmpegSound.encode(sound, file, "-c:a", codec);
        SourceTrack track = SourceTrack.read(file);
        assertEquals(sound.length(), track.length());
        assertEquals(2, track.channels());
        AudioTrack coded = track.forFilm(MINUTE, TrackEdit.NONE, 160_000);
        assertAgree(20, sound.channel(0), AacDecoder.decode(coded).channel(0), 0);
    }

    @ParameterizedTest
    @CsvSource({"alac, m4a, ALAC", "libmp3lame, mp3, MP3", "libopus, mp4, Opus", "flac, flac, FLAC",
        "libopus, ogg, Opus (Ogg)", "libvorbis, ogg, Vorbis (Ogg)", "ac3, mp4, AC-3", "pcm_s16be, aiff, AIFF",
        "aac, mkv, Matroska"})
    void otherFilesOfFfmpegAreRefusedByTheirNames(String codec, String ending, String name) throws Exception {
        Path file = folder.resolve("theirs." + ending);
        FfmpegSound.encode(sound(48000, 2), file, "-c:a", codec, "-b:a", "96k");
        String message = assertThrows(TrackException.class, () -> SourceTrack.read(file)).getMessage();
        assertTrue(message.startsWith("this is " + name), message);
    }

    @Test
    void fragmentsOfFfmpegAreRefused() throws Exception {
        Path file = folder.resolve("fragments.mp4");
        FfmpegSound.encode(sound(48000, 2), file, "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov");
        String message = assertThrows(TrackException.class, () -> SourceTrack.read(file)).getMessage();
        assertTrue(message.startsWith("the MP4 file is in fragments"), message);
    }

    @Test
    void whereFfmpegIsHeardWeAreNotWorse() throws Exception {
        // Stairs of tones and clicks at the same most bits: the worst frame and the mean of noise to mask.
        int length = 6 * 44100;
        double[] left = Signals.of(length, i -> 0.3 * StrictMath.sin(i * 0.05 * (1 + i / 22050 * 0.2))
                + (i % 15_000 == 14_000 ? 0.5 : 0));
        Pcm sound = new Pcm(44100, left, Signals.sine(length, 44100, 523.25, 0.2));
        Path file = folder.resolve("theirs.m4a");
        FfmpegSound.encode(sound, file, "-c:a", "aac", "-b:a", "96k");
        double[][] theirs = FfmpegSound.decode(file, 2);
        Pcm ours = AacDecoder.decode(AacEncoder.encode(sound, 96_000));
        NoiseToMask heardOfTheirs = new NoiseToMask(44100);
        NoiseToMask heardOfOurs = new NoiseToMask(44100);
        for (int c = 0; c < 2; c++) {
            heardOfTheirs.add(sound.channel(c), theirs[c]);
            heardOfOurs.add(sound.channel(c), ours.channel(c));
        }
        assertTrue(heardOfOurs.worst() < heardOfTheirs.worst(),
                () -> heardOfOurs.worst() + " and " + heardOfTheirs.worst());
        assertTrue(heardOfOurs.worst() < 0, () -> "worst " + heardOfOurs.worst());
        assertTrue(heardOfOurs.mean() < -12, () -> "mean " + heardOfOurs.mean());
    }
}
