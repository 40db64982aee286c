package org.epochreel.scene.read.model;

import static org.epochreel.scene.key.Types.seed;
import static org.epochreel.scene.key.Types.word;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.network.Layout;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.text.JsonText;

/** The keys of {@code initialisation}. */
public final class InitialisationKeys extends Group<InitialisationKeys.Start> {

    /**
     * How a model's parameters start.
     *
     * @param learner the model, by which given numbers are read and written; absent where it cannot be told
     */
    public record Start(Initialisation initialisation, Optional<Learner> learner) {}

    private final LearnerKeys learners;
    private final Key<BigInteger> seed = key("seed", seed()).alsoCalled("random-seed", "random-state").orElse(
            BigInteger.ZERO, "3", "Seed of the parameters that are drawn; shown by the readout seed.");
    private final Key<Scheme> scheme = key("scheme", new SchemeKeys()).alsoCalled("method", "distribution", "type")
            .orElse(new Scheme.Torch(), "{normal: {sd: 0.01}}",
                    "The distribution that the parameters are drawn from: torch is PyTorch's default, xavier and he are"
                            + " the normal kinds, blog is that of the blog's videos.");
    private final Key<Layout> layout = key("layout", word(Layout.class)).orElse(Layout.SEPARATE, "augmented",
            "Order of the draws: each layer's weights and then its biases (separate), or one matrix a layer whose last"
                    + " column is the bias (augmented).");
    private final Key<Double> biases = key("biases", NumberType.ANY).alsoCalled("bias").orNothing("drawn", "0.1",
            "Every bias is this number, and none is drawn.");
    private final Key<Double> scale = key("scale", NumberType.ANY).alsoCalled("gain", "factor").orElse(1.0, "2",
            "Multiplies every parameter that is drawn.");
    private final Key<Parameters> parameters;

    /** @param learners keys of the scene that say what the parameters belong to */
    public InitialisationKeys(LearnerKeys learners) {
        super("initialisation", "The parameters that the model starts from, at epoch 0.");
        this.learners = learners;
        parameters = key("parameters", new ParametersKeys(learners)).alsoCalled("values", "params").orNothing("drawn",
                "{file: parameters.json}", "The numbers themselves, instead of drawing any.");
    }

    @Override
    protected Optional<Start> read(Section section) {
        Optional<Learner> learner = learners.read(section.parent().orElseThrow());
        BigInteger start = section.get(seed);
        Layout order = section.get(layout);
        double factor = section.get(scale);
        OptionalDouble constant = section.find(biases).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        checkBiases(section, learner);
        if (section.has(parameters)) {
            section.refuse("the parameters are given, so nothing is drawn; remove this key or parameters", scheme,
                    layout, biases, scale);
            return section.find(parameters).map(given -> new Start(new Initialisation(start,
                    new Scheme.Explicit(given.values()), Layout.SEPARATE, OptionalDouble.empty(), 1), learner));
        }
        Scheme drawn = section.get(scheme);
        if (drawn instanceof Scheme.Blog) {
            checkBlog(section, learner);
        }
        return Optional.of(new Start(new Initialisation(start, drawn, order, constant, factor), learner));
    }

    private void checkBiases(Section section, Optional<Learner> learner) {
        if (learner.isEmpty()) {
            return;
        }
        if (!(learner.get() instanceof Learner.Network network)) {
            section.refuse("only networks have biases; remove this key", biases);
        } else if (!network.architecture().bias()) {
            section.refuse("network.bias is false, so there are no biases; remove this key", biases);
        }
    }

    private void checkBlog(Section section, Optional<Learner> learner) {
        section.refuse("the blog scheme has its own order of draws; remove this key or choose another scheme",
                layout);
        if (learner.isPresent() && !(learner.get() instanceof Learner.Network network
                && network.architecture().hidden().size() == 1 && network.architecture().bias())) {
            section.value(scheme).orElseThrow().mistake("the blog scheme draws one hidden layer with biases, which this"
                    + " model does not have", "choose another scheme, such as torch");
        }
    }

    /** Writes a model's parameters as one value of the key {@code parameters}. */
    public void write(Parameters values, JsonText json) {
        parameters.type().write(values, json);
    }

    @Override
    protected void write(Start start, Members members) {
        Initialisation initialisation = start.initialisation();
        members.put(seed, initialisation.seed());
        if (initialisation.scheme() instanceof Scheme.Explicit explicit) {
            members.put(parameters, new Parameters(explicit.values(), start.learner().orElseThrow()));
            return;
        }
        members.put(scheme, initialisation.scheme());
        if (!(initialisation.scheme() instanceof Scheme.Blog)) {
            members.put(layout, initialisation.layout());
        }
        initialisation.biases().ifPresent(constant -> members.put(biases, constant));
        members.put(scale, initialisation.scale());
    }

    @Override
    public String conditions() {
        return """
                {"allOf": [
                  {"if": {"required": ["parameters"]},
                   "then": {"properties": {"scheme": false, "layout": false, "biases": false, "scale": false}}},
                  {"if": {"required": ["scheme"], "properties": {"scheme": {"const": "blog"}}},
                   "then": {"properties": {"layout": false}}}]}""";
    }
}
