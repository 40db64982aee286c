package org.epochreel.scene.read.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.Expression;
import org.epochreel.data.Target;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** The keys of {@code data.y}. */
final class TargetKeys extends OneOf<Target> {

    private final Key<Target.Linear> linear = kind("linear", new LinearKeys(), "{a: -2.5, b: -0.8}",
            "The line a*x + b.");
    private final Key<Target.Quadratic> quadratic = kind("quadratic", new QuadraticKeys(), "{a: 1, b: -2, c: 0.5}",
            "The parabola a*x*x + b*x + c.");
    private final Key<Target.Sinusoidal> sinusoidal = kind("sinusoidal", new SinusoidalKeys(),
            "{a: 3, b: 1, c: 0.8, d: 5}", "The wave a*sin(b*x + c) + d, in radians.");
    private final Key<Target.Formula> expression = kind("expression", new FormulaType(), "\"sin(x) * (25 - x^2)\"",
            "Any formula of x, with + - * / ^ ( ) pi e and sin cos tan exp log sqrt abs tanh pow(a, b).");

    TargetKeys() {
        super("data.y", "The function of x that the points follow.");
    }

    @Override
    protected void write(Target target, Members members) {
        if (target instanceof Target.Linear value) {
            members.put(linear, value);
        } else if (target instanceof Target.Quadratic value) {
            members.put(quadratic, value);
        } else if (target instanceof Target.Sinusoidal value) {
            members.put(sinusoidal, value);
        } else {
            members.put(expression, (Target.Formula) target);
        }
    }

    /** A group of coefficients named a, b, c, d, all of them required. */
    private abstract static class Coefficients<T extends Target> extends Group<T> {

        private final ImmutableList<Key<Double>> coefficients;

        Coefficients(String place, String sentence, int count) {
            super(place, sentence);
            ImmutableList.Builder<Key<Double>> keys = ImmutableList.builder();
            for (String name : ImmutableList.of("a", "b", "c", "d").subList(0, count)) {
                keys.add(key(name, NumberType.ANY).required("1.5", "The coefficient " + name + "."));
            }
            coefficients = keys.build();
        }

        abstract T of(ImmutableDoubleArray values);

        @Override
        protected Optional<T> read(Section section) {
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
            boolean complete = true;
            for (Key<Double> coefficient : coefficients) {
                Optional<Double> value = section.find(coefficient);
                complete &= value.isPresent();
                values.add(value.orElse(0.0));
            }
            return complete ? Optional.of(of(values.build())) : Optional.empty();
        }

        final void put(Members members, double... values) {
            for (int i = 0; i < values.length; i++) {
                members.put(coefficients.get(i), values[i]);
            }
        }
    }

    private static final class LinearKeys extends Coefficients<Target.Linear> {

        LinearKeys() {
            super("data.y.linear", "a*x + b", 2);
        }

        @Override
        Target.Linear of(ImmutableDoubleArray values) {
            return new Target.Linear(values.get(0), values.get(1));
        }

        @Override
        protected void write(Target.Linear line, Members members) {
            put(members, line.a(), line.b());
        }
    }

    private static final class QuadraticKeys extends Coefficients<Target.Quadratic> {

        QuadraticKeys() {
            super("data.y.quadratic", "a*x*x + b*x + c", 3);
        }

        @Override
        Target.Quadratic of(ImmutableDoubleArray values) {
            return new Target.Quadratic(values.get(0), values.get(1), values.get(2));
        }

        @Override
        protected void write(Target.Quadratic parabola, Members members) {
            put(members, parabola.a(), parabola.b(), parabola.c());
        }
    }

    private static final class SinusoidalKeys extends Coefficients<Target.Sinusoidal> {

        SinusoidalKeys() {
            super("data.y.sinusoidal", "a*sin(b*x + c) + d", 4);
        }

        @Override
        Target.Sinusoidal of(ImmutableDoubleArray values) {
            return new Target.Sinusoidal(values.get(0), values.get(1), values.get(2), values.get(3));
        }

        @Override
        protected void write(Target.Sinusoidal wave, Members members) {
            put(members, wave.a(), wave.b(), wave.c(), wave.d());
        }
    }

    private record FormulaType() implements Type<Target.Formula> {

        private static final FormulaText TEXT = new FormulaText("sin(x) * (25 - x^2)");

        @Override
        public Optional<Target.Formula> read(Value value) {
            return TEXT.read(value).flatMap(text -> FormulaText.parse(value, text, 1)).map(Target.Formula::new);
        }

        @Override
        public void write(Target.Formula value, JsonText json) {
            json.value(value.expression().text());
        }

        @Override
        public String words() {
            return "a formula of x of at most " + Expression.MAX_LENGTH + " characters";
        }

        @Override
        public void schema(JsonText json) {
            TEXT.schema(json);
        }
    }
}
