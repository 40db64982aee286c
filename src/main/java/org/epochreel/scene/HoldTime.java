package org.epochreel.scene;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as scenes write them: {@code 900ms}, {@code 1.5s}; below 1000 seconds, whole nanoseconds. */
public final class HoldTime {

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,9})?)s");
    private static final Pattern MILLISECONDS = Pattern.compile("([0-9]{1,6}(\\.[0-9]{1,6})?)ms");

    private HoldTime() {}

    public static Optional<Duration> parse(String text) {
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return Optional.of(ofNanos(seconds.group(1), 9));
        }
        Matcher milliseconds = MILLISECONDS.matcher(text);
        return milliseconds.matches() ? Optional.of(ofNanos(milliseconds.group(1), 6)) : Optional.empty();
    }

    private static Duration ofNanos(String number, int power) {
        return Duration.ofNanos(new BigDecimal(number).scaleByPowerOfTen(power).longValueExact());
    }

    /** In seconds, without needless zeros. */
    public static String text(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + "s";
    }
}
