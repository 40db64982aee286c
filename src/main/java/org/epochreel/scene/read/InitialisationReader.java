package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.network.Layout;
import org.epochreel.scene.Defaults;
import org.epochreel.scene.Scene.Learner;

/** Reads {@code initialisation}. */
final class InitialisationReader {

    private static final String BLOG = "blog";
    private static final ImmutableList<String> PLAIN_SCHEMES = ImmutableList.of(BLOG, "xavier", "he", "torch");

    private final SceneFiles files;

    InitialisationReader(SceneFiles files) {
        this.files = files;
    }

    /** @param learner absent where it cannot be told; then less can be checked */
    Initialisation read(Section section, Optional<Learner> learner) {
        BigInteger seed = section.seed("seed");
        Layout layout = section.choice("layout", Defaults.LAYOUT);
        double scale = section.number("scale", Allowed.ANY, Defaults.SCALE);
        OptionalDouble biases =
                section.optional("biases").map(value -> value.number(Allowed.ANY)).orElse(OptionalDouble.empty());
        checkBiases(section, learner);
        if (section.has("parameters")) {
            section.refuse("the parameters are given, so nothing is drawn; remove this key or parameters", "scheme",
                    "layout", "biases", "scale");
            Optional<ImmutableDoubleArray> values = new ParametersReader(files)
                    .read(section.optional("parameters").orElseThrow(), learner);
            Scheme explicit = values.<Scheme>map(Scheme.Explicit::new).orElse(Defaults.SCHEME);
            return new Initialisation(seed, explicit, Defaults.LAYOUT, OptionalDouble.empty(), Defaults.SCALE);
        }
        Scheme scheme = section.optional("scheme").flatMap(InitialisationReader::scheme).orElse(Defaults.SCHEME);
        if (scheme instanceof Scheme.Blog) {
            checkBlog(section, learner);
        }
        return new Initialisation(seed, scheme, layout, biases, scale);
    }

    private static void checkBiases(Section section, Optional<Learner> learner) {
        if (learner.isEmpty()) {
            return;
        }
        if (!(learner.get() instanceof Learner.Network network)) {
            section.refuse("only networks have biases; remove this key", "biases");
        } else if (!network.architecture().bias()) {
            section.refuse("network.bias is false, so there are no biases; remove this key", "biases");
        }
    }

    private static void checkBlog(Section section, Optional<Learner> learner) {
        section.refuse("the blog scheme has its own order of draws; remove this key or choose another scheme",
                "layout");
        Value scheme = section.optional("scheme").orElseThrow();
        if (learner.isPresent() && !(learner.get() instanceof Learner.Network network
                && network.architecture().hidden().size() == 1 && network.architecture().bias())) {
            scheme.mistake("the blog scheme draws one hidden layer with biases, which this model does not have",
                    "choose another scheme, such as torch");
        }
    }

    private static Optional<Scheme> scheme(Value value) {
        if (!value.isMapping()) {
            Optional<String> text = value.isScalar() ? value.plainText() : Optional.empty();
            if (text.isPresent() && SectionKind.SCHEME.keys().contains(text.get())) {
                value.mistake(text.get() + " needs its numbers", "write "
                        + (text.get().equals("normal") ? "{normal: {sd: 0.01}}" : "{uniform: {from: 0, to: 1}}"));
                return Optional.empty();
            }
            return value.name(PLAIN_SCHEMES, "{normal: {sd: 0.01}}", "{uniform: {from: 0, to: 1}}")
                    .map(InitialisationReader::plainScheme);
        }
        return value.section(SectionKind.SCHEME).onlyKey().flatMap(kind -> kind.name().equals("normal")
                ? normal(kind.value().section(SectionKind.NORMAL_SCHEME))
                : uniform(kind.value().section(SectionKind.UNIFORM_SCHEME)));
    }

    private static Scheme plainScheme(String name) {
        return switch (name) {
            case BLOG -> new Scheme.Blog();
            case "xavier" -> new Scheme.Xavier();
            case "he" -> new Scheme.He();
            default -> new Scheme.Torch();
        };
    }

    private static Optional<Scheme> normal(Section section) {
        OptionalDouble sd = section.requiredNumber("sd", Allowed.AT_LEAST_0, "0.01");
        return sd.isPresent() ? Optional.of(new Scheme.Normal(sd.getAsDouble())) : Optional.empty();
    }

    private static Optional<Scheme> uniform(Section section) {
        OptionalDouble from = section.requiredNumber("from", Allowed.ANY, "0");
        OptionalDouble to = section.requiredNumber("to", Allowed.ANY, "1");
        return from.isPresent() && to.isPresent() && Intervals.check(section, from.getAsDouble(), to.getAsDouble())
                ? Optional.of(new Scheme.Uniform(from.getAsDouble(), to.getAsDouble()))
                : Optional.empty();
    }
}
