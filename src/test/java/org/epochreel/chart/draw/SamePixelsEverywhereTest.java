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

    private static final String PAPER = "59cd778cee7fe67118969b400d2673cf223cf2a4010808fc012ddba453304964";

    @ParameterizedTest
    @CsvSource({
        "BLOG, 61c16982e8b477ff1529d7e2823f2e97f64d250a1ac668dac85d8cfd62b0bbfe",
        "PAPER, " + PAPER,
        "MIDNIGHT, 82675cc82e40857c487ee850549e292f0b37ed1c291535be5a8c5984be0c568b",
    })
    void picturesHaveTheHashesThatTheyHadElsewhere(ThemeName theme, String hash) {
        assertEquals(hash, Charts.hash(Charts.everything(Theme.of(theme))));
    }

    @ParameterizedTest
    @CsvSource({
        "BLOG, 80e81af42197eac72acbd12bf6ab78a1fc2e78ba61214803b783ce853e2da2bd",
        "PAPER, 3e79f883a95b0bfdb8dd844ddfb200a8892367621620065c868dc9736927df92",
        "MIDNIGHT, 9b95b36e447cf4167e97d143a24b7f0bc42073e7fdaa28056d1c51372f6dd404",
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
