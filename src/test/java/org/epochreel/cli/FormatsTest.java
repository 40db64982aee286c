package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.files.TemporaryName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** A scene's film in every format, as a user gets it. */
class FormatsTest {

    private static final String SCENE = """
            title: A line & a "network"
            data: {x: {grid: {from: -1, to: 1, count: 20}}, y: {linear: {a: 1, b: 0}}}
            network: {hidden: [3]}
            training: {epochs: 9, learning-rate: 0.05}
            video: {size: 96x64, fps: 10, frames: {every: 1}, hold: {first: 0s, last: 0.5s}, formats: [mp4, gif, apng, frames, html]}
            """;
    private static final List<String> ALL = List.of("line.apng", "line.csv", "line.frames", "line.gif", "line.html",
            "line.json", "line.mp4", "line.png");

    @TempDir
    private Path folder;

    private final Program program = new Program();
    private Path scene;
    private Path out;

    @BeforeEach
    void writeScene() throws IOException {
        scene = Files.writeString(folder.resolve("line.yaml"), SCENE);
        out = folder.resolve("out");
    }

    private int render(Object... more) {
        Object[] arguments = Arrays.copyOf(new Object[] {"render", scene, "-o", out}, 4 + more.length);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return program.run(arguments);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyFormatIsWrittenInOnePassAndNotASecondTime() throws IOException {
        assertEquals(0, render(), program.said());
        assertEquals(ALL, names());
        assertEquals(List.of("mp4", "gif", "apng", "frames", "html"), program.results().lines()
                .map(line -> line.substring(line.lastIndexOf('.') + 1)).toList());
        try (var frames = Files.list(out.resolve("line.frames"))) {
            assertEquals(17, frames.count());
        }
        List<String> table = Files.readAllLines(out.resolve("line.frames/frames.csv"));
        assertTrue(table.get(1).startsWith("0,frame-000000.png,0,"), table.get(1));
        assertTrue(table.get(10).startsWith("9,frame-000009.png,9,"), table.get(10));
        assertTrue(table.get(15).startsWith("14,frame-000014.png,9,"), table.get(15));
        assertEquals(150, gifHundredths(out.resolve("line.gif")));
        assertEquals(0, render(), program.said());
        assertTrue(program.said().contains("already rendered"), program.said());
    }

    private static int gifHundredths(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            int sum = 0;
            for (int i = 0; i < reader.getNumImages(true); i++) {
                var root = (Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                var control = (Element) root.getElementsByTagName("GraphicControlExtension").item(0);
                sum += Integer.parseInt(control.getAttribute("delayTime"));
            }
            return sum;
        }
    }

    @Test
    void theSameSceneGivesTheSameBytesInEveryFormatAndTheSameVideoWithoutThem() throws IOException {
        assertEquals(0, render());
        Path again = folder.resolve("again");
        assertEquals(0, program.run("batch", scene, "-o", again), program.said());
        for (String name : ALL) {
            if (!name.endsWith(".frames")) {
                assertArrayEquals(Files.readAllBytes(out.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
            }
        }
        Path plain = folder.resolve("plain");
        assertEquals(0, program.run("render", scene, "-o", plain, "--set", "video.formats=mp4"), program.said());
        assertArrayEquals(Files.readAllBytes(out.resolve("line.mp4")), Files.readAllBytes(plain.resolve("line.mp4")));
    }

    @Test
    void aSceneThatNamesNoFormatHasTheHashThatItAlwaysHad() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.yaml"), SCENE.replace(", formats: [mp4, gif, apng, frames, html]",
                ""));
        Path named = Files.writeString(folder.resolve("named.yaml"), SCENE.replace("[mp4, gif, apng, frames, html]", "mp4"));
        assertEquals(0, program.run("render", plain, named, "-o", out), program.said());
        assertFalse(Files.readString(out.resolve("plain.json")).contains("formats"));
        assertEquals(hash("plain"), hash("named"));
    }

    private String hash(String name) throws IOException {
        return Files.readString(out.resolve(name + ".json")).replaceAll("(?s).*\"scene_hash\"\\s*:\\s*\"(\\w+)\".*", "$1");
    }

    @Test
    void aFormatThatIsNoLongerWantedGoesWithItsFile() throws IOException {
        assertEquals(0, render());
        assertEquals(0, render("--set", "video.formats=[gif, frames]"), program.said());
        assertTrue(program.said().contains("rendered anew, video.formats"), program.said());
        assertEquals(List.of("line.csv", "line.frames", "line.gif", "line.json", "line.png"), names());
        assertEquals(0, render(), program.said());
        assertEquals(ALL, names());
    }

