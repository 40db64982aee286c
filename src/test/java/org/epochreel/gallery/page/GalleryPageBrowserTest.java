package org.epochreel.gallery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.epochreel.browser.Chromium;
import org.epochreel.frame.FrameSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

@Tag("browser")
class GalleryPageBrowserTest {

    private static final String TITLE = "<script>window.broken = 1</script> & \"quoted\" </title></script>";
    private static final FrameSize SIZE = new FrameSize(160, 96);
    private static final int MEMBERS = 8;
    private static final double FRAME = 1 / 15.0;

    @TempDir
    private static Path folder;

    private static GalleryContents gallery;
    private static Chromium chromium;

    @BeforeAll
    static void writeTheGalleries() throws IOException {
        SampleGallery sample = new SampleGallery("runs/seed-", SIZE, 45);
        gallery = sample.seedsAlone(TITLE, MEMBERS);
        sample.write(gallery, folder);
        SampleGallery hostile = new SampleGallery("a b#1?x=%41&\"'<\u00e9>; javascript:", SIZE, 6);
        hostile.write(hostile.seedsAlone("Names", 2), folder.resolve("hostile"));
        SampleGallery crossed = new SampleGallery("runs/seed-", SIZE, 3);
        crossed.write(crossed.crossed("Crossed", 3, "1e-3", "1e-2"), folder.resolve("crossed"));
        chromium = new Chromium();
    }

    @AfterAll
    static void endTheBrowser() {
        chromium.close();
    }

    @BeforeEach
    void openThePage() {
        chromium.requests();
        chromium.view(1440, 900, false);
        chromium.open(folder.resolve("index.html"));
    }

    @AfterEach
    void nothingWentWrongAndNothingWasAskedOfTheNetwork() {
        assertEquals(List.of(), chromium.complaints());
        List<String> requests = chromium.requests();
        assertTrue(requests.stream().anyMatch(url -> url.startsWith("file:")), "no request was seen: " + requests);
        // The browser draws its own controls with pictures from chrome:, and opens a tab of its own before ours.
        assertEquals(List.of(), requests.stream().filter(url -> !url.matches("(file|data|chrome|chrome-untrusted):.*")).toList());
    }

    private static double video(int number, String property) {
        return chromium.number("document.querySelector('#member-" + number + " video')." + property);
    }

    private static void awaitVideo(int number, String condition) {
        String video = "document.querySelector('#member-" + number + " video')";
        chromium.await("(video => " + condition + ")(" + video + ")",
                "(video => [video.readyState, video.paused, video.currentTime, video.error?.message])(" + video + ")");
    }

    @Test
    void theTitleStaysText() {
        assertEquals(TITLE, chromium.driver().getTitle());
        assertEquals(TITLE, chromium.element("h1").getText());
        assertTrue(chromium.holds("window.broken === undefined"));
        assertEquals(1, chromium.elements("script").size());
    }

    @Test
    void everyVideoHasItsDurationAndSizeAndPlays() {
        for (int number = 1; number <= MEMBERS; number++) {
            Clip clip = gallery.members().get(number - 1).video();
            chromium.run("document.querySelector('#member-" + number + " .play').click()");
            awaitVideo(number, "!video.paused && video.currentTime > 0.4");
            assertEquals(clip.seconds(), video(number, "duration"), 1e-3);
            assertEquals(SIZE.width(), (int) video(number, "videoWidth"));
            assertEquals(SIZE.height(), (int) video(number, "videoHeight"));
            assertTrue(chromium.holds("document.querySelector('#member-" + number + " .screen.live')"));
            assertEquals("true", chromium.element("#member-" + number + " .play").getDomAttribute("aria-pressed"));
            chromium.run("document.querySelector('#member-" + number + " .play').click()");
            awaitVideo(number, "video.paused");
            assertTrue(chromium.holds("document.querySelector('#member-" + number + " video').error === null"));
        }
    }

    @Test
    void theWallPlays() {
        chromium.run("document.querySelector('#wall').play()");
        chromium.await("document.querySelector('#wall').currentTime > 0.4",
                "document.querySelector('#wall').currentTime");
        assertEquals(3.0, chromium.number("document.querySelector('#wall').duration"), 1e-3);
    }

