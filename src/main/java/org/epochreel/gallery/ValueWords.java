package org.epochreel.gallery;

import java.util.Optional;
import java.util.stream.Collectors;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;

/** A key's value in words, for people who compare many: "0.1 from epoch 255" for a list of cut-offs, "20, 10" for layers. */
final class ValueWords {

    private static final String RATE = "learning-rate";

    private ValueWords() {}

    /** @param value in YAML */
    static String of(String value) {
        Optional<YamlNode> node = value.isBlank()
                ? Optional.empty() : YamlReader.readOption(value, Position.ofOption(value), new Mistakes());
        return node.map(ValueWords::words).orElse(value);
    }

    private static String words(YamlNode node) {
        if (node instanceof YamlNode.Sequence list) {
            return list.items().isEmpty() ? "none"
                    : list.items().stream().map(ValueWords::words).collect(Collectors.joining(", "));
        }
        if (node instanceof YamlNode.Numbers numbers) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < numbers.values().length(); i++) {
                text.append(i == 0 ? "" : ", ").append(numbers.item(i).text());
            }
            return text.toString();
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().isEmpty() ? "none" : words(mapping);
        }
        return ((YamlNode.Scalar) node).text();
    }

    private static String words(YamlNode.Mapping mapping) {
        Optional<String> rate = entry(mapping, RATE);
        if (rate.isPresent() && mapping.entries().size() > 1) {
            return rate.get() + " " + condition(mapping);
        }
        return mapping.entries().stream()
                .map(entry -> entry.name().replace('-', ' ') + " " + words(entry.value()))
                .collect(Collectors.joining(", "));
    }

    // When a cut-off fires.
    private static String condition(YamlNode.Mapping cutoff) {
        Optional<String> epoch = entry(cutoff, "at-epoch");
        Optional<String> below = entry(cutoff, "loss-below");
        Optional<String> change = entry(cutoff, "loss-change-below");
        Optional<String> angle = entry(cutoff, "angle-above");
        if (epoch.isPresent()) {
            return "from epoch " + epoch.get();
        }
        if (below.isPresent()) {
            return "below loss " + below.get();
        }
        if (change.isPresent()) {
            return "once the loss changes by less than " + change.get();
        }
        if (angle.isPresent()) {
            return "above " + angle.get() + "\u00b0";
        }
        return cutoff.entries().stream().filter(entry -> !entry.name().equals(RATE))
                .map(entry -> entry.name().replace('-', ' ') + " " + words(entry.value()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> entry(YamlNode.Mapping mapping, String name) {
        return mapping.entry(name).map(entry -> words(entry.value()));
    }
}
