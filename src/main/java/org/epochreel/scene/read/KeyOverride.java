package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    public KeyOverride {
        if (!KEY.matcher(key).matches()) {
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
        return value.map(node -> with(root, ImmutableList.copyOf(key.split("\\.")), node, position, mistakes))
                .orElse(root);
    }

    private YamlNode with(
            YamlNode node, ImmutableList<String> keys, YamlNode value, Position position, Mistakes mistakes) {
        if (keys.isEmpty()) {
            return value;
        }
        String name = keys.get(0);
        ImmutableList<String> rest = keys.subList(1, keys.size());
        if (node instanceof YamlNode.Sequence list && name.matches("[0-9]{1,6}")
                && Integer.parseInt(name) < list.items().size()) {
            int index = Integer.parseInt(name);
            ImmutableList.Builder<YamlNode> items = ImmutableList.builder();
            for (int i = 0; i < list.items().size(); i++) {
                YamlNode item = list.items().get(i);
                items.add(i == index ? with(item, rest, value, position, mistakes) : item);
            }
            return new YamlNode.Sequence(items.build(), list.position());
        }
        if (node instanceof YamlNode.Sequence list) {
            mistakes.add(position, "", "there is no item \"" + name + "\" in this list; "
                    + (list.items().isEmpty() ? "it is empty" : "allowed are 0 to " + (list.items().size() - 1)));
            return node;
        }
        YamlNode.Mapping mapping = node instanceof YamlNode.Mapping group
                ? group
                : new YamlNode.Mapping(ImmutableList.of(), position);
        YamlNode inner = mapping.entry(name).map(YamlNode.Entry::value)
                .orElseGet(() -> new YamlNode.Mapping(ImmutableList.of(), position));
        YamlNode.Entry replaced = new YamlNode.Entry(name,
                mapping.entry(name).map(YamlNode.Entry::position).orElse(position), with(inner, rest, value, position, mistakes));
        ImmutableList.Builder<YamlNode.Entry> entries = ImmutableList.builder();
        mapping.entries().forEach(entry -> entries.add(entry.name().equals(name) ? replaced : entry));
        if (mapping.entry(name).isEmpty()) {
            entries.add(replaced);
        }
        return new YamlNode.Mapping(entries.build(), mapping.position());
    }
}
