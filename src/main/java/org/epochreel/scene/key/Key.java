package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Consumer;
import org.epochreel.text.JsonText;

/**
 * A key of a scene: the one place that says what it is called, holds, means where it is absent, and does.
 *
 * @param synonyms what people write instead
 * @param fallback what the key is where it is absent; nothing if absence has a meaning of its own
 * @param absence what absence means, for a table, where no fallback says it
 * @param required whether its group has no meaning without it
 * @param owner the key beside which alone this one makes sense
 * @param example a legal value in YAML
 * @param sentence what the key does, with its unit
 */
public record Key<T>(
        String name,
        Type<T> type,
        ImmutableList<String> synonyms,
        Optional<T> fallback,
        String absence,
        boolean required,
        Optional<String> owner,
        String example,
        String sentence) {

    /** A key while it is declared; the last call says what its absence means. */
    public static final class Declaration<T> {

        private final String name;
        private final Type<T> type;
        private final Consumer<Key<?>> group;
        private ImmutableList<String> synonyms = ImmutableList.of();
        private Optional<String> owner = Optional.empty();

        Declaration(String name, Type<T> type, Consumer<Key<?>> group) {
            this.name = name;
            this.type = type;
            this.group = group;
        }

        /** Names that people write for this key. */
        public Declaration<T> alsoCalled(String... names) {
            synonyms = ImmutableList.copyOf(names);
            return this;
        }

        /** The key makes sense only beside another one of its group. */
        public Declaration<T> beside(Key<?> other) {
            owner = Optional.of(other.name());
            return this;
        }

        public Key<T> orElse(T fallback, String example, String sentence) {
            return add(Optional.of(fallback), "", false, example, sentence);
        }

        /** @param absence what it means that the key is not there, such as "none" */
        public Key<T> orNothing(String absence, String example, String sentence) {
            return add(Optional.empty(), absence, false, example, sentence);
        }

        public Key<T> required(String example, String sentence) {
            return add(Optional.empty(), "required", true, example, sentence);
        }

        private Key<T> add(Optional<T> fallback, String absence, boolean required, String example, String sentence) {
            Key<T> key = new Key<>(
                    name, type, synonyms, fallback, absence, required, owner, example, sentence);
            group.accept(key);
            return key;
        }
    }

    /** Writes the fallback as JSON, if there is one. */
    public void writeFallback(JsonText json) {
        fallback.ifPresent(value -> type.write(value, json));
    }
}
