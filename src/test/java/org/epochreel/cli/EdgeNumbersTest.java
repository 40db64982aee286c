package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertTrue(record.contains("\"final_test_loss\" : null") && record.contains("\"lowest_test_loss\" : 1"), record);
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
}
