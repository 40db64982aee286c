package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.text.JsonText;

/**
 * A group of keys, which together make one value of a scene. A subclass declares each key once, as a field, in the order
 * of the canonical record; what spans several keys stands beside the declarations, in {@link #read(Section)} for the
 * reader and in {@link #conditions} for the JSON Schema.
 */
public abstract class Group<T> implements Type<T> {

    private final String place;
    private final String sentence;
    private final List<Key<?>> declared = new ArrayList<>();
    private ImmutableList<Key<?>> choices = ImmutableList.of();

    /**
     * @param place the path at which the group stands, such as {@code training.cutoffs}; empty for the whole scene
     * @param sentence what the group is
     */
    protected Group(String place, String sentence) {
        this.place = place;
        this.sentence = sentence;
    }

    protected final <V> Key.Declaration<V> key(String name, Type<V> type) {
        return new Key.Declaration<>(name, type, declared::add);
    }

    /** Declares that exactly one of some keys must be there; {@link Section#only} reads it. */
    protected final ImmutableList<Key<?>> exactlyOneOf(Key<?>... keys) {
        choices = ImmutableList.copyOf(keys);
        return choices;
    }

    /** Makes the value of the group's keys; nothing, and mistakes, where they make none. */
    protected abstract Optional<T> read(Section section);

    /** Writes the keys of a value in the order of the canonical record. */
    protected abstract void write(T value, Members members);

    /** Members of the JSON Schema, as a JSON object, for what spans several keys. */
    public String conditions() {
        return "{}";
    }

    public final String place() {
        return place;
    }

    public final String sentence() {
        return sentence;
    }

    public final ImmutableList<Key<?>> keys() {
        return ImmutableList.copyOf(declared);
    }

    /** Keys of which exactly one must be there; empty where none exclude each other. */
    public final ImmutableList<Key<?>> choices() {
        return choices;
    }

    final Optional<Key<?>> key(String name) {
        for (Key<?> key : declared) {
            if (key.name().equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    final ImmutableList<String> names() {
        return declared.stream().map(Key::name).collect(ImmutableList.toImmutableList());
    }

    /** Whether every key may be absent, so that the group's name alone says enough. */
    final boolean isComplete() {
        return declared.stream().noneMatch(Key::required) && choices.isEmpty();
    }

    /** How the JSON Schema names the group's definition. */
    public final String definition() {
        return place.isEmpty() ? "scene" : place;
    }

    @Override
    public Optional<T> read(Value value) {
        return value.section(this).flatMap(this::readAll);
    }

    /** Makes the value of the group's keys, having looked at every key that is there. */
    public final Optional<T> readAll(Section section) {
        Optional<T> value = read(section);
        section.readRest();
        return value;
    }

    @Override
    public void write(T value, JsonText json) {
        json.beginObject();
        write(value, new Members(json));
        json.endObject();
    }

    @Override
    public String words() {
        return "a group of keys";
    }

    @Override
    public void schema(JsonText json) {
        json.key("$ref").value("#/$defs/" + definition());
    }

    @Override
    public Optional<Group<?>> group() {
        return Optional.of(this);
    }
}
