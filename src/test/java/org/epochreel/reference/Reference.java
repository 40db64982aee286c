package org.epochreel.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A value of the reference files: JSON objects by key, arrays by index, numbers also where they are kept as text. */
public final class Reference {
    private final Object value;

    private Reference(Object value) {
        this.value = value;
    }

    /** Reads a file of this package, by its name. */
    public static Reference read(String file) {
        try (InputStream json = Reference.class.getResourceAsStream(file)) {
            return new Reference(new Load(LoadSettings.builder().build()).loadFromInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String key) {
        return map().get(key) != null;
    }

    public Reference at(String key) {
        if (!map().containsKey(key)) {
            throw new IllegalArgumentException("no " + key + " in " + map().keySet());
        }
        return new Reference(map().get(key));
    }

    public Reference at(int index) {
        return new Reference(list().get(index));
    }

    public List<Reference> each() {
        return list().stream().map(Reference::new).collect(Collectors.toList());
    }

    public int size() {
        return list().size();
    }

    public boolean isMap() {
        return value instanceof Map;
    }

    public boolean isList() {
        return value instanceof List;
    }

    /** The keys of an object, in their order. */
    public List<String> keys() {
        return map().keySet().stream().map(String::valueOf).collect(Collectors.toList());
    }

    public String text() {
        return String.valueOf(value);
    }

    /** The value as a scene would write it, in YAML's flow style; seeds are numbers there. */
    public String flow() {
        if (isMap()) {
            return "{" + keys().stream().map(key -> key + ": " + at(key).flow()).collect(Collectors.joining(", ")) + "}";
        }
        if (isList()) {
            return "[" + each().stream().map(Reference::flow).collect(Collectors.joining(", ")) + "]";
        }
        return value instanceof String && !text().matches("[0-9]+|[a-z-]+") ? "\"" + text() + "\"" : text();
    }

    public int integer() {
        return ((Number) value).intValue();
    }

    public BigInteger seed() {
        return new BigInteger(text());
    }

    public double number() {
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble(text());
    }

    public double[] numbers() {
        return each().stream().mapToDouble(Reference::number).toArray();
    }

    public int[] integers() {
        return each().stream().mapToInt(Reference::integer).toArray();
    }

    /** The 64-bit word of a hexadecimal text. */
    public long word() {
        return Long.parseUnsignedLong(text().substring(2), 16);
    }

    /** The double whose bits a hexadecimal text holds. */
    public double bits() {
        return Double.longBitsToDouble(word());
    }

    /** The numbers of an array nested to any depth, row by row. */
    public double[] flat() {
        if (!(value instanceof List)) {
            return new double[] {number()};
        }
        return IntStream.range(0, size()).boxed()
                .flatMapToDouble(i -> Arrays.stream(at(i).flat())).toArray();
    }

    private Map<?, ?> map() {
        return (Map<?, ?>) value;
    }

    private List<?> list() {
        return (List<?>) value;
    }
}
