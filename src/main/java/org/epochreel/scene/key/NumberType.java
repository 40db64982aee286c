package org.epochreel.scene.key;

import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.text.JsonText;

/**
 * The finite numbers of an interval.
 *
 * @param words such as "a number above 0"
 */
public record NumberType(String words, double from, boolean fromIncluded, double to, boolean toIncluded)
        implements Type<Double> {

    private static final double NONE = Double.POSITIVE_INFINITY;

    public static final NumberType ANY = new NumberType("a number such as 2.5, -3 or 1e-3", -NONE, true, NONE, true);
    public static final NumberType ABOVE_0 = new NumberType("a number above 0", 0, false, NONE, true);
    public static final NumberType AT_LEAST_0 = new NumberType("a number of at least 0", 0, true, NONE, true);

    /** From 0 to 1, 1 excluded. */
    public static final NumberType BELOW_1 =
            new NumberType("a number from 0 up to, but not including, 1", 0, true, 1, false);

    /** From 0 to 1, 0 excluded. */
    public static final NumberType FACTOR = new NumberType("a number above 0 and at most 1", 0, false, 1, true);

    /** From 0 to 1, both excluded. */
    public static final NumberType FRACTION =
            new NumberType("a number above 0 and below 1", 0, false, 1, false);

    public static final NumberType DEGREES =
            new NumberType("an angle in degrees from 0 up to, but not including, 180", 0, true, 180, false);

    private boolean contains(double value) {
        return (fromIncluded ? value >= from : value > from) && (toIncluded ? value <= to : value < to);
    }

    @Override
    public Optional<Double> read(Value value) {
        OptionalDouble number = value.number(words);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (!contains(number.getAsDouble())) {
            value.outOfRange(words);
            return Optional.empty();
        }
        return Optional.of(number.getAsDouble());
    }

    @Override
    public void write(Double value, JsonText json) {
        json.value(value.doubleValue());
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("number");
        if (from != -NONE) {
            json.key(fromIncluded ? "minimum" : "exclusiveMinimum").value(from);
        }
        if (to != NONE) {
            json.key(toIncluded ? "maximum" : "exclusiveMaximum").value(to);
        }
    }
}
