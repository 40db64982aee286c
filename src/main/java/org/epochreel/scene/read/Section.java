package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.epochreel.scene.Defaults;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.text.NearestName;

/** A group of keys while it is read. Reports unknown keys at once and missing ones when asked for. */
final class Section {

    private final SectionKind kind;
    private final YamlNode.Mapping mapping;
    private final String path;
    private final Mistakes mistakes;
    private final boolean broken;
    private final Set<String> misspelt = new HashSet<>();

    private Section(SectionKind kind, YamlNode.Mapping mapping, String path, Mistakes mistakes, boolean broken) {
        this.kind = kind;
        this.mapping = mapping;
        this.path = path;
        this.mistakes = mistakes;
        this.broken = broken;
    }

    static Section of(SectionKind kind, YamlNode.Mapping mapping, String path, Mistakes mistakes) {
        Section section = new Section(kind, mapping, path, mistakes, false);
        mapping.entries().stream().filter(entry -> !kind.keys().contains(entry.name())).forEach(section::reportUnknown);
        return section;
    }

    /** A group that is there but not legible, which has been reported; it misses no key and has none. */
    static Section broken(SectionKind kind, Position position, String path, Mistakes mistakes) {
        return new Section(kind, new YamlNode.Mapping(ImmutableList.of(), position), path, mistakes, true);
    }

    private void reportUnknown(YamlNode.Entry entry) {
        String name = entry.name();
        if (name.equals("<<")) {
            mistakes.add(entry.position(), pathOf(name), "merging with << is not allowed; write the keys out");
            return;
        }
        Optional<String> meant = NearestName.of(name, kind.keys());
        meant.ifPresent(misspelt::add);
        String hint = meant.or(() -> SectionKind.pathOf(name))
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
        String allowed = path.isEmpty() ? "allowed are " : "allowed in " + path + " are ";
        mistakes.add(entry.position(), pathOf(name), "unknown key \"" + shortened(name) + "\"; " + allowed
                + String.join(", ", kind.keys()) + hint);
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? shortened(key) : path + "." + shortened(key);
    }

    String path() {
        return path;
    }

    Position position() {
        return mapping.position();
    }

    boolean isBroken() {
        return broken;
    }

    boolean has(String key) {
        return optional(key).isPresent();
    }

    /** Where a key stands; the group's start where it is absent. */
    Position positionOf(String key) {
        return mapping.entry(key).map(YamlNode.Entry::position).orElse(mapping.position());
    }

    Optional<Value> optional(String key) {
        if (!kind.keys().contains(key)) {
            throw new IllegalArgumentException("the keys of " + kind + " do not include " + key);
        }
        return mapping.entry(key).map(entry -> new Value(entry.value(), pathOf(key), mistakes));
    }

    /** A key without which the scene has no meaning; {@code example} shows a legal value. */
    Optional<Value> required(String key, String example) {
        Optional<Value> value = optional(key);
        if (value.isEmpty() && !broken && !misspelt.contains(key)) {
            mistakes.add(mapping.position(), pathOf(key), "this key is missing; write, for example, " + example);
        }
        return value;
    }

    /** The number, or {@code fallback} where the key is absent or, which then has been reported, wrong. */
    double number(String key, Allowed allowed, double fallback) {
        return optional(key).map(value -> value.number(allowed).orElse(fallback)).orElse(fallback);
    }

    /** As {@link #number}, of a whole number. */
    int integer(String key, int from, int to, int fallback) {
        return optional(key).map(value -> value.integer(from, to).orElse(fallback)).orElse(fallback);
    }

    /** As {@link #number}, of a seed, which is 0 by default. */
    BigInteger seed(String key) {
        return optional(key).flatMap(Value::seed).orElse(Defaults.SEED);
    }

    boolean truth(String key, boolean fallback) {
        return optional(key).flatMap(Value::truth).orElse(fallback);
    }

    <E extends Enum<E>> E choice(String key, E fallback) {
        return optional(key).flatMap(value -> value.choice(fallback.getDeclaringClass())).orElse(fallback);
    }

    /** A number that must be there; nothing, and a mistake, where it is absent or wrong. */
    OptionalDouble requiredNumber(String key, Allowed allowed, String example) {
        return required(key, key + ": " + example)
                .map(value -> value.number(allowed))
                .orElse(OptionalDouble.empty());
    }

    OptionalInt requiredInteger(String key, int from, int to, String example) {
        return required(key, key + ": " + example)
                .map(value -> value.integer(from, to))
                .orElse(OptionalInt.empty());
    }

    /** Reports each of {@code keys} that is there, with a sentence why it may not be. */
    void refuse(String sentence, String... keys) {
        for (String key : keys) {
            if (has(key)) {
                mistakes.add(positionOf(key), pathOf(key), sentence);
            }
        }
    }

    /** The one key of a group that offers a choice of keys; nothing, and a mistake, where there is none or several. */
    Optional<Named> onlyKey() {
        return onlyKeyOf(kind.keys());
    }

    /** As {@link #onlyKey}, of a group that has other keys beside the {@code choices}. */
    Optional<Named> onlyKeyOf(ImmutableList<String> choices) {
        ImmutableList<String> present = choices.stream().filter(this::has).collect(ImmutableList.toImmutableList());
        if (present.size() == 1) {
            return optional(present.get(0)).map(value -> new Named(present.get(0), value));
        }
        // A misspelt choice has been reported already.
        boolean misspelt = present.isEmpty()
                && mapping.entries().stream().anyMatch(entry -> !kind.keys().contains(entry.name()));
        if (!broken && !misspelt) {
            String what = present.isEmpty()
                    ? "nothing is chosen"
                    : "the keys " + String.join(" and ", present) + " exclude each other";
            mistakes.add(mapping.position(), path, what + "; write exactly one of " + String.join(", ", choices));
        }
        return Optional.empty();
    }

    /** A chosen key and what it says. */
    record Named(String name, Value value) {}
}
