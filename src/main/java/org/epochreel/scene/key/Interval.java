package org.epochreel.scene.key;

import java.util.Optional;
import org.epochreel.text.ShortestDecimal;

/** A pair of numbers with from &lt; to, whose distance is a finite double. */
public record Interval(double from, double to) {

    /** Reads two keys of a group; nothing, and mistakes, where they are not there or span no interval. */
    public static Optional<Interval> of(Section section, Key<Double> from, Key<Double> to) {
        Optional<Double> start = section.find(from);
        Optional<Double> end = section.find(to);
        return start.flatMap(a -> end.flatMap(b -> of(a, b, section.value(to).orElseThrow())));
    }

    /** @param asked where the second number stands, for a mistake */
    public static Optional<Interval> of(double from, double to, Value asked) {
        String span = "the interval from " + ShortestDecimal.of(from) + " to " + ShortestDecimal.of(to);
        if (!(from < to)) {
            asked.mistake(span + " is empty", "the second number must be the larger one");
            return Optional.empty();
        }
        if (Double.isInfinite(to - from)) {
            asked.mistake(span + " is too long", "its length must be at most the largest double");
            return Optional.empty();
        }
        return Optional.of(new Interval(from, to));
    }
}
