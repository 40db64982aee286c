package org.epochreel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {

    @TempDir
    Path folder;

    private final Program program = new Program();
    private Path scene;
    private Path sheet;

    @BeforeEach
    void writeScene() throws IOException {
        scene = Files.writeString(folder.resolve("wave.yaml"), """
                title: A wave
                data: {x: {grid: {from: -3, to: 3, count: 40}}, y: {expression: "sin(2*x)"}}
                network: {hidden: [6], activation: tanh}
                training:
                  learning-rate: 0.05
                  cutoffs: [{at-epoch: 20, learning-rate: 0.01}]
                  epochs: 60
                video: {size: 320x180, trails: 5, panels: [fit, loss, weights]}
                """);
        sheet = folder.resolve("sheet.png");
    }

    @Test
    void twelveMomentsAreOnOnePicture() throws IOException {
        assertEquals(0, program.run("preview", scene, "-o", sheet), program.said());
        BufferedImage picture = ImageIO.read(sheet.toFile());
        assertEquals(2 * 36 + 4 * 480 + 3 * 28, picture.getWidth());
        assertEquals(72 + 3 * (270 + 34) + 2 * 28 + 36, picture.getHeight());
        Path again = folder.resolve("again.png");
        assertEquals(0, program.run("preview", scene, "-o", again), program.said());
        assertArrayEquals(Files.readAllBytes(sheet), Files.readAllBytes(again));
    }

    @Test
    void aShortRunHasAsManyMomentsAsEpochs() throws IOException {
        assertEquals(0, program.run("preview", scene, "-o", sheet, "--set", "training.epochs=1"), program.said());
        assertEquals(2 * 36 + 2 * 480 + 28, ImageIO.read(sheet.toFile()).getWidth());
    }

    @Test
    void aFileOfSomebodyElseIsKept() throws IOException {
        Files.writeString(sheet, "mine");
        assertEquals(4, program.run("preview", scene, "-o", sheet));
        assertEquals("mine", Files.readString(sheet));
        assertEquals(0, program.run("preview", scene, "-o", sheet, "--force"), program.said());
    }

    @Test
    void theSheetIsAPng() {
        assertEquals(2, program.run("preview", scene, "-o", folder.resolve("sheet.svg")));
        assertTrue(program.said().contains("a preview is a PNG picture"), program.said());
    }
}
