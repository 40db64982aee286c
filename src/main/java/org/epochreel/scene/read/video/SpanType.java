package org.epochreel.scene.read.video;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.scene.PanelSpec.Span;
import org.epochreel.scene.VideoSpec.Range;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** A distance from the run's end, or two pairs of limits. */
record SpanType() implements Type<Span> {

    private static final Type<ImmutableList<Range>> PAIR = Types.list(new RangeType(), 2, 2, "[[-6, 6], [-8, 8]]");

    @Override
    public Optional<Span> read(Value value) {
        return value.isSequence()
                ? PAIR.read(value).map(limits -> new Span.Limits(limits.get(0), limits.get(1)))
                : NumberType.ABOVE_0.read(value).map(Span.Around::new);
    }

    @Override
    public void write(Span span, JsonText json) {
        if (span instanceof Span.Limits limits) {
            PAIR.write(ImmutableList.of(limits.first(), limits.second()), json);
        } else {
            json.value(((Span.Around) span).reach());
        }
    }

    @Override
    public String words() {
        return "a number above 0, or two pairs of limits such as [[-6, 6], [-8, 8]]";
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        NumberType.ABOVE_0.schema(json);
        json.endObject().beginObject();
        PAIR.schema(json);
        json.endObject().endArray();
    }
}
