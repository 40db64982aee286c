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

    private static final String PAPER = "b6aa5aacee08b9ac9171d5d4f68cd6a5fd9029e68c0a0d3a63aba75ac56d8302";

    @ParameterizedTest
    @CsvSource({
        "BLOG, 05efaeb18e3cae50cdc9c846e4f6f8b18248a1b623624302d43cad1f6712297f",
        "PAPER, " + PAPER,
        "MIDNIGHT, b7dadab7b996c2fc9f3c62a5778c4f1671b2fcd6e56cc9eaeec0f38ea0db036f",
    })
    void picturesHaveTheHashesThatTheyHadElsewhere(ThemeName theme, String hash) {
        assertEquals(hash, Charts.hash(Charts.everything(Theme.of(theme))));
    }

    @ParameterizedTest
    @CsvSource({
        "BLOG, a42b3debac357277a6ba621f202b3b4c4187f09776dcc44c1cbd4c3d6e80c697",
        "PAPER, 62bdb60eb4424c131150f3f060eda6f72af6bb2d07eaf0a03f0afe09195a2578",
        "MIDNIGHT, 8bf6a3b5f28bafcbce7810aa3b45e8f0480c5e4628891324aedd69a970d5de5b",
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
