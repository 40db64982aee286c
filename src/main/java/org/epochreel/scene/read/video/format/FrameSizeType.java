package org.epochreel.scene.read.video.format;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.FrameSizeName;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** A frame's size: two numbers with an x between them, or a name. */
public record FrameSizeType() implements Type<FrameSize> {

    private static final ImmutableMap<String, String> SYNONYMS = ImmutableMap.<String, String>builder()
            .put("4k", "2160p")
            .put("uhd", "2160p")
            .put("2k", "1440p")
            .put("qhd", "1440p")
            .put("hd", "720p")
            .put("full-hd", "1080p")
            .put("fullhd", "1080p")
            .put("fhd", "1080p")
            .put("portrait", "vertical")
            .buildOrThrow();

    /** The even numbers from 16 to 8192. */
    private static final String SIDE = "(1[68]|[2-9][02468]|[1-9][0-9][02468]|[1-7][0-9][0-9][02468]"
            + "|80[0-9][02468]|81[0-8][02468]|819[02])";

    @Override
    public Optional<FrameSize> read(Value value) {
        String text = value.anyText().orElse("");
        Optional<FrameSize> size = FrameSizeName.parse(text);
        if (size.isEmpty() && FrameSizeName.isWrittenIn(text)) {
            value.mistake(text + " has a side that is odd or out of range", FrameSizeName.ALLOWED);
        } else if (size.isEmpty()) {
            value.mistake(value.shown() + " is not a frame size",
                    FrameSizeName.ALLOWED + value.suggestion(FrameSizeName.names(), SYNONYMS));
        }
        return size;
    }

    @Override
    public void write(FrameSize value, JsonText json) {
        json.value(value.toString());
    }

    @Override
    public String words() {
        return "WIDTHxHEIGHT, from 16x16 to 8192x8192, or " + String.join(", ", FrameSizeName.names());
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("string").key("anyOf").beginArray().beginObject().key("enum").beginArray();
        FrameSizeName.names().forEach(json::value);
        json.endArray().endObject().beginObject().key("pattern").value("^" + SIDE + "x" + SIDE + "$").endObject()
                .endArray();
    }
}
