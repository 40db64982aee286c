package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.files.OutputFiles;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.sound.Tone;
import org.epochreel.sound.track.SourceTrack;
import org.epochreel.video.Ffmpeg;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilmSoundTest {

    private static final int RATE = 44_100;

    @TempDir
    Path directory;

    private Path render(String name, String video) throws Exception {
        Path scene = directory.resolve(name + ".yaml");
        Files.writeString(scene, """
                schema: 1
                data:
                  x: {grid: {from: -1, to: 1, count: 20}}
                  y: {linear: {a: 1, b: 0}}
                network: {hidden: [3]}
                training:
                  learning-rate: 1e-6
                  epochs: 150
                  cutoffs: [{at-epoch: 90, learning-rate: 2e-6}]
                video:
                  size: 96x64
                  hold: {first: 0s, last: 0s}
                  frames: {every: 1}
                  events: false
                  readout: []
                """ + video.indent(2));
        OutputFiles files = new OutputFiles(directory.resolve("out"), name);
        Files.createDirectories(directory.resolve("out"));
        SceneRenderer.alone().render(SceneReader.read(scene, List.of()), files, new Silence());
        return directory.resolve("out").resolve(name + ".mp4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{from: loss}", "{from: gradient-norm, as: chord, scale: minor}",
        "{from: motion, as: pulse, range: [220, 880]}", "{from: learning-rate}"})
    void trainingIsHeardForAsLongAsTheFilmLasts(String audio) throws Exception {
        SourceTrack sound = SourceTrack.read(render("heard", "audio: " + audio + "\nfps: 15"));
        assertEquals(RATE, sound.sampleRate());
        assertEquals(2, sound.channels());
        assertEquals(151 * RATE / 15, sound.length());
    }

    @Test
    void soundIsTheSameOnOneThread() throws Exception {
        byte[] alone = Files.readAllBytes(render("scene", "audio: {from: loss}"));
        OutputFiles files = new OutputFiles(directory, "scene");
        SceneRenderer.amongOthers().render(
                SceneReader.read(directory.resolve("scene.yaml"), List.of()), files, new Silence());
        assertArrayEquals(alone, Files.readAllBytes(directory.resolve("scene.mp4")));
    }

    @Test
    void ownTrackIsCutToTheFilmAndAnotherOneMakesAnotherFilm() throws Exception {
        Files.write(directory.resolve("own.wav"), Tone.wav(20, 0.25));
        Path film = render("own", "audio: {file: own.wav, gain: -6dB, fade-out: 1s, offset: 2s}\nfps: 15");
        assertEquals(151 * RATE / 15, SourceTrack.read(film).length());
        String record = Files.readString(directory.resolve("out/own.json"));
        Files.write(directory.resolve("own.wav"), Tone.wav(20, 0.5));
        render("own", "audio: {file: own.wav, gain: -6dB, fade-out: 1s, offset: 2s}\nfps: 15");
        String other = Files.readString(directory.resolve("out/own.json"));
        assertTrue(!hash(record).equals(hash(other)), "the track is part of what a film is made from");
    }

    private static String hash(String record) {
        return record.lines().filter(line -> line.contains("scene_hash")).findFirst().orElseThrow();
    }

    @Test
    void trackThatCannotBeUsedIsAMistakeOfTheScene() throws Exception {
        Files.write(directory.resolve("short.wav"), Tone.wav(1, 0.25));
        Files.writeString(directory.resolve("song.mp3"), "ID3 not really");
        assertMistake("the track is over before the film begins", "audio: {file: short.wav, offset: 5s}");
        assertMistake("song.mp3\" cannot be used", "audio: {file: song.mp3}");
        assertMistake("there is no file", "audio: {file: none.m4a}");
        assertMistake("exclude each other", "audio: {file: short.wav, from: loss}");
        assertMistake("belongs to file", "audio: {from: loss, gain: 3dB}");
        assertMistake("cannot be played", "audio: {from: loss, range: [400, 500]}");
        assertMistake("is not a gain", "audio: {file: short.wav, gain: loud}");
    }

    private void assertMistake(String sentence, String video) {
        InvalidSceneException refused =
                assertThrows(InvalidSceneException.class, () -> render("refused", video));
        assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
        assertTrue(refused.getMessage().contains("refused.yaml:16:"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"15, pitch", "60, pitch", "60, chord"})
    @Tag("ffmpeg")
    void bellOfACutoffRingsWithinItsFrame(int fps, String form) throws Exception {
        Path film = render("bell", "audio: {from: learning-rate, as: " + form + ", range: [110, 880]}\nfps: " + fps);
        Path pcm = directory.resolve("bell.raw");
        Ffmpeg.run(List.of("ffmpeg", "-v", "error", "-xerror", "-i", film.toString(), "-ac", "1", "-f", "f32be",
                pcm.toString()), film);
        double[] samples = samples(pcm);
        // The bell's fourth partial, which no voice has.
        double turns = 5.4 * 880 / RATE;
        int onset = onset(samples, turns);
        double frame = (double) onset * fps / RATE;
        assertTrue(Math.abs(frame - 90) < 1, "the bell of frame 90 rings at frame " + frame);
    }

    private static double[] samples(Path pcm) throws Exception {
        var floats = java.nio.ByteBuffer.wrap(Files.readAllBytes(pcm)).asFloatBuffer();
        double[] samples = new double[floats.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = floats.get(i);
        }
        return samples;
    }

    /** The middle of the first window in which a partial has a quarter of its greatest strength before the end's bell. */
    private static int onset(double[] samples, double turns) {
        int window = 256;
        int windows = (int) (samples.length * 0.97 - window) / 32;
        double[] strengths = new double[windows];
        double greatest = 0;
        for (int w = 0; w < windows; w++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < window; i++) {
                double hann = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / window);
                real += hann * samples[w * 32 + i] * StrictMath.cos(2 * Math.PI * turns * i);
                imaginary += hann * samples[w * 32 + i] * StrictMath.sin(2 * Math.PI * turns * i);
            }
            strengths[w] = Math.sqrt(real * real + imaginary * imaginary);
            greatest = Math.max(greatest, strengths[w]);
        }
        int first = 0;
        while (strengths[first] < greatest / 4) {
            first++;
        }
        return first * 32 + window / 2;
    }
}
