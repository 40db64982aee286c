package org.epochreel.scene.read.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/**
 * A file that a scene names.
 *
 * @param path as written, which counts from the scene's directory
 * @param asked where it is named, if it was read from a scene
 */
public record FileName(Path path, Optional<Value> asked) {

    public static FileName of(Path path) {
        return new FileName(path, Optional.empty());
    }

    /** @param example a name such as the key takes */
    public record Names(String example) implements Type<FileName> {

        @Override
        public Optional<FileName> read(Value value) {
            Optional<String> text = value.text(example);
            try {
                if (text.isPresent() && text.get().isBlank()) {
                    value.mistake("the file's name is empty", "write a name, such as " + example);
                    return Optional.empty();
                }
                return text.map(name -> new FileName(Path.of(name), Optional.of(value)));
            } catch (InvalidPathException e) {
                value.mistake(value.shown() + " is not a file's name", "write a name, such as " + example);
                return Optional.empty();
            }
        }

        @Override
        public void write(FileName value, JsonText json) {
            json.value(value.path().toString());
        }

        @Override
        public String words() {
            return "a file's name";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("string").key("pattern").value("\\S");
        }
    }
}
