package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Types;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.JsonText;

/**
 * The initialisation seeds of a gallery's members, in the order in which they are shown, none of them twice.
 *
 * @param seeds 1 to {@value #MOST}
 * @throws IllegalArgumentException with a sentence if there are too few, too many, or equal ones
 */
public record SeedList(ImmutableList<BigInteger> seeds) {

    /** A grid of more could not be watched. */
    private static final int MOST = 1024;

    private static final Pattern PART = Pattern.compile("\\s*([0-9]+)(?:\\s*\\.\\.\\s*([0-9]+))?\\s*");
    private static final String EXAMPLE = "write numbers and ranges, such as 1..16 or 1,5,9..12";

    public SeedList {
        if (seeds.isEmpty() || seeds.size() > MOST) {
            throw new IllegalArgumentException(seeds.size() + " seeds; allowed are 1 to " + MOST);
        }
        Set<BigInteger> seen = new LinkedHashSet<>();
        for (BigInteger seed : seeds) {
            if (seed.signum() < 0 || seed.bitLength() > Limits.MAX_SEED_BITS) {
                throw new IllegalArgumentException("seed " + seed + " is out of range; at least 0 and at most "
                        + Limits.MAX_SEED_BITS + " bits are allowed");
            }
            if (!seen.add(seed)) {
                throw new IllegalArgumentException("seed " + seed + " is given twice; each is shown once");
            }
        }
    }

    /**
     * Reads a list such as {@code 1,5,9..12}; a range includes both ends.
     *
     * @throws IllegalArgumentException with a sentence if the text is none
     */
    public static SeedList parse(String text) {
        ImmutableList.Builder<BigInteger> seeds = ImmutableList.builder();
        for (String part : text.split(",", -1)) {
            addPart(part, seeds);
        }
        return new SeedList(seeds.build());
    }

    private static void addPart(String part, ImmutableList.Builder<BigInteger> seeds) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + part.strip() + "\" is no seed; " + EXAMPLE);
        }
        BigInteger from = new BigInteger(matcher.group(1));
        BigInteger to = matcher.group(2) == null ? from : new BigInteger(matcher.group(2));
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("the range " + part.strip() + " is empty; write the smaller seed first");
        }
        if (to.subtract(from).compareTo(BigInteger.valueOf(MOST)) >= 0) {
            throw new IllegalArgumentException("the range " + part.strip() + " is too long; allowed are 1 to " + MOST + " seeds");
        }
        for (BigInteger seed = from; seed.compareTo(to) <= 0; seed = seed.add(BigInteger.ONE)) {
            seeds.add(seed);
        }
    }

    private String text() {
        return String.join(",", seeds.stream().map(BigInteger::toString).toList());
    }

    /** A seed, a text of seeds and ranges, or a list of these. */
    record Seeds() implements Type<SeedList> {

        @Override
        public Optional<SeedList> read(Value value) {
            if (!value.isSequence()) {
                return part(value);
            }
            Optional<ImmutableList<Value>> items = value.list(1, MOST, "[1, 5, 9..12]");
            ImmutableList.Builder<BigInteger> seeds = ImmutableList.builder();
            boolean complete = items.isPresent();
            for (Value item : items.orElse(ImmutableList.of())) {
                Optional<SeedList> part = part(item);
                part.ifPresent(list -> seeds.addAll(list.seeds()));
                complete &= part.isPresent();
            }
            return complete ? checked(value, () -> new SeedList(seeds.build())) : Optional.empty();
        }

        private static Optional<SeedList> part(Value value) {
            if (value.plainText().filter(text -> CoreSchema.number(text).isPresent()).isPresent()) {
                return Types.seed().read(value).map(seed -> new SeedList(ImmutableList.of(seed)));
            }
            Optional<String> text = value.anyText();
            if (text.isEmpty()) {
                value.mistake(value.shown() + " stands where seeds are needed", EXAMPLE);
            }
            return text.flatMap(seeds -> checked(value, () -> parse(seeds)));
        }

        private static Optional<SeedList> checked(Value value, Supplier<SeedList> list) {
            try {
                return Optional.of(list.get());
            } catch (IllegalArgumentException e) {
                value.mistakeAt(0, e.getMessage());
                return Optional.empty();
            }
        }

        @Override
        public void write(SeedList value, JsonText json) {
            json.value(value.text());
        }

        @Override
        public String words() {
            return "1 to " + MOST + " seeds: numbers and ranges, such as 1..16 or 1,5,9..12, or a list of these";
        }

        @Override
        public void schema(JsonText json) {
            String part = "{\"type\": \"integer\", \"minimum\": 0}, {\"type\": \"string\", \"pattern\":"
                    + " \"^\\\\s*[0-9]+(\\\\s*\\\\.\\\\.\\\\s*[0-9]+)?\\\\s*(,\\\\s*[0-9]+(\\\\s*\\\\.\\\\.\\\\s*[0-9]+)?\\\\s*)*$\"}";
            json.members("{\"oneOf\": [" + part + ", {\"type\": \"array\", \"minItems\": 1, \"maxItems\": " + MOST
                    + ", \"uniqueItems\": true, \"items\": {\"oneOf\": [" + part + "]}}]}");
        }
    }
}
