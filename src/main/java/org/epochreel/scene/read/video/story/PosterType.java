package org.epochreel.scene.read.video.story;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.Limits;
import org.epochreel.scene.Story.Poster;
import org.epochreel.scene.Story.Poster.Moment;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/** The moment that the poster shows: a word, or an epoch. */
record PosterType() implements Type<Poster> {

    private static final Type<Moment> WORD = Types.word(Moment.class, ImmutableMap.of("auto", "telling", "start", "first",
            "begin", "first", "end", "last", "best", "telling"));
    private static final Type<Integer> EPOCH = Types.whole(0, Limits.MAX_EPOCHS);

    @Override
    public Optional<Poster> read(Value value) {
        boolean number = value.plainText().filter(text -> CoreSchema.number(text).isPresent()).isPresent();
        return number ? EPOCH.read(value).map(Poster.Epoch::new) : WORD.read(value).map(moment -> moment);
    }

    @Override
    public void write(Poster value, JsonText json) {
        if (value instanceof Poster.Epoch at) {
            EPOCH.write(at.epoch(), json);
        } else {
            WORD.write((Moment) value, json);
        }
    }

    @Override
    public String words() {
        return WORD.words() + ", or an epoch";
    }

    @Override
    public void schema(JsonText json) {
        json.key("anyOf").beginArray().beginObject();
        WORD.schema(json);
        json.endObject().beginObject();
        EPOCH.schema(json);
        json.endObject().endArray();
    }
}
