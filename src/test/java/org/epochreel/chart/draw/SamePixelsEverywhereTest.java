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

    private static final String PAPER = "f7a8fcf941df6c6c315eb12a874032635bb6312a59cbaacdccf73ed43b74df82";

    @ParameterizedTest
    @CsvSource({
        "BLOG, fde5d9b9ae2b82c9a47004a6392e2875b1524d3ebfcde9332d1b6fa693609f5d",
        "PAPER, " + PAPER,
        "MIDNIGHT, 97e471136576b5849b107f3312becde9a4663e9faefcd22b3c978bca7d4ad1b2",
    })
    void picturesHaveTheHashesThatTheyHadElsewhere(ThemeName theme, String hash) {
        assertEquals(hash, Charts.hash(Charts.everything(Theme.of(theme))));
    }

    @ParameterizedTest
    @CsvSource({
        "BLOG, 7b3e6553550886198ebc4bd7ea773396558ea71b576ecb3d5386a978e53b5b1b",
        "PAPER, 9686867548be01d83bb6b6aa181ec3808ca7a55cf13341d4669f7e59ef3cd27d",
        "MIDNIGHT, 5ebd10c5983d251f9fdd267385aa2defbe78f41970353f2b6b2a011ca0a05cef",
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
