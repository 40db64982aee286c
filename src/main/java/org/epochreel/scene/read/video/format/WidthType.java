package org.epochreel.scene.read.video.format;

import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** An even number of pixels that a frame may be wide. */
record WidthType() implements Type<Integer> {

    private static final Type<Integer> WHOLE = Types.whole(FrameSize.MIN_SIDE, FrameSize.MAX_SIDE);

    @Override
    public Optional<Integer> read(Value value) {
        Optional<Integer> pixels = WHOLE.read(value);
        if (pixels.filter(width -> width % 2 != 0).isPresent()) {
            value.mistake(value.shown() + " is odd", "allowed is " + words());
            return Optional.empty();
        }
        return pixels;
    }

    @Override
    public void write(Integer value, JsonText json) {
        WHOLE.write(value, json);
    }

    @Override
    public String words() {
        return "an even number of pixels from " + FrameSize.MIN_SIDE + " to " + FrameSize.MAX_SIDE;
    }

    @Override
    public void schema(JsonText json) {
        WHOLE.schema(json);
        json.key("multipleOf").value(2);
    }
}
