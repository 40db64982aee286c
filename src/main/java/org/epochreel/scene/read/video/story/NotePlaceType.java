package org.epochreel.scene.read.video.story;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.Story.Note.At;
import org.epochreel.scene.Story.Note.At.Place;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** Where a note is seen: a word, or a point. */
record NotePlaceType() implements Type<At> {

    private static final Type<Place> WORD = Types.word(Place.class, ImmutableMap.of("line", "curve", "bottom", "caption",
            "below", "caption"));
    private static final Type<ImmutableList<Double>> POINT = Types.list(NumberType.ANY, 2, 2, "[2.5, 40]");

    @Override
    public Optional<At> read(Value value) {
        return value.isSequence() ? POINT.read(value).map(point -> new At.Point(point.get(0), point.get(1)))
                : WORD.read(value).map(place -> place);
    }

    @Override
    public void write(At value, JsonText json) {
        if (value instanceof At.Point point) {
            POINT.write(ImmutableList.of(point.x(), point.y()), json);
        } else {
            WORD.write((Place) value, json);
        }
    }

    @Override
    public String words() {
        return WORD.words() + ", or a point [x, y]";
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        WORD.schema(json);
        json.endObject().beginObject();
        POINT.schema(json);
        json.endObject().endArray();
    }
}
