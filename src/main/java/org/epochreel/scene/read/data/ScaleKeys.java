package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.data.ScaleMethod;
import org.epochreel.data.Scales;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The keys of {@code data.scale}, which is also written as one word for x and y. */
final class ScaleKeys extends Group<Scales> {

    private static final Type<ScaleMethod> WORD = word(ScaleMethod.class, ImmutableMap.of("standardise", "standard", "standardize",
            "standard", "z-score", "standard", "normal", "standard", "minmax", "min-max", "unit", "min-max"));

    private final Key<ScaleMethod> x = key("x", WORD).alsoCalled("inputs").orElse(ScaleMethod.NONE, "standard",
            "How inputs are scaled: standard to mean 0 and standard deviation 1, min-max to the interval from 0 to 1, by"
                    + " the training rows.");
    private final Key<ScaleMethod> y = key("y", WORD).alsoCalled("outputs").orElse(ScaleMethod.NONE, "min-max",
            "How outputs are scaled, in the same ways.");

    ScaleKeys() {
        super("data.scale", "How numbers are brought near 1 before the model trains on them.");
    }

    @Override
    public Optional<Scales> read(Value value) {
        return value.isMapping() ? super.read(value) : WORD.read(value).map(both -> new Scales(both, both));
    }

    @Override
    protected Optional<Scales> read(Section section) {
        return Optional.of(new Scales(section.get(x), section.get(y)));
    }

    @Override
    public void write(Scales scales, JsonText json) {
        if (scales.x() == scales.y()) {
            WORD.write(scales.x(), json);
        } else {
            super.write(scales, json);
        }
    }

    @Override
    protected void write(Scales scales, Members members) {
        members.put(x, scales.x()).put(y, scales.y());
    }

    @Override
    public String words() {
        return WORD.words() + ", or one of these for each of the keys x and y";
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        WORD.schema(json);
        json.endObject().beginObject();
        super.schema(json);
        json.endObject().endArray();
    }
}
