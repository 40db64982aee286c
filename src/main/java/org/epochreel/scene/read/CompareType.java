package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.scene.Scene;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;
import org.epochreel.text.JsonText;

/**
 * Runs that one film compares: a key with a value for each run's name, or, under {@code runs}, for each name several
 * keys with their values.
 */
final class CompareType implements Type<ImmutableList<CompareType.Variant>> {

    private static final String RUNS = "runs";
    private static final int LONGEST_NAME = 40;
    private static final String EXAMPLE = "{training.optimiser: {plain: gradient-descent, Adam: adam}}";
    private static final String RUNS_EXAMPLE = "{runs: {plain: {training.optimiser: gradient-descent}, Adam:"
            + " {training.optimiser: adam}}}";
    private static final ImmutableList<String> GROUPS = ImmutableList.of("network", "initialisation", "training");
    private static final ImmutableList<String> DIFFERING =
            ImmutableList.<String>builder().add("model").addAll(GROUPS).build();
    private static final String SCALE = "data.scale";
    private static final String COMPARABLE = "keys of " + String.join(", ", DIFFERING) + " may differ, and " + SCALE;

    /** One of the runs, as far as it differs from the others. */
    record Variant(String name, ImmutableList<KeySetting> settings) {

        /**
         * A run with all that it may have differently from others.
         *
         * @param canonical the text of the scene that it is alone
         */
        static Variant of(String name, String canonical) {
            YamlNode.Mapping scene = (YamlNode.Mapping) YamlReader.readOption(
                    canonical, Position.ofOption(name), new Mistakes()).orElseThrow();
            ImmutableList.Builder<KeySetting> settings = ImmutableList.builder();
            for (YamlNode.Entry entry : scene.entries()) {
                if (DIFFERING.contains(entry.name())) {
                    settings.add(new KeySetting(entry.name(), entry.value(), entry.position()));
                }
            }
            YamlNode.Entry scale = ((YamlNode.Mapping) scene.entry("data").orElseThrow().value()).entry("scale").orElseThrow();
            return new Variant(name, settings.add(new KeySetting(SCALE, scale.value(), scale.position())).build());
        }

    }

    @Override
    public Optional<ImmutableList<Variant>> read(Value value) {
        if (!(value.node() instanceof YamlNode.Mapping mapping) || mapping.entries().size() != 1) {
            value.mistake(value.isMapping() ? "there is not exactly one key" : value.shown() + " stands where runs are needed",
                    "write, for example, " + EXAMPLE + " or " + RUNS_EXAMPLE);
            return Optional.empty();
        }
        YamlNode.Entry only = mapping.entries().get(0);
        Place place = new Place(value, only.name());
        boolean named = only.name().equals(RUNS);
        if (!named && !place.mayDiffer(only)) {
            return Optional.empty();
        }
        if (!(only.value() instanceof YamlNode.Mapping runs)) {
            place.mistake(only.value(), "no names of runs stand here", "write, for example, "
                    + (named ? RUNS_EXAMPLE : "{" + only.name() + ": {first: ..., second: ...}}"));
            return Optional.empty();
        }
        int count = runs.entries().size();
        if (count < Scene.FEWEST_COMPARED || count > Scene.MOST_COMPARED) {
            place.mistake(runs, count == 1 ? "there is 1 run" : "there are " + count + " runs", "allowed are "
                    + Scene.FEWEST_COMPARED + " to " + Scene.MOST_COMPARED);
            return Optional.empty();
        }
        ImmutableList.Builder<Variant> variants = ImmutableList.builder();
        boolean complete = true;
        for (YamlNode.Entry run : runs.entries()) {
            complete &= place.isName(run);
            if (named) {
                Optional<ImmutableList<KeySetting>> settings = place.settings(run);
                complete &= settings.isPresent();
                settings.ifPresent(list -> variants.add(new Variant(run.name(), list)));
            } else {
                variants.add(new Variant(run.name(),
                        ImmutableList.of(new KeySetting(only.name(), run.value(), run.value().position()))));
            }
        }
        return complete ? Optional.of(variants.build()) : Optional.empty();
    }

    /** Where mistakes are reported. */
    private record Place(Value compare, String within) {

        void mistake(YamlNode node, String what, String allowed) {
            compare.reading().mistakes().add(node.position(), compare.path() + "." + within, what + "; " + allowed);
        }

        boolean isName(YamlNode.Entry run) {
            boolean shown = !run.name().isBlank() && run.name().codePointCount(0, run.name().length()) <= LONGEST_NAME;
            if (!shown) {
                compare.reading().mistakes().add(run.position(), compare.path() + "." + within,
                        "a run's name stands beside its curve; allowed are 1 to " + LONGEST_NAME + " characters");
            }
            return shown;
        }

