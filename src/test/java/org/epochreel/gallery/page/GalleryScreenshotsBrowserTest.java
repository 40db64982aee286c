package org.epochreel.gallery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.browser.Chromium;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves pictures for the eye in {@code target/screenshots}; what a machine can see of a layout is asserted. */
@Tag("browser")
class GalleryScreenshotsBrowserTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"16 seeds,16,0", "64 seeds,64,0", "3 by 16,16,3", "1 seed,1,0"})
    void everyLayoutFitsItsWindow(String name, int columns, int rows) throws IOException {
        SampleGallery sample = new SampleGallery("runs/seed-", new FrameSize(320, 180), 3);
        String[] rates = List.of("1e-3", "1e-2", "1e-1").subList(0, rows).toArray(String[]::new);
        GalleryContents gallery = rows == 0
                ? sample.seedsAlone("A wave, seen by small networks", columns)
                : sample.crossed("A wave at three learning rates", columns, rates);
        sample.write(gallery, folder);
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1440, 390}) {
                for (boolean dark : new boolean[] {false, true}) {
                    chromium.view(width, width > 600 ? 900 : 844, dark);
                    chromium.open(folder.resolve("index.html"));
                    assertEquals(width, chromium.number("document.documentElement.scrollWidth"), name + " at " + width);
                    // Lazy posters load when they come into view.
                    chromium.run("document.querySelectorAll('.screen img').forEach(img => img.loading = 'eager')");
                    chromium.await("[...document.querySelectorAll('.screen img')]"
                                    + ".every(img => img.complete && img.naturalWidth > 0)"
                                    + " && document.querySelector('#wall').readyState >= 2",
                            "document.querySelector('#wall').readyState");
                    Path picture = Path.of("target", "screenshots", name.replace(' ', '-') + "-" + width
                            + (dark ? "-dark" : "-light") + ".png");
                    chromium.screenshot(picture, true);
                    assertTrue(Files.size(picture) > 10_000, picture.toString());
                    assertEquals(List.of(), chromium.complaints());
                }
            }
        }
    }
}
