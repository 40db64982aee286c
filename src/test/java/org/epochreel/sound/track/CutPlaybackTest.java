package org.epochreel.sound.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.epochreel.browser.Chromium;
import org.epochreel.frame.FrameRate;
import org.epochreel.sound.AudioTrack;
import org.epochreel.sound.FfmpegSound;
import org.epochreel.sound.FilmTime;
import org.epochreel.sound.Pcm;
import org.epochreel.sound.Signals;
import org.epochreel.sound.aac.AacEncoder;
import org.epochreel.sound.aac.decode.AacDecoder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether players begin a track that was cut without loss on the very sample. */
class CutPlaybackTest {

    private static final int RATE = 44100;
    private static final FilmTime TWO_SECONDS = new FilmTime(FrameRate.of(15), 30);

    @TempDir
    private Path folder;

    private AudioTrack cut(double offset) throws Exception {
        double[] sound = Signals.of(4 * RATE, i -> 0.4 * StrictMath.sin(i * (0.02 + i * 1e-6)));
        AudioTrack track = AacEncoder.encode(new Pcm(RATE, sound, sound), 160_000);
        Path source = Files.write(folder.resolve("source.m4a"), new TestMp4(track, RATE).bytes());
        return SourceTrack.read(source).forFilm(TWO_SECONDS, new TrackEdit(offset, 0, 0), 160_000);
    }

    private static void assertAligned(AudioTrack cut, double[] played) throws Exception {
        double[] ours = AacDecoder.decode(cut).channel(0);
        double agreement = Signals.signalToNoise(ours, played, 0, 2 * RATE);
        assertTrue(agreement > 90, () -> "they agree to " + agreement + " dB");
    }

    @Tag("ffmpeg")
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1.234567})
    void ffmpegPlaysTheCutFromItsFirstSample(double offset) throws Exception {
        AudioTrack cut = cut(offset);
        Path file = Files.write(folder.resolve("cut.m4a"), new TestMp4(cut, RATE).bytes());
        assertAligned(cut, FfmpegSound.decode(file, 2)[0]);
    }

    @Tag("browser")
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1.234567})
    void chromiumPlaysTheCutFromItsFirstSampleToItsLast(double offset) throws Exception {
        AudioTrack cut = cut(offset);
        String file = Base64.getEncoder().encodeToString(new TestMp4(cut, RATE).bytes());
        try (Chromium chromium = new Chromium()) {
            chromium.open(Files.writeString(folder.resolve("empty.html"), "<!doctype html><title>Sound</title>"));
            chromium.run("window.heard = null;"
                    + "const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));"
                    + "new OfflineAudioContext(2, 1, 44100).decodeAudioData(bytes.buffer).then(buffer => {"
                    + "  const samples = new Uint8Array(buffer.getChannelData(0).buffer);"
                    + "  let text = '';"
                    + "  for (const b of samples) text += String.fromCharCode(b);"
                    + "  window.heard = btoa(text);"
                    + "}, error => { window.heard = String(error); });", file);
            chromium.await("window.heard", "window.heard");
            ByteBuffer samples = ByteBuffer.wrap(Base64.getDecoder()
                    .decode((String) chromium.run("return window.heard"))).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(2 * RATE, samples.limit() / 4);
            assertAligned(cut, Signals.of(2 * RATE, i -> samples.getFloat(4 * i)));
        }
    }
}
