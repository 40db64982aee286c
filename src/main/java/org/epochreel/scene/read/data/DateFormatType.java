package org.epochreel.scene.read.data;

import java.util.Optional;
import org.epochreel.data.table.DateFormat;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** How dates are written. */
record DateFormatType() implements Type<DateFormat> {

    private static final String EXAMPLE = "\"d.M.yyyy\"";

    @Override
    public Optional<DateFormat> read(Value value) {
        Optional<String> letters = value.text(EXAMPLE);
        try {
            return letters.map(DateFormat::of);
        } catch (IllegalArgumentException e) {
            value.mistake(value.shown() + " says no date", "write its parts in letters, such as " + EXAMPLE
                    + " for 1.3.2026, \"MMM-d-yyyy\" for Mar-1-2026, \"M/d/yyyy H:mm\" for 3/1/2026 18:30");
            return Optional.empty();
        }
    }

    @Override
    public void write(DateFormat value, JsonText json) {
        json.value(value.letters());
    }

    @Override
    public String words() {
        return "letters of a date, such as " + EXAMPLE;
    }

    @Override
    public void schema(JsonText json) {
        json.key("type").value("string");
    }
}
