package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.epochreel.cli.progress.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real program in a temporary folder. */
class MainTest {

    private static final String SCENE = """
            schema: 1
            data:
              x: {grid: {from: -1, to: 1, count: 20}}
              y: {linear: {a: 2, b: 1}}
            network: {hidden: [3]}
            training: {epochs: 12, learning-rate: 0.1, cutoffs: [{at-epoch: 4, learning-rate: 0.2}]}
            video: {size: 160x96, fps: 10, poster: last, hold: {first: 0s, last: 500ms}}
            """;

    @TempDir
    private Path folder;

    private Path scene;
    private final Program program = new Program();

    @BeforeEach
    void writeScene() throws IOException {
        scene = Files.writeString(folder.resolve("line.yaml"), SCENE);
    }

    @Test
    void renderWritesFourFilesAndPrintsOnlyTheVideosPath() throws IOException {
        assertEquals(0, run("render", scene, "-o", folder.resolve("out")));
        assertEquals(folder.resolve("out/line.mp4") + "\n", program.results());
        assertEquals(List.of("line.csv", "line.json", "line.mp4", "line.png"), files(folder.resolve("out")));
    }

    @Test
    void renderSkipsWhatIsThereUnlessForced() throws IOException {
        run("render", scene, "-o", folder.resolve("out"));
        Path video = folder.resolve("out/line.mp4");
        byte[] bytes = Files.readAllBytes(video);
        Object file = Files.readAttributes(video, "unix:ino").get("ino");

        assertEquals(0, run("render", scene, "-o", folder.resolve("out")));
        assertTrue(said().contains("already rendered"), said());
        assertEquals(file, Files.readAttributes(video, "unix:ino").get("ino"));

        assertEquals(0, run("render", scene, "--force", "-o", folder.resolve("out")));
        assertArrayEquals(bytes, Files.readAllBytes(video));
        assertFalse(file.equals(Files.readAttributes(video, "unix:ino").get("ino")), "the file was not written again");
    }

    @Test
    void renderDoesNotSkipADamagedVideoOrAChangedScene() throws IOException {
        run("render", scene, "-o", folder.resolve("out"));
        Path video = folder.resolve("out/line.mp4");
        byte[] bytes = Files.readAllBytes(video);
        Files.write(video, new byte[] {1, 2, 3});
        assertEquals(4, run("render", scene, "-o", folder.resolve("out")));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(video));
        assertEquals(0, run("render", scene, "--force", "-o", folder.resolve("out")));
        assertArrayEquals(bytes, Files.readAllBytes(video));

