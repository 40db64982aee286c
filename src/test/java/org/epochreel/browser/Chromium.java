package org.epochreel.browser;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, with a profile of its own. Closing ends it and removes the profile. */
public final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path profile;
    private final ChromeDriver driver;

    /** Draws without any graphics processor; quick, but pages read blue up to 7 levels wrong from videos. */
    public Chromium() {
        this(List.of("--disable-gpu"));
    }

    /** Draws through SwiftShader, which converts a video's colors as graphics processors do. */
    public static Chromium withShaders() {
        return new Chromium(
                List.of("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"));
    }

    private Chromium(List<String> graphics) {
        try {
            profile = Files.createTempDirectory("epochreel-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a browser profile", e);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--force-color-profile=srgb", "--hide-scrollbars", "--user-data-dir=" + profile);
        options.addArguments(graphics);
        options.setCapability("goog:loggingPrefs", logs);
        // Both paths are given, so that Selenium looks for neither on the network.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    public void open(String url) {
        driver.get(url);
    }

    public void open(Path file) {
        open(file.toUri().toASCIIString());
    }

    /** Lays the page out as in a window of that many CSS pixels, light or dark. */
    public void view(int width, int height, boolean dark) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of(
                "width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** What {@code return ...} in the body of a function gives, with {@code arguments} 0, 1, ... */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public double number(String expression, Object... arguments) {
        return ((Number) run("return " + expression, arguments)).doubleValue();
    }

    public boolean holds(String expression, Object... arguments) {
        return (Boolean) run("return Boolean(" + expression + ")", arguments);
    }

    /** Waits until an expression is true; fails after half a minute, with the value of another expression. */
    public void await(String condition, String evidence) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                fail("in " + PATIENCE.toSeconds() + " s it never held that " + condition + "; it is "
                        + run("return " + evidence));
            }
            pause(20);
        }
    }

    public static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }

    /** Brings the element to the middle of the window, without an animation, and clicks there. */
    public void click(String selector) {
        show(selector);
        element(selector).click();
    }

    /** Brings the element to the middle of the window without an animation. */
    public void show(String selector) {
        run("document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})", selector);
    }

    public WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** The console's warnings and errors since the last call. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that pages have asked for since the last call. */
    public List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
                .toList();
    }

    /** The whole page, or only what is in view, as a PNG. */
    public void screenshot(Path file, boolean whole) throws IOException {
        Files.createDirectories(file.getParent());
        if (whole) {
            Map<String, Object> shot = driver.executeCdpCommand("Page.captureScreenshot",
                    Map.of("format", "png", "captureBeyondViewport", true));
            Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
        } else {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the profile " + profile + " could not be removed", e);
        }
    }
}