    @Test
    void aMemberPlaysWhileThePointerOrTheFocusIsOnIt() {
        chromium.show("#member-2");
        new Actions(chromium.driver()).moveToElement(chromium.element("#member-2 .screen")).perform();
        awaitVideo(2, "!video.paused && video.currentTime > 0");
        chromium.await("document.querySelector('#named').textContent === 'Seed 2, ran all epochs, final loss 2.796'",
                "document.querySelector('#named').textContent");
        assertTrue(chromium.holds("document.querySelector('#lit').getAttribute('d') ==="
                + " document.querySelector('#lines a[data-number=\"2\"] path').getAttribute('d')"));
        new Actions(chromium.driver()).moveToElement(chromium.element("#members-title")).perform();
        awaitVideo(2, "video.paused");
        assertFalse(chromium.holds("document.querySelector('#member-2 .live')"));
        chromium.run("document.querySelector('#direction').focus()");
        new Actions(chromium.driver()).sendKeys(Keys.TAB).perform();
        awaitVideo(1, "!video.paused && video.currentTime > 0");
        new Actions(chromium.driver()).sendKeys(Keys.TAB).perform();
        awaitVideo(1, "video.paused");
    }

    @Test
    void aCurveUnderThePointerLightsItsCardAndLeadsToIt() {
        // Where the diverged sixth curve meets no other.
        chromium.run("""
                const box = document.querySelector('#lines').getBoundingClientRect();
                const points = document.querySelector('#lines a[data-number="6"] path').getAttribute('d')
                    .slice(1).split('L').map(pair => pair.split(' ').map(Number));
                const [x, y] = points.find(([, y]) => y > 30 && y < 80 || y > 520 && y < 570);
                for (const type of ['pointermove', 'click']) {
                    document.querySelector('#lines').dispatchEvent(new PointerEvent(type, {bubbles: true,
                        cancelable: true, detail: 1,
                        clientX: box.left + x / 1000 * box.width, clientY: box.top + y / 600 * box.height}));
                }""");
        assertTrue(chromium.holds("document.querySelector('#member-6').classList.contains('lit')"));
        assertTrue(chromium.holds("document.activeElement === document.querySelector('#member-6 .play')"));
    }

