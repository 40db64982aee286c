package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import org.epochreel.gallery.page.Axis;
import org.epochreel.scene.read.KeyOverride;

/**
 * A key and the values that it is to have, one after the other.
 *
 * @param option by which a user asked for it
 * @param values in YAML, as the user wrote them, none twice
 */
public record Sweep(String option, String key, ImmutableList<String> values) {

    static final String SEED_KEY = "initialisation.seed";

    /**
     * Reads {@code KEY=A,B,C}; commas within brackets and quotes belong to the value.
     *
     * @throws IllegalArgumentException with a sentence if the text is none
     */
    public static Sweep parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("\"" + text
                    + "\" has no equals sign; write KEY=A,B,C, such as training.learning-rate=1e-5,1e-4");
        }
        String key = text.substring(0, equals).strip();
        ImmutableList<String> values = split(text.substring(equals + 1));
        if (values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("\"" + text + "\" has an empty value; write KEY=A,B,C");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("\"" + text + "\" has a value twice; each is shown once");
        }
        return new Sweep("--over " + key, key, values);
    }

    /** Seeds of the initialisation. */
    public static Sweep ofSeeds(ImmutableList<BigInteger> seeds) {
        return new Sweep("--seeds", SEED_KEY,
                seeds.stream().map(Object::toString).collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<String> split(String text) {
        ImmutableList.Builder<String> values = ImmutableList.builder();
        StringBuilder value = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            if (c == ',' && depth == 0 && quote == 0) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        return values.add(value.toString().strip()).build();
    }

    boolean isOfSeeds() {
        return option.equals("--seeds");
    }

    /** The key's last word, with the branch of the scene before it where another key of the gallery ends alike. */
    String words(ImmutableList<Sweep> all) {
        String last = Axis.words(key);
        boolean alone = all.stream().filter(other -> Axis.words(other.key).equals(last)).count() == 1;
        int branch = key.lastIndexOf('.');
        return alone || branch < 0 ? last : Axis.words(key.substring(0, branch)) + " " + last;
    }

    Axis axis(ImmutableList<Sweep> all) {
        String words = words(all);
        return new Axis(isOfSeeds() && words.equals("seed") ? "seed" : key, words, values,
                values.stream().map(ValueWords::of).collect(ImmutableList.toImmutableList()));
    }

    KeyOverride override(int index) {
        return new KeyOverride(option, key, values.get(index));
    }

    /** A value's part of a file name: only what every file system and every address takes as it is. */
    String namePart(int index, ImmutableList<Sweep> all) {
        String safe = values.get(index).replaceAll("[^A-Za-z0-9._+-]+", "_").replaceAll("^_+|_+$", "");
        return "-" + words(all).replace(' ', '-') + "-" + (safe.length() > 40 ? safe.substring(0, 40) : safe);
    }
}
