package org.epochreel.scene.read.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
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
final class TargetKeys extends OneOf<TargetKeys.Goal> {

    /** What the points follow: a curve, or a formula of what x says. */
    sealed interface Goal {

        record Curve(Target target) implements Goal {}

        record Formula(FormulaText text) implements Goal {}
    }

    private final Key<Goal.Curve> linear = kind("linear", new LinearKeys(), "{a: -2.5, b: -0.8}",
            "The line a*x + b.");
    private final Key<Goal.Curve> quadratic = kind("quadratic", new QuadraticKeys(), "{a: 1, b: -2, c: 0.5}",
            "The parabola a*x*x + b*x + c.");
    private final Key<Goal.Curve> sinusoidal = kind("sinusoidal", new SinusoidalKeys(),
            "{a: 3, b: 1, c: 0.8, d: 5}", "The wave a*sin(b*x + c) + d, in radians.");
    private final Key<Goal.Formula> expression = kind("expression", new FormulaType(), "\"sin(x) * (25 - x^2)\"",
            "Any formula of x, or, of several inputs, of x1, x2 and so on, with + - * / ^ ( ) pi e and sin cos tan exp log"
                    + " sqrt abs tanh pow(a, b).");

    TargetKeys() {
        super("data.y", "The function of x that the points follow.");
    }

    @Override
    protected void write(Goal goal, Members members) {
        if (goal instanceof Goal.Formula value) {
            members.put(expression, value);
            return;
        }
        Goal.Curve value = (Goal.Curve) goal;
        members.put(value.target() instanceof Target.Linear ? linear
                : value.target() instanceof Target.Quadratic ? quadratic : sinusoidal, value);
    }

    /** What a formula of x was read from. */
    static Goal of(Target target) {
        return target instanceof Target.Formula formula ? new Goal.Formula(FormulaText.of(formula.expression()))
                : new Goal.Curve(target);
    }

    /** A group of coefficients named a, b, c, d, all of them required. */
    private abstract static class Coefficients extends Group<Goal.Curve> {

        private final ImmutableList<Key<Double>> coefficients;

        Coefficients(String place, String sentence, int count) {
            super(place, sentence);
            ImmutableList.Builder<Key<Double>> keys = ImmutableList.builder();
            for (String name : ImmutableList.of("a", "b", "c", "d").subList(0, count)) {
                keys.add(key(name, NumberType.ANY).required("1.5", "The coefficient " + name + "."));
            }
            coefficients = keys.build();
        }

        abstract Target of(ImmutableDoubleArray values);

        abstract double[] of(Target target);

        @Override
        protected Optional<Goal.Curve> read(Section section) {
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
            boolean complete = true;
            for (Key<Double> coefficient : coefficients) {
                Optional<Double> value = section.find(coefficient);
                complete &= value.isPresent();
                values.add(value.orElse(0.0));
            }
            return complete ? Optional.of(new Goal.Curve(of(values.build()))) : Optional.empty();
        }

        @Override
        protected final void write(Goal.Curve curve, Members members) {
            double[] values = of(curve.target());
            for (int i = 0; i < values.length; i++) {
                members.put(coefficients.get(i), values[i]);
            }
        }
    }

    private static final class LinearKeys extends Coefficients {

        LinearKeys() {
            super("data.y.linear", "a*x + b", 2);
        }

        @Override
        Target of(ImmutableDoubleArray values) {
            return new Target.Linear(values.get(0), values.get(1));
        }

        @Override
        double[] of(Target target) {
            Target.Linear line = (Target.Linear) target;
            return new double[] {line.a(), line.b()};
        }
    }

    private static final class QuadraticKeys extends Coefficients {

        QuadraticKeys() {
            super("data.y.quadratic", "a*x*x + b*x + c", 3);
        }

        @Override
        Target of(ImmutableDoubleArray values) {
            return new Target.Quadratic(values.get(0), values.get(1), values.get(2));
        }

        @Override
        double[] of(Target target) {
            Target.Quadratic parabola = (Target.Quadratic) target;
            return new double[] {parabola.a(), parabola.b(), parabola.c()};
        }
    }

    private static final class SinusoidalKeys extends Coefficients {

        SinusoidalKeys() {
            super("data.y.sinusoidal", "a*sin(b*x + c) + d", 4);
        }

        @Override
        Target of(ImmutableDoubleArray values) {
            return new Target.Sinusoidal(values.get(0), values.get(1), values.get(2), values.get(3));
        }

        @Override
        double[] of(Target target) {
            Target.Sinusoidal wave = (Target.Sinusoidal) target;
            return new double[] {wave.a(), wave.b(), wave.c(), wave.d()};
        }
    }

    private record FormulaType() implements Type<Goal.Formula> {

        private static final Type<FormulaText> TEXT = new FormulaText.Formulas("x", "sin(x) * (25 - x^2)");

        @Override
        public Optional<Goal.Formula> read(Value value) {
            return TEXT.read(value).map(Goal.Formula::new);
        }

        @Override
        public void write(Goal.Formula value, JsonText json) {
            TEXT.write(value.text(), json);
        }

        @Override
        public String words() {
            return TEXT.words();
        }

        @Override
        public void schema(JsonText json) {
            TEXT.schema(json);
        }
    }
}
