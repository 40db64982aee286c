package org.epochreel.scene.read.video.story;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.Story.Strip;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** Whether there is a time strip: auto, true or false. */
record StripType() implements Type<Strip> {

    private static final ImmutableList<String> TEXTS = ImmutableList.of("auto", "true", "false");
    private static final ImmutableMap<String, String> SYNONYMS = ImmutableMap.of("yes", "true", "on", "true", "no", "false",
            "off", "false", "none", "false");

    @Override
    public Optional<Strip> read(Value value) {
        return value.name(TEXTS, SYNONYMS).map(name -> Strip.values()[TEXTS.indexOf(name)]);
    }

    @Override
    public void write(Strip value, JsonText json) {
        if (value == Strip.AUTO) {
            json.value(TEXTS.get(0));
        } else {
            json.value(value == Strip.ON);
        }
    }

    @Override
    public String words() {
        return String.join(", ", TEXTS);
    }

    @Override
    public void schema(JsonText json) {
        json.key("enum").beginArray().value(TEXTS.get(0)).value(true).value(false).endArray();
    }
}
