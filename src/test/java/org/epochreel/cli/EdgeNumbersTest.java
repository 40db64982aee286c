package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes whose numbers reach the end of what a double holds. */
class EdgeNumbersTest {

    @TempDir
    Path directory;

    private final Program program = new Program();

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void aTestSetThatOverflowsLeavesItsColumnEmptyAndIsSaid() throws IOException {
        file("near.csv", "t,v\n1,2\n2,4\n");
        file("far.csv", "t,v\n3e170,1\n");
        Path scene = file("far.yaml", """
                data: {csv: {file: near.csv, x: t, y: v}, test: {file: far.csv}}
                model: linear
                initialisation: {parameters: {a: 0, b: 0}}
                training: {epochs: 3, learning-rate: 0.05}
                video: {size: 320x240, panels: [fit, loss]}
                """);
        assertEquals(0, program.run("render", scene, "-o", directory.resolve("out")), program.said());
        assertTrue(program.said().contains("the test loss is too large for a number at epoch 1"), program.said());
        List<String> rows = Files.readAllLines(directory.resolve("out/far.csv"));
        assertEquals(5, rows.size());
        assertEquals("1", rows.get(1).split(",")[3]);
        assertEquals("", rows.get(4).split(",")[3]);
        String record = Files.readString(directory.resolve("out/far.json"));
        assertTrue(record.contains("\"final_test_loss\" : null")
                && record.contains("\"lowest_test_loss\" : 1"), record);
    }

    @Test
    void theLargestRateOfAllDivergesAndIsDrawn() throws IOException {
        Path scene = file("rate.yaml", """
                data: {x: {grid: {from: -1, to: 2, count: 4}}, y: {expression: "x^2"}}
                network: {hidden: [3]}
                training: {epochs: 2, learning-rate: 1.797693134862315e308}
                video: {size: 160x120}
                """);
        assertEquals(0, program.run("render", scene, "-o", directory.resolve("out")), program.said());
        assertTrue(program.said().contains("diverged there"), program.said());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{biases: 3e210} | 2 | the output layer gives -9.987e209 for point 1, where 3 is wanted; a smaller start",
        "{scale: 1e308, scheme: {normal: {sd: 100}}} | 2"
            + " | its layer 1 weights are too large for numbers; a smaller start",
        "{parameters: {weights: [[[1e200], [1]], [[1e200, 1]]], biases: [[0, 0], [0]]}} | 2"
            + " | the output layer gives what is too large for a number, for point 1; a smaller start",
        "{parameters: {weights: [[[1e300], [1]], [[1, 1]]], biases: [[0, 0], [0]]}} | 9e99"
            + " | layer 1 gives what is too large for a number, for point 2; a smaller start",
        "{seed: 4} | -5e180 | the output layer gives",
    })
    void checkSaysWhatMakesAStartsLossTooLarge(String start, String x, String cause) throws IOException {
        file("few.csv", "t,v\n1,3\n" + x + "," + (x.startsWith("-") ? "7e190" : "4") + "\n");
        Path scene = file("start.yaml", "data: {csv: {file: few.csv, x: t, y: v}}\n"
                + "network: {hidden: [2], activation: " + (x.startsWith("-") ? "tanh" : "relu") + "}\n"
                + "initialisation: " + start + "\ntraining: {loss: mse}\n");
        assertEquals(3, program.run("check", scene), program.said());
        assertTrue(program.said().contains(cause), program.said());
        assertTrue(program.said().contains("start.yaml: "), program.said());
        assertEquals(1, program.run("train", scene, "-o", directory.resolve("start-metrics.csv")));
        assertTrue(program.said().contains(cause), program.said());
    }
}
