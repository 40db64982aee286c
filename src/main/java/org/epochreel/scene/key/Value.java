package org.epochreel.scene.key;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.text.NearestName;

/**
 * What a key says, while it is read. Each method reads it as one type; where it is not of that type or out of range,
 * it reports the mistake and gives nothing.
 */
public final class Value {

    private static final String NOTHING = "nothing";
    private static final int LONGEST_SHOWN = 60;

    /** Of files that a scene names, which its reader may not be meant to see. */
    private static final int LONGEST_SHOWN_ELSEWHERE = 20;

    private static final Pattern TIGHT_COLON = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*):(\\S.*)");

    private final YamlNode node;
    private final String path;
    private final Reading reading;
    private final Optional<Section> within;

    Value(YamlNode node, String path, Reading reading, Optional<Section> within) {
        this.node = node;
        this.path = path;
        this.reading = reading;
        this.within = within;
    }

    /** A whole file. */
    public static Value of(YamlNode root, Reading reading) {
        return new Value(root, "", reading, Optional.empty());
    }

    /** The same value as the value of a key. */
    public Value at(String key) {
        return new Value(node, key, reading, within);
    }

    /** What another file says in place of this value. */
    public Value elsewhere(YamlNode root) {
        return new Value(root, path, reading, within);
    }

    /** As it was written, for what is read as a part of something else. */
    public YamlNode node() {
        return node;
    }

    public Reading reading() {
        return reading;
    }

    public String path() {
        return path;
    }

    public Position position() {
        return node.position();
    }

    public boolean isScalar() {
        return node instanceof YamlNode.Scalar;
    }

    public boolean isSequence() {
        return node instanceof YamlNode.Sequence || node instanceof YamlNode.Numbers;
    }

    public boolean isMapping() {
        return node instanceof YamlNode.Mapping;
    }

    /** Whether a group of no keys stands here. */
    public boolean isEmptyMapping() {
        return node instanceof YamlNode.Mapping mapping && mapping.entries().isEmpty();
    }

    /** Unquoted text, which may be a number; nothing for anything else. */
    public Optional<String> plainText() {
        return node instanceof YamlNode.Scalar scalar && scalar.plain() ? Optional.of(scalar.text()) : Optional.empty();
    }

    /** The text of anything but a list, a group or nothing, quoted or not. */
    public Optional<String> anyText() {
        return node instanceof YamlNode.Scalar scalar && !(scalar.plain() && CoreSchema.isNull(scalar.text()))
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    public void mistake(String what, String allowed) {
        String said = what.startsWith(NOTHING + " is ") ? "there is no value" : what;
        reading.mistakes().add(node.position(), path, said + "; " + allowed);
    }

    /** Says what the author may not have meant, though it can be rendered. */
    public void warn(String message) {
        reading.mistakes().warn(node.position(), path, message);
    }

    /** A mistake in the middle of a text. */
    public void mistakeAt(int index, String message) {
        reading.mistakes().add(positionOf(index), path, message);
    }

    /** As {@link #warn}, in the middle of a text. */
    public void warnAt(int index, String message) {
        reading.mistakes().warn(positionOf(index), path, message);
    }

    private Position positionOf(int index) {
        return node instanceof YamlNode.Scalar scalar ? scalar.positionOf(index) : node.position();
    }

    /** Says what stands here, for a sentence such as "... is not a number". */
    public String shown() {
        if (node instanceof YamlNode.Mapping) {
            return "a group of keys";
        }
        if (isSequence()) {
            return "a list";
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        if (scalar.plain() && CoreSchema.isNull(scalar.text())) {
            return NOTHING;
        }
        String text = scalar.text().replaceAll("\\s+", " ");
        boolean ofScene = node.position().source().equals(reading.scene().toString());
        int longest = ofScene ? LONGEST_SHOWN : LONGEST_SHOWN_ELSEWHERE;
        String shortened = text.length() > longest ? text.substring(0, longest) + "..." : text;
        boolean looksTyped = CoreSchema.number(scalar.text()).isPresent() || CoreSchema.isNotFinite(scalar.text());
        return scalar.plain() && looksTyped ? shortened : "\"" + shortened + "\"";
    }

    /** A finite double, whatever is allowed of it. */
    OptionalDouble number(String allowed) {
        OptionalDouble number = plainText().map(CoreSchema::number).orElse(OptionalDouble.empty());
        if (number.isEmpty()) {
            notANumber("a number", allowed);
        } else if (Double.isInfinite(number.getAsDouble())) {
            mistake(shown() + " is beyond the largest double", "allowed is " + allowed);
            return OptionalDouble.empty();
        }
        return number;
    }

    public void outOfRange(String allowed) {
        mistake(shown() + " is out of range", "allowed is " + allowed);
    }

    /** The exact value of a whole number of any size. */
    Optional<BigInteger> integer(String allowed) {
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

    public Optional<Boolean> truth() {
        Optional<Boolean> truth = plainText().flatMap(CoreSchema::truth);
        if (truth.isEmpty()) {
            mistake(shown() + " is neither true nor false", "allowed are true and false");
        }
        return truth;
    }

    /** The text that something else was probably meant to be: {@code {epoch}}, {@code [draft]}, {@code time: now}. */
    private Optional<String> meantAsText() {
        if (node instanceof YamlNode.Mapping mapping && mapping.entries().size() == 1
                && mapping.entries().get(0).value() instanceof YamlNode.Scalar value) {
            String name = mapping.entries().get(0).name();
            return Optional.of(value.text().isEmpty() ? "{" + name + "}" : name + ": " + value.text());
        }
        return node instanceof YamlNode.Sequence list && list.items().size() == 1
                && list.items().get(0) instanceof YamlNode.Scalar word
                ? Optional.of("[" + word.text() + "]")
                : Optional.empty();
    }

    private static String withLost(YamlNode.Scalar scalar) {
        String whole = (scalar.text() + scalar.lost()).strip();
        return "\"" + shortened(whole) + "\"";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }

    /** Text, quoted or not; a number or the like needs quotes to be text. */
    public Optional<String> text(String example) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            Optional<String> meant = meantAsText();
            if (meant.isPresent()) {
                char first = meant.get().charAt(0);
                mistake("text that " + (first == '{' || first == '[' ? "starts with " + first
                        : "holds a colon and a space")
                        + " needs quotes", "write \"" + shortened(meant.get()) + "\"");
            } else {
                mistake(shown() + " is not text", "write text, such as " + example);
            }
            return Optional.empty();
        }
        if (!scalar.plain()) {
            return Optional.of(scalar.text());
        }
        if (CoreSchema.isNull(scalar.text())) {
            mistake(scalar.lost().isEmpty() ? "there is no value" : "what follows # is a comment, so there is no value",
                    "write " + (scalar.lost().isEmpty() ? "text, such as " + example : withLost(scalar)));
            return Optional.empty();
        }
        if (!scalar.lost().isEmpty()) {
            warn("what follows # is a comment, so the text is " + shown() + "; to keep it, write " + withLost(scalar));
        }
        if (CoreSchema.number(scalar.text()).isPresent() || CoreSchema.isNotFinite(scalar.text())
                || CoreSchema.truth(scalar.text()).isPresent()) {
            mistake(scalar.text() + " is not text", "put it in quotes to make it text");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    /** One of several words; {@code alternatives} are other ways to write this value, for the sentence only. */
    public Optional<String> name(
            ImmutableList<String> allowed, ImmutableMap<String, String> synonyms, String... alternatives) {
        ImmutableList<String> all = ImmutableList.<String>builder().addAll(allowed).add(alternatives).build();
        String names = (all.size() == 1 ? "allowed is " : "allowed are ") + String.join(", ", all);
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.plain() && CoreSchema.isNull(scalar.text())) {
            mistake(node instanceof YamlNode.Scalar ? "there is no value" : shown() + " stands where a word is needed",
                    names);
            return Optional.empty();
        }
        if (!allowed.contains(scalar.text())) {
            mistake("unknown value " + shown(), names + suggestion(allowed, synonyms));
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    /**
     * What was probably meant, as the end of a sentence; empty where that cannot be told.
     *
     * @param synonyms what people write, each with what it means; empty where it means something that there is not
     */
    public String suggestion(Iterable<String> allowed, ImmutableMap<String, String> synonyms) {
        String written = anyText().orElse("");
        String folded = NearestName.fold(written);
        return Optional.ofNullable(synonyms.get(folded))
                .or(() -> NearestName.of(written, allowed))
                .filter(meant -> !meant.isEmpty())
                .map(meant -> "; did you mean " + (meant.startsWith("{") ? meant : "\"" + meant + "\"") + "?")
                .orElse("");
    }

    /** A list with so many items; the items themselves are not looked at. */
    public Optional<ImmutableList<Value>> list(int from, int to, String example) {
        if (!isSequence()) {
            boolean alone = plainText().filter(text -> CoreSchema.number(text).isPresent()).isPresent();
            mistake(shown() + " is not a list",
                    "write one in brackets, such as " + (alone ? "[" + shown() + "]" : example));
            return Optional.empty();
        }
        int count = length();
        if (count < from || count > to) {
            String allowed = from == to ? from + " are needed" : "allowed are " + from + " to " + to;
            mistake("the list has " + (count == 1 ? "1 item" : count + " items"), allowed + ", such as " + example);
            return Optional.empty();
        }
        ImmutableList.Builder<Value> values = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            values.add(item(i));
        }
        return Optional.of(values.build());
    }

    private int length() {
        return node instanceof YamlNode.Numbers numbers ? numbers.values().length()
                : ((YamlNode.Sequence) node).items().size();
    }

    /** The items of a list, where every one is known to be a finite number. */
    Optional<ImmutableDoubleArray> knownNumbers() {
        return node instanceof YamlNode.Numbers numbers && !numbers.values().isEmpty() ? Optional.of(numbers.values())
                : Optional.empty();
    }

    /** An item of a list, from 0. */
    public Value item(int index) {
        YamlNode item = node instanceof YamlNode.Numbers numbers ? numbers.item(index)
                : ((YamlNode.Sequence) node).items().get(index);
        return new Value(item, path + "[" + index + "]", reading, within);
    }

    /** What stands at a key of a group that was read already, to report a mistake there; nothing where there is none. */
    public Optional<Value> child(String key) {
        return node instanceof YamlNode.Mapping mapping
                ? Optional.ofNullable(mapping.byName().get(key))
                        .map(entry -> new Value(entry.value(), path.isEmpty() ? key : path + "." + key, reading, within))
                : Optional.empty();
    }

    /** The keys of a group; nothing, and a mistake, where something else stands here. */
    public Optional<Section> section(Group<?> group) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(Section.of(group, mapping, path, reading, within));
        }
        Optional<Matcher> tight = anyText().map(TIGHT_COLON::matcher).filter(Matcher::matches)
                .filter(matcher -> group.key(matcher.group(1)).isPresent());
        if (tight.isPresent()) {
            mistake("a space is missing after the colon", "write " + tight.get().group(1) + ": "
                    + tight.get().group(2));
            return Optional.empty();
        }
        String hint = group.names().size() == 1 ? "write {" + group.names().get(0) + ": ...}"
                : "allowed are the keys " + String.join(", ", group.names());
        mistake(shown() + " stands where a group of keys is needed", hint);
        return Optional.empty();
    }

    /** The group that a bare word names, without any of its keys. */
    <T> Optional<T> bare(Group<T> group) {
        YamlNode.Mapping nothing = new YamlNode.Mapping(ImmutableList.of(), node.position());
        return group.read(Section.of(group, nothing, path, reading, within));
    }
}
