package org.epochreel.scene.read.training;

import java.util.Optional;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The keys of {@code training.l1} and {@code training.l2}, each of which may also be a bare number. */
final class PenaltyKeys extends Group<PenaltyKeys.Coefficient> {

    /** @param ofBiases whether the biases are drawn to 0, too */
    record Coefficient(double value, boolean ofBiases) {

        static final Coefficient NONE = new Coefficient(0, true);
    }

    private static final NumberType NUMBER = new NumberType(
            "a number of at least 0, or {weights: 1e-4}", 0, true, Double.POSITIVE_INFINITY, true);

    private final Key<Double> weights = key("weights", NumberType.AT_LEAST_0).required("1e-4",
            "The coefficient of the weights; biases are left alone.");

    PenaltyKeys(String place) {
        super(place, "A penalty on the weights alone.");
    }

    @Override
    public Optional<Coefficient> read(Value value) {
        return value.isMapping() ? super.read(value)
                : NUMBER.read(value).map(number -> new Coefficient(number, true));
    }

    @Override
    protected Optional<Coefficient> read(Section penalty) {
        return penalty.find(weights).map(number -> new Coefficient(number, false));
    }

    @Override
    public void write(Coefficient coefficient, JsonText json) {
        if (coefficient.ofBiases()) {
            NUMBER.write(coefficient.value(), json);
        } else {
            super.write(coefficient, json);
        }
    }

    @Override
    protected void write(Coefficient coefficient, Members members) {
        members.put(weights, coefficient.value());
    }

    @Override
    public String words() {
        return NUMBER.words();
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        NUMBER.schema(json);
        json.endObject().beginObject();
        super.schema(json);
        json.endObject().endArray();
    }
}