    @Test
    void arrowsGoFromCurveToCurve() {
        chromium.run("document.querySelector('#lines a[tabindex=\"0\"]').focus()");
        new Actions(chromium.driver()).sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT).perform();
        assertTrue(chromium.holds("document.activeElement.dataset.number === '3'"));
        assertTrue(chromium.holds("document.querySelector('#member-3').classList.contains('lit')"));
        assertEquals(1, chromium.elements("#lines a[tabindex='0']").size());
    }

    private static List<Integer> numbers(String selector) {
        return chromium.elements(selector).stream()
                .map(element -> Integer.valueOf(element.getDomAttribute("data-number")))
                .toList();
    }

    private static List<Integer> sorted(Comparator<PageMember> comparator) {
        return IntStream.rangeClosed(1, MEMBERS).boxed()
                .sorted(Comparator.comparing(number -> gallery.members().get(number - 1), comparator))
                .toList();
    }

    @Test
    void cardsAndRowsAreSortedTogether() {
        List<Integer> byLoss = sorted(Comparator.comparingDouble(member -> member.outcome().finalTrainLoss()));
        chromium.element("#sort option[value=final]").click();
        assertEquals(byLoss, numbers("#grid .card"));
        assertEquals(byLoss, numbers("#rows tr"));
        assertEquals(6, byLoss.get(MEMBERS - 1));
        assertEquals("ascending", chromium.element("th[data-key=final]").getDomAttribute("aria-sort"));
        assertNull(chromium.element("th[data-key=order]").getDomAttribute("aria-sort"));

        chromium.click("#direction");
        assertEquals(sorted(Comparator.comparingDouble(member ->
                Double.isFinite(member.outcome().finalTrainLoss()) ? -member.outcome().finalTrainLoss() : 0)),
                numbers("#grid .card"));
        assertEquals("descending", chromium.element("th[data-key=final]").getDomAttribute("aria-sort"));

        chromium.click("th[data-key=epochs] button");
        assertEquals(sorted(Comparator.comparingInt(member -> member.outcome().epochs())), numbers("#grid .card"));
        chromium.click("th[data-key=test] button");
        assertEquals(sorted(Comparator.comparingDouble(member -> member.outcome().test().orElseThrow().lowest())),
                numbers("#rows tr"));
        chromium.element("#sort option[value=order]").click();
        assertEquals(IntStream.rangeClosed(1, MEMBERS).boxed().toList(), numbers("#grid .card"));
    }

    private static List<Integer> visible(String selector) {
        List<Integer> numbers = new ArrayList<>();
        chromium.elements(selector).stream()
                .filter(element -> element.isDisplayed())
                .forEach(element -> numbers.add(Integer.valueOf(element.getDomAttribute("data-number"))));
        return numbers;
    }

    @Test
    void statesCanBeHiddenAndTheCountIsTold() {
        assertEquals("8 of 8 shown", chromium.element("#shown").getText());
        assertEquals("polite", chromium.element("#shown").getDomAttribute("aria-live"));
        chromium.click(".filter[value=stopped]");
        assertEquals(List.of(2, 5, 6, 8), visible("#grid .card"));
        assertEquals(List.of(2, 5, 6, 8), visible("#rows tr"));
        assertEquals("4 of 8 shown", chromium.element("#shown").getText());
        chromium.click(".filter[value=diverged]");
        assertEquals(List.of(2, 5, 8), visible("#grid .card"));
        chromium.click(".filter[value=finished]");
        assertEquals(List.of(), visible("#grid .card"));
        assertTrue(chromium.element("#none").isDisplayed());
        chromium.click(".filter[value=stopped]");
        assertEquals(List.of(1, 3, 4, 7), visible("#grid .card"));
    }

    @Test
    void allInStepStaysWithinTwoFrames() {
        chromium.run("document.querySelector('#members').scrollIntoView({behavior: 'instant'})");
        chromium.click("#step");
        String playing = "[...document.querySelectorAll('.card video')].filter(video => video.currentTime > 0)";
        chromium.await(playing + ".length === " + MEMBERS, playing + ".map(video => video.currentTime)");
        for (int sample = 0; sample < 12; sample++) {
            Chromium.pause(130);
            List<?> times = (List<?>) chromium.run("return [...document.querySelectorAll('.card video')]"
                    + ".filter(video => !video.ended).map(video => video.currentTime)");
            double least = times.stream().mapToDouble(time -> ((Number) time).doubleValue()).min().orElseThrow();
            double most = times.stream().mapToDouble(time -> ((Number) time).doubleValue()).max().orElseThrow();
            assertTrue(most - least <= 2 * FRAME, times.toString());
        }
        double wall = chromium.number("document.querySelector('#wall').currentTime");
        double clock = chromium.number("Number(document.querySelector('#position').value)");
        assertEquals(clock, wall, 0.4, "the wall plays in step with its members");
        chromium.click("#step");
        chromium.await("document.querySelector('#wall').paused", "'the wall plays'");
        chromium.await("[...document.querySelectorAll('.card video')].every(video => video.paused)", "'some play'");
        chromium.await("[...document.querySelectorAll('.card video')].every(video => !video.seeking)", "'some seek'");
        List<?> times = (List<?>) chromium.run(
                "return [...document.querySelectorAll('.card video')].map(video => video.currentTime)");
        double position = chromium.number("Number(document.querySelector('#position').value)");
        for (int i = 0; i < MEMBERS; i++) {
            double expected = Math.min(position, gallery.members().get(i).video().seconds());
            assertEquals(expected, ((Number) times.get(i)).doubleValue(), 2.5 * FRAME, times.toString());
        }
    }

    @Test
    void whoStopsTheWallStopsAll() {
        chromium.click("#step");
        chromium.await("!document.querySelector('#wall').paused && document.querySelector('#wall').currentTime > 0.2",
                "document.querySelector('#wall').currentTime");
        chromium.run("document.querySelector('#wall').pause()");
        chromium.await("document.querySelector('#step').textContent === 'Play all in step'"
                + " && [...document.querySelectorAll('.card video')].every(video => video.paused)", "'some play'");
    }

    @Test
    void onAPhoneEveryFigureHasItsNameAndNothingIsCut() {
        chromium.view(390, 844, false);
        assertTrue(chromium.holds("[...document.querySelectorAll('#rows td')].filter(cell => cell.textContent.trim())"
                + ".every(cell => cell.dataset.label && cell.getBoundingClientRect().right <= innerWidth)"));
        chromium.open(folder.resolve("crossed/index.html"));
        assertTrue(chromium.holds("document.documentElement.scrollWidth <= innerWidth"));
    }

    @Test
    void sixteenColumnsFitAWindow() throws IOException {
        SampleGallery sample = new SampleGallery("runs/seed-", SIZE, 3);
        sample.write(sample.crossed("Wide", 16, "1e-3", "1e-2"), folder.resolve("wide"));
        chromium.open(folder.resolve("wide/index.html"));
        assertTrue(chromium.holds("[...document.querySelectorAll('.cross .card')]"
                + ".every(card => card.getBoundingClientRect().right <= innerWidth)"));
    }

    @Test
    void theSliderPlacesAllMembersAtOneTime() {
        chromium.run("document.querySelector('#members').scrollIntoView({behavior: 'instant'})");
        chromium.await("[...document.querySelectorAll('.card')].length === " + MEMBERS, "0");
        chromium.run("const slider = document.querySelector('#position'); slider.value = 1.7;"
                + " slider.dispatchEvent(new Event('input'))");
        chromium.await("[...document.querySelectorAll('.screen.live video')]"
                        + ".filter(video => !video.seeking && video.currentTime === 1.7).length === " + MEMBERS,
                "[...document.querySelectorAll('.card video')].map(video => video.currentTime)");
        assertEquals("1.7 s", chromium.element("#clock").getText());
        new Actions(chromium.driver()).sendKeys(Keys.ESCAPE).perform();
        assertEquals(0, chromium.elements(".screen.live").size());
    }

    @Test
    void theThemeFollowsTheSystemUntilItIsChosen() {
        String ground = "getComputedStyle(document.body).backgroundColor";
        assertEquals("rgb(251, 250, 247)", chromium.run("return " + ground));
        chromium.view(1440, 900, true);
        assertEquals("rgb(16, 21, 28)", chromium.run("return " + ground));
        chromium.click("#theme");
        assertEquals("Theme: light", chromium.element("#theme").getText());
        assertEquals("rgb(251, 250, 247)", chromium.run("return " + ground));
        chromium.click("#theme");
        assertEquals("rgb(16, 21, 28)", chromium.run("return " + ground));
        chromium.click("#theme");
        assertEquals("Theme: auto", chromium.element("#theme").getText());
    }

    @Test
    void everyControlHasANameAndEveryLinkAFile() {
        assertEquals(List.of(), chromium.run("""
                return [...document.querySelectorAll('button, a, input, select, video:not([aria-hidden])')]
                    .filter(control => !(control.getAttribute('aria-label') || control.textContent.trim()
                        || control.labels?.length))
                    .map(control => control.outerHTML)"""));
        assertEquals(1, chromium.elements("main").size());
        List<?> links = (List<?>) chromium.run("return [...document.querySelectorAll('main a, footer a')]"
                + ".filter(link => !(link instanceof SVGElement)).map(link => link.href)"
                + ".filter(url => !url.includes('#'))");
        assertEquals(MEMBERS * 5 + 1, links.size());
        for (Object link : links) {
            assertTrue(Path.of(URI.create((String) link)).toFile().isFile(), link.toString());
        }
    }

    @Test
    void hostileFileNamesPlay() {
        chromium.open(folder.resolve("hostile/index.html"));
        for (int number = 1; number <= 2; number++) {
            chromium.run("document.querySelector('#member-" + number + " .play').click()");
            awaitVideo(number, "video.currentTime > 0.1");
            chromium.await("document.querySelector('#member-" + number + " img').naturalWidth === 160", "'no poster'");
        }
    }

    @Test
    void aCrossedGalleryIsATableOfRowsAndColumns() {
        chromium.open(folder.resolve("crossed/index.html"));
        assertEquals(List.of("1", "2", "3"), chromium.elements(".cross thead th").stream()
                .map(head -> head.getText()).toList());
        assertEquals(List.of("1e-3", "1e-2"), chromium.elements(".cross tbody th").stream()
                .map(head -> head.getText()).toList());
        assertEquals(List.of(4, 5, 6), numbers(".cross tbody tr:nth-child(2) .card"));
        chromium.click(".figures th[data-key=final] button");
        assertEquals(List.of(1, 2, 3, 4, 5, 6), numbers(".cross .card"));
        chromium.run("document.querySelector('#member-4 .play').click()");
        awaitVideo(4, "video.currentTime > 0.05");
    }
}
