package org.epochreel.scene.read.model;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.network.Initialisation.Scheme;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Interval;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;

/** The keys of {@code initialisation.scheme}. */
final class SchemeKeys extends OneOf<Scheme> {

    private static final String BLOG = "blog";
    private static final String XAVIER = "xavier";
    private static final String HE = "he";
    private static final String TORCH = "torch";

    private final Key<Scheme.Normal> normal = kind("normal", new NormalKeys(), "{sd: 0.01}",
            "Every parameter from a normal distribution of mean 0.");
    private final Key<Scheme.Uniform> uniform = kind("uniform", new UniformKeys(), "{from: 0, to: 1}",
            "Every parameter uniformly from an interval, from included, to excluded.");

    SchemeKeys() {
        super("initialisation.scheme", "A distribution of starting parameters.");
        word(BLOG, new Scheme.Blog());
        word(XAVIER, new Scheme.Xavier());
        word(HE, new Scheme.He());
        word(TORCH, new Scheme.Torch());
        alsoCalled(ImmutableMap.of("glorot", XAVIER, "xavier-normal", XAVIER, "kaiming", HE, "kaiming-normal", HE,
                "pytorch", TORCH, "default", TORCH, "gaussian", "{normal: {sd: 0.01}}", "random",
                "{normal: {sd: 0.01}}"));
    }

    @Override
    protected Optional<String> word(Scheme scheme) {
        return scheme instanceof Scheme.Blog ? Optional.of(BLOG)
                : scheme instanceof Scheme.Xavier ? Optional.of(XAVIER)
                : scheme instanceof Scheme.He ? Optional.of(HE)
                : scheme instanceof Scheme.Torch ? Optional.of(TORCH)
                : Optional.empty();
    }

    @Override
    protected void write(Scheme scheme, Members members) {
        if (scheme instanceof Scheme.Normal value) {
            members.put(normal, value);
        } else {
            members.put(uniform, (Scheme.Uniform) scheme);
        }
    }

    private static final class NormalKeys extends Group<Scheme.Normal> {

        private final Key<Double> sd = key("sd", NumberType.AT_LEAST_0).alsoCalled("std", "sigma",
                "standard-deviation").required("0.01", "Standard deviation of every parameter.");

        NormalKeys() {
            super("initialisation.scheme.normal", "A normal distribution of mean 0.");
        }

        @Override
        protected Optional<Scheme.Normal> read(Section normal) {
            return normal.find(sd).map(Scheme.Normal::new);
        }

        @Override
        protected void write(Scheme.Normal normal, Members members) {
            members.put(sd, normal.sd());
        }
    }

    private static final class UniformKeys extends Group<Scheme.Uniform> {

        private final Key<Double> from = key("from", NumberType.ANY).alsoCalled("low", "min").required("0",
                "The smallest value that may be drawn.");
        private final Key<Double> to = key("to", NumberType.ANY).alsoCalled("high", "max").required("1",
                "Every value is smaller than this; larger than from.");

        UniformKeys() {
            super("initialisation.scheme.uniform", "A uniform distribution.");
        }

        @Override
        protected Optional<Scheme.Uniform> read(Section uniform) {
            return Interval.of(uniform, from, to).map(span -> new Scheme.Uniform(span.from(), span.to()));
        }

        @Override
        protected void write(Scheme.Uniform uniform, Members members) {
            members.put(from, uniform.from()).put(to, uniform.to());
        }
    }
}
