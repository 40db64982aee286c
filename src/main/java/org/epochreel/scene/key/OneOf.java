package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.epochreel.text.JsonText;

/**
 * A choice: a group with exactly one key, which names the kind and holds its numbers; kinds that need no numbers are also
 * written as a bare word.
 */
public abstract class OneOf<T> extends Group<T> {

    private final Map<String, Key<? extends T>> kinds = new LinkedHashMap<>();
    private final Map<String, T> words = new LinkedHashMap<>();
    private ImmutableMap<String, String> synonyms = ImmutableMap.of();

    protected OneOf(String place, String sentence) {
        super(place, sentence);
    }

    /** Declares a kind with keys or a value of its own. */
    protected final <V extends T> Key<V> kind(String name, Type<V> type, String example, String sentence) {
        Key<V> key = key(name, type).orNothing("", example, sentence);
        kinds.put(name, key);
        return key;
    }

    /** Declares a kind that is only a word. */
    protected final void word(String name, T value) {
        words.put(name, value);
    }

    /** Declares what people write for the words, each with the word or the value that they mean. */
    protected final void alsoCalled(ImmutableMap<String, String> meant) {
        synonyms = meant;
    }

    /** The bare word that a value is written as, if it is one. */
    protected Optional<String> word(T value) {
        return Optional.empty();
    }

    /** The kinds that may be written as a bare word: those declared so, and those whose keys may all be absent. */
    private ImmutableList<String> bareWords() {
        ImmutableList.Builder<String> bare = ImmutableList.<String>builder().addAll(words.keySet());
        kinds.forEach((name, key) -> {
            if (key.type() instanceof Group<?> group && group.isComplete()) {
                bare.add(name);
            }
        });
        return bare.build();
    }

    /** Kinds with their numbers, for a sentence: those that cannot be written without, or else the first. */
    private String[] numbered(ImmutableList<String> bare) {
        ImmutableList<String> examples = kinds.values().stream()
                .filter(key -> !bare.contains(key.name()))
                .map(OneOf::example)
                .collect(ImmutableList.toImmutableList());
        return (examples.isEmpty() ? ImmutableList.of(example(kinds.values().iterator().next())) : examples)
                .toArray(new String[0]);
    }

    private static String example(Key<?> kind) {
        return "{" + kind.name() + ": " + kind.example() + "}";
    }

    @Override
    public Optional<T> read(Value value) {
        ImmutableList<String> bare = bareWords();
        if (value.isMapping() || bare.isEmpty()) {
            return super.read(value);
        }
        Optional<Key<? extends T>> needsNumbers = value.plainText()
                .filter(text -> !bare.contains(text))
                .flatMap(text -> Optional.ofNullable(kinds.get(text)));
        if (needsNumbers.isPresent()) {
            value.mistake(needsNumbers.get().name() + " needs its numbers",
                    "write " + example(needsNumbers.get()));
            return Optional.empty();
        }
        return value.name(bare, synonyms, numbered(bare)).flatMap(name -> words.containsKey(name)
                ? Optional.of(words.get(name))
                : bare(kinds.get(name), value));
    }

    private static <V> Optional<V> bare(Key<? extends V> kind, Value value) {
        return value.bare((Group<? extends V>) kind.type()).map(read -> read);
    }

    @Override
    protected Optional<T> read(Section section) {
        return section.only(keys()).flatMap(chosen -> section.find(kinds.get(chosen.name())).map(kind -> kind));
    }

    @Override
    public void write(T value, JsonText json) {
        Optional<String> word = word(value);
        if (word.isPresent()) {
            json.value(word.get());
        } else {
            super.write(value, json);
        }
    }

    @Override
    public String words() {
        ImmutableList<String> bare = bareWords();
        String keys = "one of the keys " + String.join(", ", names());
        return bare.isEmpty() ? "a group with " + keys
                : String.join(", ", bare) + ", or " + keys + " with its numbers";
    }

    @Override
    public void schema(JsonText json) {
        ImmutableList<String> bare = bareWords();
        if (bare.isEmpty()) {
            super.schema(json);
            return;
        }
        json.key("anyOf").beginArray().beginObject().key("enum").beginArray();
        bare.forEach(json::value);
        json.endArray().endObject().beginObject();
        super.schema(json);
        json.endObject().endArray();
    }

    @Override
    public String conditions() {
        return "{\"minProperties\": 1, \"maxProperties\": 1}";
    }
}
