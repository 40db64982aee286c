package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.epochreel.files.OutputFiles;
import org.epochreel.gallery.page.Axis;
import org.epochreel.scene.read.KeyOverride;

/**
 * What a gallery compares: seeds, the values of another key, or each of these with each of those.
 *
 * @param columns what varies along a row
 * @param rows what varies from row to row, if anything does
 * @param members row by row
 */
public record GalleryTable(Axis columns, Optional<Axis> rows, ImmutableList<GalleryMember> members) {

    private static final String SEED = "seed";
    private static final String SEED_KEY = "initialisation.seed";

    /** A grid of more could not be watched. */
    private static final int MOST = 1024;

    /**
     * A key and its values.
     *
     * @param values in YAML, as the user wrote them, none twice
     */
    public record Over(String key, ImmutableList<String> values) {

        /**
         * Reads {@code KEY=A,B,C}; commas within brackets and quotes belong to the value.
         *
         * @throws IllegalArgumentException with a sentence if the text is none
         */
        public static Over parse(String text) {
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
            return new Over(key, values);
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
    }

    /**
     * Crosses what is given.
     *
     * @param scene the scene's name, with which the members' begin
     * @param seeds none if they are all to have the scene's own
     * @throws IllegalArgumentException with a sentence if nothing is given, or too much
     */
    public static GalleryTable of(String scene, ImmutableList<BigInteger> seeds, Optional<Over> over) {
        if (seeds.isEmpty() && over.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare; give --seeds 1..16, --over KEY=A,B,C, or both, "
                    + "or write seeds: 1..16 into the scene");
        }
        if (!seeds.isEmpty() && over.isPresent() && over.get().key().equals(SEED_KEY)) {
            throw new IllegalArgumentException("--over " + SEED_KEY + " and seeds exclude each other; give one");
        }
        Optional<Axis> seedAxis = seeds.isEmpty() ? Optional.empty() : Optional.of(new Axis(SEED,
                seeds.stream().map(Object::toString).collect(ImmutableList.toImmutableList())));
        Optional<Axis> overAxis = over.map(given -> new Axis(given.key(), given.values()));
        Axis columns = seedAxis.or(() -> overAxis).orElseThrow();
        Optional<Axis> rows = seedAxis.isPresent() ? overAxis : Optional.empty();
        long count = (long) columns.values().size() * rows.map(axis -> axis.values().size()).orElse(1);
        if (count > MOST) {
            throw new IllegalArgumentException("a gallery of " + count + " videos is too large; at most " + MOST + " are allowed");
        }
        ImmutableList.Builder<GalleryMember> members = ImmutableList.builder();
        Set<String> names = new HashSet<>();
        for (int row = 0; row < rows.map(axis -> axis.values().size()).orElse(1); row++) {
            for (String value : columns.values()) {
                ImmutableList.Builder<KeyOverride> overrides = ImmutableList.builder();
                String name = scene;
                String label = "";
                if (rows.isPresent()) {
                    String rowValue = rows.get().values().get(row);
                    overrides.add(override(rows.get(), rowValue));
                    name += part(rows.get(), rowValue);
                    label = rowValue + "  ";
                }
                overrides.add(override(columns, value));
                name = unlike(names, name + part(columns, value));
                members.add(new GalleryMember(name, label + lastWord(columns) + " " + value, overrides.build()));
            }
        }
        return new GalleryTable(columns, rows, members.build());
    }

    private static KeyOverride override(Axis axis, String value) {
        String key = axis.name().equals(SEED) ? SEED_KEY : axis.name();
        String option = axis.name().equals(SEED) ? "--seeds" : "--over " + key;
        return new KeyOverride(option, key, value);
    }

    private static String lastWord(Axis axis) {
        return axis.name().substring(axis.name().lastIndexOf('.') + 1).replace('-', ' ');
    }

    /** A value's part of a file name: only what every file system and every address takes as it is. */
    private static String part(Axis axis, String value) {
        String word = axis.name().substring(axis.name().lastIndexOf('.') + 1);
        String safe = value.replaceAll("[^A-Za-z0-9._+-]+", "_").replaceAll("^_+|_+$", "");
        return "-" + word + "-" + (safe.length() > 40 ? safe.substring(0, 40) : safe);
    }

    private static String unlike(Set<String> names, String name) {
        String unused = name;
        for (int i = 2; !names.add(OutputFiles.folded(unused)); i++) {
            unused = name + "-" + i;
        }
        return unused;
    }
}
