package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Limits;
import org.epochreel.text.JsonText;

/** The types that many keys share. */
public final class Types {

    private Types() {}

    /** A whole number, both ends included. */
    public static Type<Integer> whole(int from, int to) {
        return new Whole(from, to);
    }

    /** A seed of NumPy's {@code default_rng}. */
    public static Type<BigInteger> seed() {
        return new Seed();
    }

    public static Type<Boolean> truth() {
        return new Truth();
    }

    /** Text, quoted or not. */
    public static Type<String> text(String example) {
        return new Text(example);
    }

    /** One of the constants of an enum. */
    public static <E extends Enum<E>> Type<E> word(Class<E> choices) {
        return new Word<>(choices, ImmutableMap.of());
    }

    /** @param synonyms what people write for the constants, each with the word that it means */
    public static <E extends Enum<E>> Type<E> word(Class<E> choices, ImmutableMap<String, String> synonyms) {
        return new Word<>(choices, synonyms);
    }

    /** A list of so many items. */
    public static <T> Type<ImmutableList<T>> list(Type<T> item, int from, int to, String example) {
        return new Items<>(item, from, to, false, example);
    }

    /** A list in which nothing occurs twice. */
    public static <T> Type<ImmutableList<T>> distinct(Type<T> item, String example) {
        return new Items<>(item, 0, Integer.MAX_VALUE, true, example);
    }

    /** A list of numbers, at least one. */
    public static Type<ImmutableDoubleArray> numbers() {
        return new Numbers();
    }

    private record Whole(int from, int to) implements Type<Integer> {

        @Override
        public Optional<Integer> read(Value value) {
            Optional<BigInteger> integer = value.integer(words());
            if (integer.isEmpty()) {
                return Optional.empty();
            }
            boolean inside = integer.get().bitLength() <= 31 && integer.get().intValue() >= from
                    && integer.get().intValue() <= to;
            if (!inside) {
                value.outOfRange(words());
            }
            return inside ? Optional.of(integer.get().intValue()) : Optional.empty();
        }

        @Override
        public void write(Integer value, JsonText json) {
            json.value(value);
        }

        @Override
        public String words() {
            return "a whole number from " + from + " to " + to;
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("integer").key("minimum").value(from).key("maximum").value(to);
        }
    }

    private record Seed() implements Type<BigInteger> {

        @Override
        public Optional<BigInteger> read(Value value) {
            Optional<BigInteger> seed = value.integer(words());
            if (seed.isPresent() && seed.get().signum() < 0) {
                value.outOfRange(words());
                return Optional.empty();
            }
            if (seed.isPresent() && seed.get().bitLength() > Limits.MAX_SEED_BITS) {
                value.mistake("this seed has " + seed.get().bitLength() + " bits",
                        "at most " + Limits.MAX_SEED_BITS + " are allowed");
                return Optional.empty();
            }
            return seed;
        }

        @Override
        public void write(BigInteger value, JsonText json) {
            json.value(value);
        }

        @Override
        public String words() {
            return "a whole number of at least 0";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("integer").key("minimum").value(0);
        }
    }

    private record Truth() implements Type<Boolean> {

        @Override
        public Optional<Boolean> read(Value value) {
            return value.truth();
        }

        @Override
        public void write(Boolean value, JsonText json) {
            json.value(value);
        }

        @Override
        public String words() {
            return "true or false";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("boolean");
        }
    }

    private record Text(String example) implements Type<String> {

        @Override
        public Optional<String> read(Value value) {
            return value.text(example);
        }

        @Override
        public void write(String value, JsonText json) {
            json.value(value);
        }

        @Override
        public String words() {
            return "text";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("string");
        }
    }

    private record Word<E extends Enum<E>>(Class<E> choices, ImmutableMap<String, String> synonyms)
            implements Type<E> {

        private ImmutableList<String> texts() {
            return Choice.texts(choices);
        }

        @Override
        public Optional<E> read(Value value) {
            ImmutableList<String> texts = texts();
            return value.name(texts, synonyms).map(name -> choices.getEnumConstants()[texts.indexOf(name)]);
        }

        @Override
        public void write(E value, JsonText json) {
            json.value(Choice.text(value));
        }

        @Override
        public String words() {
            return String.join(", ", texts());
        }

        @Override
        public void schema(JsonText json) {
            json.key("enum").beginArray();
            texts().forEach(json::value);
            json.endArray();
        }
    }

    private record Items<T>(Type<T> item, int from, int to, boolean distinct, String example)
            implements Type<ImmutableList<T>> {

        @Override
        public Optional<ImmutableList<T>> read(Value value) {
            Optional<ImmutableList<Value>> values = value.list(from, to, example);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            ImmutableList.Builder<T> items = ImmutableList.builder();
            Set<T> seen = new HashSet<>();
            boolean complete = true;
            for (Value each : values.get()) {
                Optional<T> read = item.read(each);
                complete &= read.isPresent();
                read.ifPresent(items::add);
                if (distinct && read.isPresent() && !seen.add(read.get())) {
                    each.mistake(each.shown() + " is in the list twice", "each may occur once");
                }
            }
            return complete ? Optional.of(items.build()) : Optional.empty();
        }

        @Override
        public void write(ImmutableList<T> values, JsonText json) {
            json.beginArray();
            values.forEach(value -> item.write(value, json));
            json.endArray();
        }

        @Override
        public String words() {
            String count = to == Integer.MAX_VALUE ? "a list" : "a list of " + from + " to " + to;
            return count + (distinct ? ", each once: " : ": ") + item.words();
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("array");
            if (from > 0) {
                json.key("minItems").value(from);
            }
            if (to < Integer.MAX_VALUE) {
                json.key("maxItems").value(to);
            }
            if (distinct) {
                json.key("uniqueItems").value(true);
            }
            json.key("items").beginObject();
            item.schema(json);
            json.endObject();
        }

        @Override
        public Optional<Group<?>> group() {
            return item.group();
        }
    }

    /** As a list of numbers, without an object for each of a million. */
    private record Numbers() implements Type<ImmutableDoubleArray> {

        @Override
        public Optional<ImmutableDoubleArray> read(Value value) {
            Optional<ImmutableDoubleArray> known = value.knownNumbers();
            if (known.isPresent()) {
                return known;
            }
            Optional<ImmutableList<Value>> items = value.list(1, Integer.MAX_VALUE, "[0.5, -1]");
            if (items.isEmpty()) {
                return Optional.empty();
            }
            ImmutableDoubleArray.Builder numbers = ImmutableDoubleArray.builder(items.get().size());
            boolean complete = true;
            for (Value item : items.get()) {
                OptionalDouble number = item.number(NumberType.ANY.words());
                complete &= number.isPresent();
                numbers.add(number.orElse(0));
            }
            return complete ? Optional.of(numbers.build()) : Optional.empty();
        }

        @Override
        public void write(ImmutableDoubleArray values, JsonText json) {
            json.beginArray();
            for (int i = 0; i < values.length(); i++) {
                json.value(values.get(i));
            }
            json.endArray();
        }

        @Override
        public String words() {
            return "numbers";
        }

        @Override
        public void schema(JsonText json) {
            json.key("type").value("array").key("minItems").value(1).key("items").beginObject();
            NumberType.ANY.schema(json);
            json.endObject();
        }
    }
}
