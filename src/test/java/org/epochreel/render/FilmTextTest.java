package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.files.OutputFiles;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a film says in words, beside its pictures. */
class FilmTextTest {

    private static final String NOTES = "notes: [{at-epoch: 30, text: \"later\", for: 9s},"
            + " {at-epoch: 10, text: \"the rate <rises>\\n & so on\", for: 1s}, {at-epoch: 40, text: never}]";

    @TempDir
    Path directory;

    private Scene scene(String video) throws Exception {
        return SceneReader.read(Files.writeString(directory.resolve("told.yaml"), """
                data: {x: {grid: {from: -1, to: 1, count: 20}}, y: {linear: {a: 1, b: 0}}}
                network: {hidden: [3]}
                training:
                  learning-rate: 0.1
                  epochs: 100
                  cutoffs: [{at-epoch: 10, learning-rate: 0.2}]
                  stop: {loss-change-below: 100, over: 1, not-before: 35}
                video:
                  size: 96x64
                  fps: 20
                  frames: {every: 1}
                  hold: {first: 0s, last: 0s}
                """ + video.indent(2)), List.of());
    }

    private OutputFiles files(String name) {
        return new OutputFiles(directory.resolve(name), "told");
    }

    private OutputFiles render(String video, String name) throws Exception {
        Files.createDirectories(directory.resolve(name));
        SceneRenderer.alone().render(scene(video), files(name), new Silence());
        return files(name);
    }

    @Test
    void notesAreSubtitlesFromTheirEpochToTheFilmsEnd() throws Exception {
        OutputFiles files = render(NOTES + "\nevents: false", "out");

        assertEquals("""
                WEBVTT

                00:00:00.500 --> 00:00:01.500
                the rate &lt;rises&gt; &amp; so on

                00:00:01.500 --> 00:00:01.800
                later
                """, Files.readString(files.of("vtt")));
        assertEquals("""
                1
                00:00:00,500 --> 00:00:01,500
                the rate <rises> & so on

                2
                00:00:01,500 --> 00:00:01,800
                later
                """, Files.readString(files.of("srt")));
        String record = Files.readString(files.record());
        assertTrue(record.contains("\"vtt_sha256\"") && record.contains("\"srt_sha256\""), record);
        assertTrue(record.replaceAll("\\s", "").contains("\"frame_epochs\":[[0,0,1]]"), record);
        assertTrue(SceneRenderer.alone().isRendered(scene(NOTES + "\nevents: false"), files));
    }

    @Test
    void theRecordTellsWhereTheFilmRests() throws Exception {
        String record = Files.readString(render("", "out").record()).replaceAll("\\s", "");
        // 26 frames at epoch 10, the first of which is frame 10.
        assertTrue(record.contains("\"frame_epochs\":[[0,0,1],[11,10,0],[36,11,1]]"), record);
    }

    @Test
    void subtitlesGoWhenTheNotesDo() throws Exception {
        render(NOTES, "out");
        OutputFiles files = render("", "out");
        assertFalse(Files.exists(files.of("vtt")) || Files.exists(files.of("srt")));
    }

    @Test
    void filmsThatRestAndGoBackAreTheSameOnOneThread() throws Exception {
        String story = NOTES + "\nloop: true\nposter: 20";
        OutputFiles files = render(story, "out");
        Files.createDirectories(directory.resolve("others"));
        SceneRenderer.amongOthers().render(scene(story), files("others"), new Silence());
        for (String ending : List.of("mp4", "png", "vtt", "srt", "json")) {
            assertArrayEquals(Files.readAllBytes(files.of(ending)), Files.readAllBytes(files("others").of(ending)), ending);
        }
    }
}