        boolean mayDiffer(YamlNode.Entry entry) {
            String key = entry.name();
            String first = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            String trouble = "";
            if (!KeySetting.isKey(key)) {
                trouble = "\"" + key + "\" is no key; keys are names joined by points, such as training.optimiser";
            } else if (key.equals("training.epochs")) {
                trouble = "all runs go by one clock of epochs, which stands in training.epochs";
            } else if (first.equals("data") && !key.startsWith(SCALE)) {
                trouble = "all runs learn the same data; " + COMPARABLE;
            } else if (!first.equals("data") && !DIFFERING.contains(first)) {
                trouble = "\"" + key + "\" cannot differ between runs; " + COMPARABLE;
            }
            if (!trouble.isEmpty()) {
                compare.reading().mistakes().add(entry.position(), compare.path(), trouble);
            }
            return trouble.isEmpty();
        }

        Optional<ImmutableList<KeySetting>> settings(YamlNode.Entry run) {
            if (!(run.value() instanceof YamlNode.Mapping keys)) {
                mistake(run.value(), "no keys of the run stand here", "write, for example, " + run.name()
                        + ": {training.optimiser: adam}");
                return Optional.empty();
            }
            boolean complete = true;
            ImmutableList.Builder<KeySetting> settings = ImmutableList.builder();
            for (YamlNode.Entry key : keys.entries()) {
                complete &= mayDiffer(key);
                settings.add(new KeySetting(key.name(), key.value(), key.value().position()));
            }
            return complete ? Optional.of(settings.build()) : Optional.empty();
        }
    }

    @Override
    public void write(ImmutableList<Variant> variants, JsonText json) {
        json.beginObject().key(RUNS).beginObject();
        for (Variant variant : variants) {
            json.key(variant.name()).beginObject();
            variant.settings().forEach(setting -> write(setting.value(), json.key(setting.key())));
            json.endObject();
        }
        json.endObject().endObject();
    }

    private static void write(YamlNode node, JsonText json) {
        if (node instanceof YamlNode.Mapping mapping) {
            json.beginObject();
            mapping.entries().forEach(entry -> write(entry.value(), json.key(entry.name())));
            json.endObject();
        } else if (node instanceof YamlNode.Sequence list) {
            json.beginArray();
            list.items().forEach(item -> write(item, json));
            json.endArray();
        } else if (node instanceof YamlNode.Numbers numbers) {
            json.beginArray();
            numbers.values().forEach(json::value);
            json.endArray();
        } else {
            write((YamlNode.Scalar) node, json);
        }
    }

    private static void write(YamlNode.Scalar scalar, JsonText json) {
        Optional<BigInteger> whole = CoreSchema.integer(scalar.text());
        OptionalDouble number = CoreSchema.number(scalar.text());
        if (!scalar.plain()) {
            json.value(scalar.text());
        } else if (CoreSchema.isNull(scalar.text())) {
            json.nothing();
        } else if (CoreSchema.truth(scalar.text()).isPresent()) {
            json.value(CoreSchema.truth(scalar.text()).get());
        } else if (whole.isPresent()) {
            json.value(whole.get());
        } else if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            json.value(number.getAsDouble());
        } else {
            json.value(scalar.text());
        }
    }

    @Override
    public String words() {
        return Scene.FEWEST_COMPARED + " to " + Scene.MOST_COMPARED + " named runs: " + EXAMPLE + ", or " + RUNS_EXAMPLE;
    }

    @Override
    public void schema(JsonText json) {
        json.key("oneOf").beginArray();
        json.beginObject().key("type").value("object").key("required").beginArray().value(RUNS).endArray();
        json.key("properties").beginObject().key(RUNS).beginObject();
        named(json).beginObject().key("type").value("object").key("properties").beginObject();
        for (String group : GROUPS) {
            json.key(group).beginObject().key("$ref").value("#/$defs/" + group).endObject();
        }
        json.endObject().key("propertyNames").beginObject().key("pattern").value(pattern()).endObject().endObject();
        json.endObject().endObject().key("additionalProperties").value(false).endObject();
        json.beginObject().key("type").value("object").key("minProperties").value(1).key("maxProperties").value(1);
        json.key("propertyNames").beginObject().key("pattern").value(pattern()).endObject();
        json.key("properties").beginObject();
        for (String group : GROUPS) {
            named(json.key(group).beginObject()).beginObject().key("$ref").value("#/$defs/" + group).endObject().endObject();
        }
        json.endObject().key("additionalProperties").beginObject();
        named(json).value(true).endObject().endObject().endArray();
    }

    private static JsonText named(JsonText json) {
        json.key("type").value("object").key("minProperties").value(Scene.FEWEST_COMPARED);
        json.key("maxProperties").value(Scene.MOST_COMPARED).key("propertyNames").beginObject();
        json.key("minLength").value(1).key("maxLength").value(LONGEST_NAME).endObject();
        return json.key("additionalProperties");
    }

    private static String pattern() {
        return "^(?!training\\.epochs$)(" + String.join("|", DIFFERING) + "|data\\.scale)(\\.[A-Za-z0-9_-]+)*$";
    }
}