    @Test
    void aChangedFilmIsMadeAnew() throws IOException {
        assertEquals(0, render());
        Files.delete(out.resolve("line.gif"));
        assertEquals(0, render(), program.said());
        assertTrue(program.said().contains("line.gif is missing"), program.said());
        assertEquals(ALL, names());
    }

    @Test
    void whatOthersWroteUnderAFilmsNameStays() throws IOException {
        Files.createDirectories(out);
        Path gif = Files.writeString(out.resolve("line.gif"), "mine");
        assertEquals(4, render());
        assertTrue(program.said().contains("line.gif"), program.said());
        assertEquals("mine", Files.readString(gif));
        assertEquals(0, render("--force"), program.said());
        assertEquals(150, gifHundredths(gif));
    }

    @Test
    void aFolderInWhichSomebodyWorkedStays() throws IOException {
        assertEquals(0, render());
        Path notes = Files.writeString(out.resolve("line.frames/notes.txt"), "frame 7 for the cover");
        assertEquals(4, render(), program.said());
        assertTrue(program.said().contains("a folder of that name is there"), program.said());
        assertEquals("frame 7 for the cover", Files.readString(notes));
        assertEquals(0, render("--force"), program.said());
        assertFalse(Files.exists(notes));
        assertEquals(ALL, names());
    }

    @Test
    void aFolderFromWhichASceneReadsIsNeverReplaced() throws IOException {
        assertEquals(0, render());
        Path table = out.resolve("line.frames/frames.csv");
        Files.writeString(scene, SCENE.replace("{x: {grid: {from: -1, to: 1, count: 20}}, y: {linear: {a: 1, b: 0}}}",
                "{csv: {file: out/line.frames/frames.csv, x: frame, y: epoch}}"));
        assertEquals(2, render("--force"), program.said());
        assertTrue(program.said().contains("would be written over"), program.said());
        assertTrue(Files.exists(table));
    }

    @Test
    void whatAKilledRunLeftOfAFolderIsTakenAway() throws IOException {
        Files.createDirectories(out);
        ProcessIdentity self = ProcessIdentity.current();
        ProcessIdentity dead = new ProcessIdentity(self.machine(), self.pid(), self.start() + 1);
        Path left = Files.createDirectory(TemporaryName.of(out.resolve("line.frames"), dead));
        Files.writeString(left.resolve("frame-000000.png"), "half");
        assertEquals(0, render(), program.said());
        assertEquals(ALL, names());
    }

    @Test
    void thePageHoldsFilmAndPosterAndAsksForNothing() throws IOException {
        assertEquals(0, render());
        String page = Files.readString(out.resolve("line.html"));

        assertTrue(page.contains("<title>A line &amp; a \"network\"</title>"), page.substring(0, 600));
        assertTrue(page.contains("muted autoplay loop playsinline"));
        String video = page.replaceAll("(?s).*src=\"data:video/mp4;base64,([^\"]*)\".*", "$1");
        assertArrayEquals(Files.readAllBytes(out.resolve("line.mp4")), Base64.getDecoder().decode(video));
        String poster = page.replaceAll("(?s).*poster=\"data:image/png;base64,([^\"]*)\".*", "$1");
        assertArrayEquals(Files.readAllBytes(out.resolve("line.png")), Base64.getDecoder().decode(poster));
        assertFalse(page.contains("http:") || page.contains("https:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "render"})
    void whatAFormatCannotShowIsSaid(String command) {
        String[] more = {"--set", "video.formats=[gif]", "--set", "video.fps=120", "--set", "video.audio={from: loss}"};
        assertEquals(0, program.run(Stream.concat(Stream.of(command, scene),
                Stream.concat(Stream.of(more), command.equals("check") ? Stream.of() : Stream.of("-o", out))).toArray()));
        assertTrue(program.said().contains(
                "a GIF can tell no more than 50 frames a second; of the video's 120 it shows one in 3"), program.said());
        assertTrue(program.said().contains("the film's sound is only in an MP4"), program.said());
    }

    @Test
    void aNarrowerGifIsOne() throws IOException {
        assertEquals(0, render("--set", "video.formats=[{gif: {width: 48}}]"), program.said());
        assertEquals(48, ImageIO.read(out.resolve("line.gif").toFile()).getWidth());
        assertEquals(32, ImageIO.read(out.resolve("line.gif").toFile()).getHeight());
    }

    @Test
    void aGalleryWantsVideos() throws IOException {
        Files.writeString(scene, SCENE.replace("[mp4, gif, apng, frames, html]", "[gif]"));
        assertEquals(2, program.run("gallery", scene, "--seeds", "1..2", "-o", out), program.said());
        assertTrue(program.said().contains("a gallery shows videos; add mp4 to video.formats"), program.said());
    }
}
