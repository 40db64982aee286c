package org.epochreel.scene.key;

import java.util.Optional;
import org.epochreel.text.JsonText;

/** The keys of one group while they are written into the canonical record. */
public final class Members {

    private final JsonText json;

    Members(JsonText json) {
        this.json = json;
    }

    public <T> Members put(Key<T> key, T value) {
        json.key(key.name());
        key.type().write(value, json);
        return this;
    }

    /** Writes the key where there is a value. */
    public <T> Members put(Key<T> key, Optional<T> value) {
        value.ifPresent(present -> put(key, present));
        return this;
    }
}
