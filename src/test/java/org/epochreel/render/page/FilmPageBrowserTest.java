package org.epochreel.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.epochreel.browser.Chromium;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSink;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.Png;
import org.epochreel.video.TestFrames;
import org.epochreel.video.VideoFile;
import org.epochreel.video.VideoFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class FilmPageBrowserTest {

    private static final FrameSize SIZE = new FrameSize(320, 180);

    @TempDir
    private static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        VideoFormat.Film film = new VideoFormat.Film(
                SIZE, FrameRate.of(10), VideoFormat.Content.CHART, VideoFile.Encoding.SAME_THREAD);
        TestFrames frames = new TestFrames(SIZE);
        Frame last = frames.chart(0);
        try (FrameSink video = VideoFormat.MP4.open(folder.resolve("a film.mp4"), film)) {
            video.write(last, false);
            for (int i = 1; i < 20; i++) {
                last = frames.chart(i);
                video.write(last, false);
            }
            video.finish();
        }
        Files.write(folder.resolve("a film.png"), Png.encode(SIZE, last.pixels()));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void thePagePlaysAtOnceAgainAndAgainAndLoadsNothing() throws IOException {
        FilmPage page = FilmPage.of("A film & its \"title\"", SIZE, folder.resolve("a film.mp4"), "a film.mp4",
                folder.resolve("a film.png"), Optional.empty());
        try (Writer out = Files.newBufferedWriter(folder.resolve("page.html"))) {
            page.write(out);
        }
        // A film that another page still plays is asked for again whenever it begins anew.
        chromium.driver().get("about:blank");
        chromium.requests();
        chromium.open(folder.resolve("page.html"));
        assertPlays();

        assertEquals("A film & its \"title\"", chromium.driver().getTitle());
        assertEquals(List.of(), chromium.requests().stream()
                .filter(url -> !(url.startsWith("file:") && url.endsWith("page.html")) && !url.startsWith("data:")).toList());
        // Twice around: the clock goes back.
        chromium.run("window.wraps = 0; let before = 0; const film = document.querySelector('video');"
                + "film.ontimeupdate = () => { if (film.currentTime < before) window.wraps++; before = film.currentTime; }");
        chromium.await("window.wraps > 0", "document.querySelector('video').currentTime");
        chromium.screenshot(Path.of("target/screenshots/film-page.png"), false);
    }

    @Test
    void aFilmTooLargeForThePageLiesBesideIt() throws IOException {
        FilmPage inside = FilmPage.of("A film", SIZE, folder.resolve("a film.mp4"), "a film.mp4", folder.resolve("a film.png"), Optional.empty());
        FilmPage page = new FilmPage("A film", SIZE, Snippet.address("a film.mp4"), inside.poster(), Optional.empty());
        try (Writer out = Files.newBufferedWriter(folder.resolve("beside.html"))) {
            page.write(out);
        }
        chromium.open(folder.resolve("beside.html"));
        assertPlays();
    }

    @Test
    void theSnippetPlaysInAnotherPage() throws IOException {
        String line = Snippet.of("A \"film\"", SIZE, "a film.mp4", "mp4", "a film.png").orElseThrow();
        Files.writeString(folder.resolve("blog.html"), "<!doctype html><title>blog</title><p>Text</p>" + line);
        chromium.open(folder.resolve("blog.html"));
        assertPlays();
        assertEquals("A \"film\"", chromium.run("return document.querySelector('video').getAttribute('aria-label')"));
    }

    private static void assertPlays() {
        chromium.await("document.querySelector('video').currentTime > 0.3 && !document.querySelector('video').paused",
                "document.querySelector('video').error || document.querySelector('video').readyState");
        assertTrue(chromium.holds("document.querySelector('video').muted && document.querySelector('video').loop"
                + " && document.querySelector('video').playsInline"));
        assertEquals(320, chromium.number("document.querySelector('video').videoWidth"));
        assertEquals(List.of(), chromium.complaints());
    }
}
