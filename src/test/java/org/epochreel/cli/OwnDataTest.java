package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a table that somebody brings along. */
class OwnDataTest {

    @TempDir
    Path directory;

    private final Program program = new Program();

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path temperatures() throws IOException {
        StringBuilder rows = new StringBuilder("Datum;Temperatur\n");
        for (int day = 1; day <= 28; day++) {
            rows.append(day).append(".02.2026;").append(day % 9 - 3).append(',').append(day % 10).append('\n');
        }
        return file("wetter.csv", rows.append("1.03.2026;\n").toString());
    }

    @Test
    void twoCommandsMakeAFilmInTheDatasOwnUnits() throws IOException {
        Path scene = directory.resolve("wetter.yaml");
        assertEquals(0, program.run("new", scene, "--csv", temperatures()), program.said());
        assertEquals(scene + "\n", program.results());
        assertTrue(program.said().contains("separated by semicolons, decimal comma, \"Datum\" holds dates (d.M.yyyy)"),
                program.said());
        assertEquals(0, program.run("render", scene, "-o", directory.resolve("out"), "--set", "training.epochs=4",
                "--set", "video.frames={every: 1}", "--size", "160x120"), program.said());
        String record = Files.readString(directory.resolve("out/wetter.json"));
        assertTrue(record.contains("\"scaling\""), record);
        assertTrue(record.contains("\"divide_by\""), record);
        assertEquals(6, Files.readAllLines(directory.resolve("out/wetter.csv")).size());
    }

    @Test
    void aSceneIsNeverWrittenOverItsTable() throws IOException {
        Path table = temperatures();
        String before = Files.readString(table);
        assertFalse(program.run("new", table, "--csv", table, "--force") == 0);
        assertEquals(before, Files.readString(table));
    }

    @Test
    void whatAnAuthorMayNotHaveMeantIsSaidByEveryCommandThatReadsOneScene() throws IOException {
        Path scene = file("lost.yaml", "title: Fit #7\n"
                + "data: {x: {grid: {from: 0, to: 3, count: 4}}, y: {linear: {a: 1, b: 1}}}\n"
                + "model: linear\ntraining: {epochs: 2, learning-rate: 0.01}\nvideo: {size: 64x48}\n");
        for (String command : new String[] {"check", "train", "still", "render"}) {
            String[] where = switch (command) {
                case "check" -> new String[0];
                case "train" -> new String[] {"-o", directory.resolve("lost-metrics.csv").toString()};
                case "still" -> new String[] {"-o", directory.resolve("lost-still.png").toString()};
                default -> new String[] {"-o", directory.resolve("lost").toString()};
            };
            Object[] line = Stream.concat(Stream.of(command, scene), Stream.of(where)).toArray();
            assertEquals(0, program.run(line), program.said());
            assertTrue(program.said().contains("lost.yaml:1:8: title: warning: what follows # is a comment"),
                    command + ": " + program.said());
        }
    }

    @Test
    void columnsAreChosenOnlyOfATable() {
        assertEquals(2, program.run("new", directory.resolve("a.yaml"), "--x", "time"));
        assertTrue(program.said().contains("name it with --csv"), program.said());
        assertEquals(2, program.run("new", directory.resolve("a.yaml"), "--csv", directory.resolve("none.csv")));
        assertTrue(program.said().contains("there is no file"), program.said());
    }

    @Test
    void aTableThatCannotBeReadIsExplainedAndNothingIsWritten() throws IOException {
        Path table = file("words.csv", "a,b\nx,y\n");
        assertEquals(3, program.run("new", directory.resolve("a.yaml"), "--csv", table));
        assertTrue(program.said().startsWith(table + ":1:1: there are no two columns"), program.said());
        assertFalse(Files.exists(directory.resolve("a.yaml")));
    }

    @Test
    void checkWarnsOfNumbersFarFromOneUnlessTheyAreScaled() throws IOException {
        file("nile.csv", "year,flow\n1871,1120\n1872,1160\n1873,963\n");
        String csv = "data: {csv: {file: nile.csv, x: year, y: flow}%s}\nnetwork: {hidden: [4]}\n";
        Path plain = file("plain.yaml", String.format(csv, ""));
        assertEquals(0, program.run("check", plain));
        assertTrue(program.said().contains("warning: x reaches 1873, and a network learns from numbers near 1"),
                program.said());
        assertTrue(program.said().contains("warning: y reaches 1160"), program.said());
        Path scaled = file("scaled.yaml", String.format(csv, ", scale: standard"));
        assertEquals(0, program.run("check", scaled));
        assertEquals("the scene is valid\n", program.said());
    }

    @Test
    void checkWarnsWhereNothingWillMove() throws IOException {
        Path scene = file("still.yaml", "data: {x: {grid: {from: -1, to: 1, count: 9}}, y: {linear: {a: 1, b: 2}}}\n"
                + "network: {hidden: [4]}\ntraining: {learning-rate: 1e-9, epochs: 100}\n");
        assertEquals(0, program.run("check", scene));
        assertTrue(program.said().contains("training: warning: the curve will hardly move: 100 updates at a learning rate"
                + " of 1e-9"), program.said());
    }

    @Test
    void detailTellsHowATableWasUnderstood() throws IOException {
        Path table = temperatures();
        Path scene = file("a.yaml", "data: {csv: {file: " + table.getFileName()
                + ", x: Datum, y: Temperatur, missing: skip}, scale: standard}\nnetwork: {hidden: [4]}\n");
        assertEquals(0, program.run("check", "-v", scene));
        assertTrue(program.said().contains("28 rows, separated by semicolons, decimal comma, \"Datum\" holds dates"
                + " (d.M.yyyy) from 2026-02-01, 1 row with a missing value left out"), program.said());
    }

    @Test
    void axesAreNamedAfterColumnsWithoutControlCharacters() throws IOException {
        Path table = file("odd.csv", "t,\"v \u001B[31m\"\n1,2\n2,3\n3,5\n");
        Path scene = directory.resolve("odd.yaml");
        assertEquals(0, program.run("new", scene, "--csv", table), program.said());
        assertFalse(program.said().contains("\u001B"), program.said());
        assertFalse(Files.readString(scene).contains("\u001B"));
        assertEquals(0, program.run("still", scene, "-o", directory.resolve("odd.png"), "--size", "160x120", "--set",
                "training.epochs=2"), program.said());
    }
}
