package org.epochreel.scene.read.video.format;

import java.util.Optional;
import org.epochreel.frame.FrameRate;
import org.epochreel.scene.FrameRateText;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/** Frames a second: a number or a fraction. */
public record FrameRateType() implements Type<FrameRate> {

    @Override
    public Optional<FrameRate> read(Value value) {
        Optional<String> number = value.plainText().filter(plain -> CoreSchema.number(plain).isPresent());
        Optional<FrameRate> rate = number.or(() -> value.anyText().filter(FrameRateText::isFraction))
                .flatMap(FrameRateText::parse);
        if (rate.isEmpty()) {
            value.mistake(value.shown() + (number.isPresent() ? " is out of range" : " is not a frame rate"),
                    FrameRateText.ALLOWED);
        }
        return rate;
    }

    @Override
    public void write(FrameRate value, JsonText json) {
        if (value.denominator() == 1) {
            json.value(value.numerator());
        } else {
            json.value(value.toString());
        }
    }

    @Override
    public String words() {
        return "1 to 240, as a number or as a fraction such as 30000/1001";
    }

    @Override
    public void schema(JsonText json) {
        json.members("""
                {"anyOf": [{"type": "number", "minimum": 1, "maximum": 240},
                           {"type": "string", "pattern": "^[1-9][0-9]{0,6}/[1-9][0-9]{0,6}$"}]}""");
    }
}
