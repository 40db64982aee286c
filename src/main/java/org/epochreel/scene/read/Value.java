package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Limits;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.text.NearestName;

/**
 * What a key says, while it is read. Each method reads it as one type; where it is not of that type or out of range,
 * it reports the mistake and gives nothing.
 */
final class Value {

    private static final int LONGEST_SHOWN = 60;

    private final YamlNode node;
    private final String path;
    private final Mistakes mistakes;

    Value(YamlNode node, String path, Mistakes mistakes) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
    }

    String path() {
        return path;
    }

    Position position() {
        return node.position();
    }

    boolean isScalar() {
        return node instanceof YamlNode.Scalar;
    }

    boolean isSequence() {
        return node instanceof YamlNode.Sequence;
    }

    boolean isMapping() {
        return node instanceof YamlNode.Mapping;
    }

    /** Unquoted text, which may be a number; nothing for anything else. */
    Optional<String> plainText() {
        return node instanceof YamlNode.Scalar scalar && scalar.plain() ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** The text of anything but a list, a group or nothing, quoted or not. */
    Optional<String> anyText() {
        return node instanceof YamlNode.Scalar scalar && !(scalar.plain() && CoreSchema.isNull(scalar.text()))
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    void mistake(String what, String allowed) {
        mistakes.add(node.position(), path, what + "; " + allowed);
    }

    /** A mistake in the middle of a text. */
    void mistakeAt(int index, String message) {
        Position position = node instanceof YamlNode.Scalar scalar ? scalar.positionOf(index) : node.position();
        mistakes.add(position, path, message);
    }

    /** Says what stands here, for a sentence such as "... is not a number". */
    String shown() {
        if (node instanceof YamlNode.Mapping) {
            return "a group of keys";
        }
        if (node instanceof YamlNode.Sequence) {
            return "a list";
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        if (scalar.plain() && CoreSchema.isNull(scalar.text())) {
            return "nothing";
        }
        String text = scalar.text().replaceAll("\\s+", " ");
        String shortened = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        boolean looksTyped = CoreSchema.number(scalar.text()).isPresent() || CoreSchema.isNotFinite(scalar.text());
        return scalar.plain() && looksTyped ? shortened : "\"" + shortened + "\"";
    }

    OptionalDouble number(Allowed allowed) {
        OptionalDouble number = plainText().map(CoreSchema::number).orElse(OptionalDouble.empty());
        if (number.isEmpty()) {
            notANumber("a number", allowed.sentence());
        } else if (Double.isInfinite(number.getAsDouble())) {
            mistake(shown() + " is beyond the largest double", "allowed is " + allowed.sentence());
        } else if (!allowed.contains().test(number.getAsDouble())) {
            mistake(shown() + " is out of range", "allowed is " + allowed.sentence());
        } else {
            return number;
        }
        return OptionalDouble.empty();
    }

    OptionalInt integer(int from, int to) {
        String allowed = "a whole number from " + from + " to " + to;
        Optional<BigInteger> integer = exactInteger(allowed);
        if (integer.isEmpty()) {
            return OptionalInt.empty();
        }
        if (integer.get().bitLength() > 31 || integer.get().intValue() < from || integer.get().intValue() > to) {
            mistake(shown() + " is out of range", "allowed is " + allowed);
            return OptionalInt.empty();
        }
        return OptionalInt.of(integer.get().intValue());
    }

    Optional<BigInteger> seed() {
        String allowed = "a whole number of at least 0";
        Optional<BigInteger> seed = exactInteger(allowed);
        if (seed.isPresent() && seed.get().signum() < 0) {
            mistake(shown() + " is out of range", "allowed is " + allowed);
            return Optional.empty();
        }
        if (seed.isPresent() && seed.get().bitLength() > Limits.MAX_SEED_BITS) {
            mistake("this seed has " + seed.get().bitLength() + " bits", "at most " + Limits.MAX_SEED_BITS
                    + " are allowed");
            return Optional.empty();
        }
        return seed;
    }

    private Optional<BigInteger> exactInteger(String allowed) {
        Optional<String> text = plainText();
        Optional<BigInteger> integer = text.flatMap(CoreSchema::integer);
        OptionalDouble number = text.map(CoreSchema::number).orElse(OptionalDouble.empty());
        if (integer.isEmpty() && number.isPresent()) {
            boolean whole = Math.rint(number.getAsDouble()) == number.getAsDouble();
            mistake(shown() + (whole ? " is out of range" : " is not a whole number"), "allowed is " + allowed);
        } else if (integer.isEmpty()) {
            notANumber("a whole number", allowed);
        }
        return integer;
    }

    private void notANumber(String wanted, String allowed) {
        String hint = "";
        boolean infinite = plainText().map(CoreSchema::isNotFinite).orElse(false);
        if (node instanceof YamlNode.Scalar scalar) {
            if (!scalar.plain() && CoreSchema.number(scalar.text()).isPresent()) {
                hint = ", written without quotes";
            } else if (scalar.text().matches("[-+]?[0-9]+,[0-9]+")) {
                hint = ", written with a point and without commas";
            }
        }
        mistake(shown() + " is not " + (infinite ? "finite" : wanted),
                "allowed is " + allowed + hint);
    }

    Optional<Boolean> truth() {
        Optional<Boolean> truth = plainText().flatMap(CoreSchema::truth);
        if (truth.isEmpty()) {
            mistake(shown() + " is neither true nor false", "allowed are true and false");
        }
        return truth;
    }

    /** Text, quoted or not; a number or the like needs quotes to be text. */
    Optional<String> text(String example) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            mistake(shown() + " is not text", "write text, such as " + example);
            return Optional.empty();
        }
        if (!scalar.plain()) {
            return Optional.of(scalar.text());
        }
        if (CoreSchema.isNull(scalar.text())) {
            mistake("there is no value", "write text, such as " + example);
            return Optional.empty();
        }
        if (CoreSchema.number(scalar.text()).isPresent() || CoreSchema.isNotFinite(scalar.text())
                || CoreSchema.truth(scalar.text()).isPresent()) {
            mistake(scalar.text() + " is not text", "put it in quotes to make it text");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> choices) {
        ImmutableList<String> allowed = Choice.texts(choices);
        return name(allowed).map(name -> choices.getEnumConstants()[allowed.indexOf(name)]);
    }

    /** One of several words; {@code alternatives} are other ways to write this value, for the sentence only. */
    Optional<String> name(ImmutableList<String> allowed, String... alternatives) {
        ImmutableList<String> all = ImmutableList.<String>builder().addAll(allowed).add(alternatives).build();
        String names = (all.size() == 1 ? "allowed is " : "allowed are ") + String.join(", ", all);
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.plain() && CoreSchema.isNull(scalar.text())) {
            mistake(shown() + " stands where a word is needed", names);
            return Optional.empty();
        }
        if (!allowed.contains(scalar.text())) {
            String hint = NearestName.of(scalar.text(), allowed)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("");
            mistake("unknown value " + shown(), names + hint);
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    /** A list with so many items; the items themselves are not looked at. */
    Optional<ImmutableList<Value>> list(int from, int to, String example) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            mistake(shown() + " is not a list", "write one in brackets, such as " + example);
            return Optional.empty();
        }
        int count = sequence.items().size();
        if (count < from || count > to) {
            String allowed = from == to ? from + " are needed" : "allowed are " + from + " to " + to;
            mistake("the list has " + (count == 1 ? "1 item" : count + " items"), allowed + ", such as " + example);
            return Optional.empty();
        }
        ImmutableList.Builder<Value> values = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            values.add(new Value(sequence.items().get(i), path + "[" + i + "]", mistakes));
        }
        return Optional.of(values.build());
    }

    /** A list of numbers, of any length; nothing where one of them is not. */
    Optional<ImmutableDoubleArray> numbers() {
        Optional<ImmutableList<Value>> items = list(1, Integer.MAX_VALUE, "[0.5, -1]");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        ImmutableDoubleArray.Builder numbers = ImmutableDoubleArray.builder(items.get().size());
        boolean complete = true;
        for (Value item : items.get()) {
            OptionalDouble number = item.number(Allowed.ANY);
            complete &= number.isPresent();
            numbers.add(number.orElse(0));
        }
        return complete ? Optional.of(numbers.build()) : Optional.empty();
    }

    Section section(SectionKind kind) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Section.of(kind, mapping, path, mistakes);
        }
        String hint = kind.keys().size() == 1 ? "write {" + kind.keys().get(0) + ": ...}"
                : "allowed are the keys " + String.join(", ", kind.keys());
        mistake(shown() + " stands where a group of keys is needed", hint);
        return Section.broken(kind, node.position(), path, mistakes);
    }
}
