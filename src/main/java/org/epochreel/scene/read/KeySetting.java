package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;

/**
 * A key of a scene with the value that it is to have in place of what the file says.
 *
 * @param key such as {@code training.epochs}; a number picks an item of a list that is there, from 0:
 *     {@code training.cutoffs.0.learning-rate}
 * @param position where the setting was written; keys that the scene lacks are taken to stand there
 */
record KeySetting(String key, YamlNode value, Position position) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** Whether a text is names joined by points. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The tree with the value in place; a mistake where the key leads past the end of a list. */
    YamlNode applyTo(YamlNode root, Mistakes mistakes) {
        return with(root, ImmutableList.copyOf(key.split("\\.")), mistakes);
    }

    private YamlNode with(YamlNode node, ImmutableList<String> keys, Mistakes mistakes) {
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
                items.add(i == index ? with(item, rest, mistakes) : item);
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
                mapping.entry(name).map(YamlNode.Entry::position).orElse(position), with(inner, rest, mistakes));
        ImmutableList.Builder<YamlNode.Entry> entries = ImmutableList.builder();
        mapping.entries().forEach(entry -> entries.add(entry.name().equals(name) ? replaced : entry));
        if (mapping.entry(name).isEmpty()) {
            entries.add(replaced);
        }
        return new YamlNode.Mapping(entries.build(), mapping.position());
    }
}
