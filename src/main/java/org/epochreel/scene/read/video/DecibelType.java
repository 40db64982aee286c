package org.epochreel.scene.read.video;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.sound.track.TrackEdit;
import org.epochreel.text.JsonText;
import org.epochreel.text.ShortestDecimal;

/** A gain in decibels, with its unit. */
record DecibelType() implements Type<Double> {

    private static final Pattern DECIBELS = Pattern.compile("([+-]?[0-9]{1,3}(?:\\.[0-9]{1,6})?) ?dB");

    @Override
    public Optional<Double> read(Value value) {
        Matcher text = DECIBELS.matcher(value.anyText().orElse(""));
        if (!text.matches()) {
            value.mistake(value.shown() + " is not a gain", "allowed is " + words());
            return Optional.empty();
        }
        double gain = Double.parseDouble(text.group(1));
        if (gain < TrackEdit.LEAST_GAIN || gain > TrackEdit.LARGEST_GAIN) {
            value.outOfRange(words());
            return Optional.empty();
        }
        return Optional.of(gain);
    }

    @Override
    public void write(Double value, JsonText json) {
        json.value(ShortestDecimal.of(value) + "dB");
    }

    @Override
    public String words() {
        return "a number of decibels with its unit, such as -6dB, from " + ShortestDecimal.of(TrackEdit.LEAST_GAIN)
                + "dB to " + ShortestDecimal.of(TrackEdit.LARGEST_GAIN) + "dB";
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("string").key("pattern").value("^[+-]?[0-9]{1,3}(\\.[0-9]{1,6})? ?dB$");
    }
}
