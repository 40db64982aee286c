package org.epochreel.scene.read.video;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.key.Interval;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** Two limits, the smaller first. */
record RangeType() implements Type<Range> {

    private static final Type<ImmutableList<Double>> PAIR = Types.list(NumberType.ANY, 2, 2, "[-10, 10]");

    @Override
    public Optional<Range> read(Value value) {
        return PAIR.read(value)
                .flatMap(ends -> Interval.of(ends.get(0), ends.get(1), value.item(1)))
                .map(interval -> new Range(interval.from(), interval.to()));
    }

    @Override
    public void write(Range value, JsonText json) {
        PAIR.write(ImmutableList.of(value.from(), value.to()), json);
    }

    @Override
    public String words() {
        return "two numbers in brackets, the smaller first";
    }

    @Override
    public void schema(JsonText json) {
        PAIR.schema(json);
    }
}
