package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epochreel.scene.yaml.YamlNode;

/**
 * The keys of one group in one scene, while they are read. Each key is read once, however often it is asked for; a
 * mistake is reported then, an unknown key at once.
 */
public final class Section {

    private final Group<?> group;
    private final YamlNode.Mapping mapping;
    private final ImmutableMap<String, YamlNode.Entry> entries;
    private final String path;
    private final Reading reading;
    private final Optional<Section> parent;
    private final Map<String, Optional<?>> read = new HashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private boolean unknown;

    private Section(
            Group<?> group, YamlNode.Mapping mapping, String path, Reading reading, Optional<Section> parent) {
        this.group = group;
        this.mapping = mapping;
        this.entries = mapping.byName();
        this.path = path;
        this.reading = reading;
        this.parent = parent;
    }

    static Section of(
            Group<?> group, YamlNode.Mapping mapping, String path, Reading reading, Optional<Section> parent) {
        Section section = new Section(group, mapping, path, reading, parent);
        section.reportUnknown();
        section.reportUnowned();
        return section;
    }

    private void reportUnknown() {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (group.key(entry.name()).isEmpty()) {
                unknown = true;
                UnknownKey key = new UnknownKey(group, entry.name(), path, root().group);
                key.meant().ifPresent(misspelt::add);
                reading.mistakes().add(entry.position(), pathOf(entry.name()), key.sentence());
            }
        }
    }

    private void reportUnowned() {
        for (Key<?> key : group.keys()) {
            key.owner().filter(owner -> !entries.containsKey(owner)).ifPresent(owner ->
                    refuse("this key belongs to " + owner + ", which is not there; add it or remove this key", key));
        }
    }

    private Section root() {
        return parent.map(Section::root).orElse(this);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? UnknownKey.shortened(key) : path + "." + UnknownKey.shortened(key);
    }

    public Reading reading() {
        return reading;
    }

    /** The group in which this one stands; nothing for the whole scene. */
    public Optional<Section> parent() {
        return parent;
    }

    public boolean has(Key<?> key) {
        return entries.containsKey(key.name());
    }

    /** What stands at a key, to report a mistake there; nothing where the key is absent. */
    public Optional<Value> value(Key<?> key) {
        return Optional.ofNullable(entries.get(key.name()))
                .map(entry -> new Value(entry.value(), pathOf(key.name()), reading, Optional.of(this)));
    }

    /** The key's value, or its default where it is absent or, which then has been reported, wrong. */
    public <T> T get(Key<T> key) {
        return find(key).or(key::fallback).orElseThrow(() ->
                new IllegalArgumentException("the key " + pathOf(key.name()) + " has no default"));
    }

    /** The key's value; nothing where it is absent, which is a mistake if it is required, or wrong. */
    public <T> Optional<T> find(Key<T> key) {
        if (key.required()) {
            return need(key);
        }
        return readOnce(key);
    }

    /** As {@link #find}; here, for once, the key must be there. */
    public <T> Optional<T> need(Key<T> key) {
        if (!has(key) && !misspelt.contains(key.name()) && !read.containsKey(key.name())) {
            reading.mistakes().add(mapping.position(), pathOf(key.name()),
                    "this key is missing; write, for example, " + key.name() + ": " + key.example());
        }
        return readOnce(key);
    }

    private <T> Optional<T> readOnce(Key<T> key) {
        if (group.key(key.name()).filter(own -> own == key).isEmpty()) {
            throw new IllegalArgumentException("the key " + key.name() + " is none of " + group.place());
        }
        if (!read.containsKey(key.name())) {
            read.put(key.name(), value(key).flatMap(key.type()::read));
        }
        @SuppressWarnings("unchecked")
        Optional<T> value = (Optional<T>) read.get(key.name());
        return value;
    }

    /** The group that a key holds, or, where it is absent or wrong, what it means without any key. */
    public <T> T group(Key<T> key) {
        return find(key).orElseGet(() -> empty(key).orElseThrow(() ->
                new IllegalArgumentException("the group " + pathOf(key.name()) + " needs keys")));
    }

    /** What a group means without any key. */
    <T> Optional<T> empty(Key<T> key) {
        Group<T> inner = (Group<T>) key.type();
        YamlNode.Mapping nothing = new YamlNode.Mapping(ImmutableList.of(), mapping.position());
        return inner.read(new Section(inner, nothing, pathOf(key.name()), reading, Optional.of(this)));
    }

    /** Reads what the group did not ask for, so that no mistake stays hidden behind another one. */
    void readRest() {
        group.keys().stream().filter(key -> has(key) && !refused.contains(key.name())).forEach(this::readOnce);
    }

    /** Reports a mistake at a key, or, where it is absent, at the group. */
    public void mistake(Key<?> key, String sentence) {
        YamlNode.Entry entry = entries.get(key.name());
        if (entry == null) {
            reading.mistakes().add(mapping.position(), path, sentence);
        } else {
            reading.mistakes().add(entry.value().position(), pathOf(key.name()), sentence);
        }
    }

    /** Reports each of {@code keys} that is there, with a sentence why it may not be. */
    public void refuse(String sentence, Key<?>... keys) {
        refuse(sentence, List.of(keys));
    }

    /** As the other. */
    public void refuse(String sentence, List<Key<?>> keys) {
        for (Key<?> key : keys) {
            YamlNode.Entry entry = entries.get(key.name());
            if (entry != null && refused.add(key.name())) {
                reading.mistakes().add(entry.position(), pathOf(key.name()), sentence);
            }
        }
    }

    /** The one of several keys that is there; nothing, and a mistake, where there is none or more than one. */
    public Optional<Key<?>> only(ImmutableList<Key<?>> choices) {
        ImmutableList<Key<?>> present = choices.stream().filter(this::has).collect(ImmutableList.toImmutableList());
        if (present.size() == 1) {
            return Optional.of(present.get(0));
        }
        // A misspelt choice has been reported already.
        if (!present.isEmpty() || !unknown) {
            String what = present.isEmpty() ? "nothing is chosen"
                    : "the keys " + names(present, " and ") + " exclude each other";
            reading.mistakes().add(mapping.position(), path, what + "; write exactly one of " + names(choices, ", "));
        }
        return Optional.empty();
    }

    private static String names(ImmutableList<Key<?>> keys, String between) {
        return String.join(between, keys.stream().map(Key::name).toList());
    }
}