        run("render", scene, "--set", "training.epochs=13", "-o", folder.resolve("out"));
        assertFalse(java.util.Arrays.equals(bytes, Files.readAllBytes(video)));
    }

    @Test
    void everyMistakeOfEveryFileIsReportedBeforeAnythingIsRendered() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), SCENE.replace("epochs: 12", "epoch: 12")
                .replace("count: 20", "count: -20"));
        assertEquals(3, run("render", scene, wrong, "-o", folder.resolve("out")));
        assertTrue(said().contains(wrong + ":3:"), said());
        assertTrue(said().contains(wrong + ":6:"), said());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void checkWritesNothing() throws IOException {
        assertEquals(0, run("check", scene));
        assertEquals("the scene is valid\n", said());
        assertEquals(List.of("line.yaml"), files(folder));
    }

    @Test
    void twoScenesOfOneNameAreRefused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path twin = Files.writeString(other.resolve("line.yaml"), SCENE);
        assertEquals(2, run("render", scene, twin, "-o", folder.resolve("out")));
        assertTrue(said().contains("line.mp4"), said());
    }

    @Test
    void trainWritesARowAnEpoch() throws IOException {
        Path csv = folder.resolve("deep/line.csv");
        assertEquals(0, run("train", scene, "-o", csv));
        List<String> lines = Files.readAllLines(csv);
        assertEquals("epoch,learning_rate,train_loss,test_loss,gradient_norm,gradient_angle", lines.get(0));
        assertEquals(14, lines.size());
        assertTrue(lines.get(1).matches("0,,[0-9.e-]+,,,"), lines.get(1));
        assertTrue(lines.get(2).matches("1,0\\.1,[0-9.e-]+,,[0-9.e-]+,"), lines.get(2));
        assertTrue(lines.get(6).matches("5,0\\.2,[0-9.e-]+,,[0-9.e-]+,[0-9.e-]+"), lines.get(6));
    }

    @Test
    void aStillOfTheLastEpochIsThePoster() throws IOException {
        run("render", scene, "-o", folder.resolve("out"));
        assertEquals(0, run("still", scene, "-o", folder.resolve("still.png"), "--set", "video.hold.last=0s"));
        run("render", scene, "-o", folder.resolve("short"), "--set", "video.hold.last=0s");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("short/line.png")), Files.readAllBytes(folder.resolve("still.png")));
    }

    @Test
    void aStillPastTheLastEpochIsWrongUsage() throws IOException {
        assertEquals(2, run("still", scene, "--epoch", "13", "-o", folder.resolve("still.png")));
        assertTrue(said().contains("past the last epoch"), said());
        assertFalse(Files.exists(folder.resolve("still.png")));
    }

    @Test
    void aRunThatDivergesCountsAsRendered() throws IOException {
        assertEquals(0, run("render", scene, "--set", "training.learning-rate=1e300", "--set", "training.cutoffs=[]",
                "-o", folder.resolve("out")));
        assertTrue(said().contains("diverged"), said());
        assertTrue(Files.readString(folder.resolve("out/line.json")).contains("\"diverged\""));
    }

    @Test
    void anOutputThatIsAFileIsAnOutputFailure() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertEquals(4, run("render", scene, "-o", file));
        assertTrue(said().startsWith("epochreel: cannot write "), said());
    }

    @Test
    void wrongUsageSaysWhatIsAllowed() {
        assertEquals(2, run());
        assertEquals(2, run("rendr"));
        assertTrue(said().contains("render"), said());
        assertEquals(2, run("render"));
        assertEquals(2, run("render", scene, "-q", "-v"));
    }

    @Test
    void theProgramAndEveryCommandTellWhatTheyTake() {
        assertEquals(0, run("--help"));
        List<String> commands = program.results().lines()
                .dropWhile(line -> !line.equals("Commands:")).skip(1).takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches("  \\w.*")).map(line -> line.trim().split(" ")[0]).toList();
        assertEquals(List.of("render", "preview", "still", "train", "check", "gallery", "batch", "new", "schema", "doctor"), commands);
        for (String command : commands) {
            assertEquals(0, run(command, "--help"));
            assertTrue(program.results().startsWith("Usage: epochreel " + command + " [-hV]"), program.results());
        }
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheRightOne() {
        assertEquals(2, run("chekc"));
        assertTrue(said().contains("epochreel check"), said());
        assertEquals(2, run("render", scene, "--siez", "64x64"));
        assertTrue(said().contains("Possible solutions: --size"), said());
    }

    @Test
    void optionsOfTheSceneMeanWhatItsKeysMean() throws IOException {
        run("render", scene, "--size", "128x64", "--fps", "5", "--seed", "9", "-o", folder.resolve("options"));
        run("render", scene, "-o", folder.resolve("keys"),
                "--set", "video.size=128x64", "--set", "video.fps=5", "--set", "initialisation.seed=9");
        assertArrayEquals(Files.readAllBytes(folder.resolve("keys/line.mp4")),
                Files.readAllBytes(folder.resolve("options/line.mp4")));
        assertEquals(2, run("render", scene, "--set", "nonsense"));
        assertTrue(said().contains("\"nonsense\" has no equals sign"), said());
    }

    @Test
    void quietLeavesResultsAndVerboseAddsTimes() {
        assertEquals(0, run("render", scene, "-q", "-o", folder.resolve("out")));
        assertEquals("", said());
        assertEquals(0, run("render", scene, "--force", "-o", folder.resolve("out")));
        assertEquals(1, said().lines().count(), said());
        assertEquals(0, run("render", scene, "-v", "--force", "-o", folder.resolve("out")));
        assertEquals(3, said().lines().count(), said());
        assertTrue(said().lines().toList().get(2).startsWith("in a page: <video src=\"line.mp4\" "), said());
    }

    @Test
    void aNewSceneRendersAndIsNeverOverwritten() throws IOException {
        Path fresh = folder.resolve("fresh.yaml");
        assertEquals(0, run("new", fresh));
        assertEquals(0, run("check", fresh));
        String text = Files.readString(fresh) + "# mine\n";
        Files.writeString(fresh, text);
        assertEquals(4, run("new", fresh));
        assertTrue(said().contains("fresh.yaml") && said().contains("--force"), said());
        assertEquals(text, Files.readString(fresh));
        assertEquals(0, run("new", fresh, "--force"));
        assertEquals(0, run("check", fresh));
    }

    @Test
    void resultsThatNobodyTakesAreAnOutputFailure() throws IOException {
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        }, true);
        for (Object[] command : List.of(new Object[] {"schema"}, new Object[] {"--help"},
                new Object[] {"render", scene, "-q", "-o", folder.resolve("out")},
                new Object[] {"batch", scene, "-q", "-o", folder.resolve("all")})) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertEquals(4, Main.run(new Console(full, new PrintStream(said, true), false, 80),
                    Stream.of(command).map(Object::toString).toArray(String[]::new)), command[0].toString());
            assertEquals("epochreel: cannot write to standard output: it is closed or takes no more\n", said.toString());
        }
    }

    @Test
    void theSchemaIsPrintedAlone() {
        assertEquals(0, run("schema"));
        assertTrue(program.results().startsWith("{"), "JSON");
        assertEquals("", said());
    }

    @Test
    void theDoctorTakesASceneTheWholeWay() {
        assertEquals(0, run("doctor"));
        assertTrue(program.results().contains("trial: rendered a video of"), "trial");
    }

    private int run(Object... arguments) {
        return program.run(arguments);
    }

    private String said() {
        return program.said();
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
