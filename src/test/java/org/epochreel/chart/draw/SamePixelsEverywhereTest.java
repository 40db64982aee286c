package org.epochreel.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.chart.pen.Theme;
import org.epochreel.scene.VideoSpec.ThemeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamePixelsEverywhereTest {

    private static final String PAPER = "15127c9198f1c836bbaf3680f4a7ec00e232c87ce0b04d5733a40b4884674c7e";

    @ParameterizedTest
    @CsvSource({
        "BLOG, fde5d9b9ae2b82c9a47004a6392e2875b1524d3ebfcde9332d1b6fa693609f5d",
        "PAPER, " + PAPER,
        "MIDNIGHT, b09a0dfbb63a70561b5b312899608152130326eae8163a8ac0cd79545f2e412a",
    })
    void picturesHaveTheHashesThatTheyHadElsewhere(ThemeName theme, String hash) {
        assertEquals(hash, Charts.hash(Charts.everything(Theme.of(theme))));
    }

    @ParameterizedTest
    @CsvSource({
        "BLOG, 7b3e6553550886198ebc4bd7ea773396558ea71b576ecb3d5386a978e53b5b1b",
        "PAPER, ef569737b2d6e9e4da9e1f0d74cec43da353afee9b40362eb51031697c4103e7",
        "MIDNIGHT, a7f40cdb55cfd8e71b98e5b79be68d4f2672f665d6177445ac8ee53e1a489313",
    })
    void dashboardsHaveTheHashesThatTheyHadElsewhere(ThemeName theme, String hash) {
        assertEquals(hash, Charts.hash(Dashboards.everything(Theme.of(theme))));
    }

    @Test
    void drawingNeedsNoFontOfTheSystemNorItsLocale(@TempDir Path folder) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true", "-Dsun.awt.fontconfig=" + folder.resolve("nowhere.properties"),
                "-Duser.language=ar", "-Duser.country=SA", "-Duser.timezone=Asia/Kathmandu",
                "-Xlog:class+load:file=" + classes, "-cp", System.getProperty("java.class.path"),
                DrawPaper.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), () -> read(folder.resolve("errors.txt")));
        assertEquals(PAPER, printed);
        String loaded = read(classes);
        assertTrue(loaded.contains("sun.java2d.SunGraphics2D "));
        assertFalse(loaded.contains("FontManager "), "a font manager was loaded");
        assertFalse(loaded.contains("sun.font.Font2D "), "a font was loaded");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Draws in a virtual machine of its own. */
    static final class DrawPaper {

        private DrawPaper() {}

        public static void main(String[] args) {
            System.out.print(Charts.hash(Charts.everything(Theme.PAPER)));
        }
    }
}
