package org.epochreel.scene.read;

import java.util.Optional;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;

/**
 * A value that replaces, or adds, one key of a scene before the scene is checked.
 *
 * @param option as the user knows it, such as {@code --set training.epochs} or {@code --size}; mistakes name it
 * @param key such as {@code training.epochs}; a number picks an item of a list that is there, from 0:
 *     {@code training.cutoffs.0.learning-rate}
 * @param text the value in YAML
 */
public record KeyOverride(String option, String key, String text) {

    public KeyOverride {
        if (!KeySetting.isKey(key)) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is not a key; keys are names joined by points, such as training.epochs");
        }
    }

    /**
     * Reads what stands behind {@code --set}.
     *
     * @throws IllegalArgumentException if {@code keyAndValue} is not a key, an equals sign and a value
     */
    public static KeyOverride parse(String keyAndValue) {
        int equals = keyAndValue.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "\"" + keyAndValue + "\" has no equals sign; write KEY=VALUE, such as training.epochs=100");
        }
        String key = keyAndValue.substring(0, equals);
        return new KeyOverride("--set " + key, key, keyAndValue.substring(equals + 1));
    }

    /** The tree with this key's value in place; the same tree, and a mistake, where the value is no YAML. */
    YamlNode applyTo(YamlNode root, Mistakes mistakes) {
        Position position = Position.ofOption(option);
        Optional<YamlNode> value = text.isBlank()
                ? Optional.of(new YamlNode.Scalar("", true, -1, "", position))
                : YamlReader.readOption(text, position, mistakes);
        return value.map(node -> new KeySetting(key, node, position).applyTo(root, mistakes)).orElse(root);
    }
}
