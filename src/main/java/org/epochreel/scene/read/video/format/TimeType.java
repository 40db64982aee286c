package org.epochreel.scene.read.video.format;

import java.time.Duration;
import java.util.Optional;
import org.epochreel.scene.HoldTime;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/** A time with its unit. */
public record TimeType() implements Type<Duration> {

    @Override
    public Optional<Duration> read(Value value) {
        Optional<String> text = value.anyText();
        Optional<Duration> time = text.flatMap(HoldTime::parse);
        if (time.isEmpty()) {
            boolean number = text.isPresent() && CoreSchema.number(text.get()).isPresent();
            value.mistake(value.shown() + (number ? " has no unit" : " is not a duration"), "allowed is " + words());
        }
        return time;
    }

    @Override
    public void write(Duration value, JsonText json) {
        json.value(HoldTime.text(value));
    }

    @Override
    public String words() {
        return "a number with its unit, such as 900ms or 1.5s, below 1000 seconds";
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("string").key("pattern")
                .value("^([0-9]{1,3}(\\.[0-9]{1,9})?s|[0-9]{1,6}(\\.[0-9]{1,6})?ms)$");
    }
}
