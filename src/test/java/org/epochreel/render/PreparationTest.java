package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.chart.pen.Typefaces;
import org.epochreel.files.OutputFiles;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

    @TempDir
    private Path folder;

    @Test
    void drawsAndEncodesWithoutAFailure() {
        assertDoesNotThrow(Preparation.begin(new Typefaces())::await);
    }

    @Test
    void changesNoFile() throws Exception {
        Path file = Files.writeString(folder.resolve("line.yaml"), """
                data: {x: {grid: {from: -1, to: 1, count: 20}}, y: {linear: {a: 2, b: 1}}}
                model: linear
                training: {epochs: 12, learning-rate: 0.1}
                video: {size: 160x120, theme: blog}
                """);
        Scene scene = SceneReader.read(file, ImmutableList.of());
        SceneRenderer.preparing().render(scene, new OutputFiles(folder.resolve("a"), "line"), new Silence());
        SceneRenderer.amongOthers().render(scene, new OutputFiles(folder.resolve("b"), "line"), new Silence());
        List<String> names = List.of("line.csv", "line.json", "line.mp4", "line.png");
        for (String name : names) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("b").resolve(name)),
                    Files.readAllBytes(folder.resolve("a").resolve(name)), name);
        }
        try (var files = Files.list(folder.resolve("a"))) {
            assertEquals(names, files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }
}
