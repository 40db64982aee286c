package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.whole;

import java.util.Optional;
import org.epochreel.data.Inputs;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Interval;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;

/** The keys of {@code data.x}. */
final class InputsKeys extends OneOf<Inputs> {

    private final Key<Inputs.Grid> grid = kind("grid", new GridKeys(), "{from: -10, to: 10, count: 100}",
            "Evenly spaced, both ends included, as numpy.linspace(from, to, count).");
    private final Key<Inputs.Uniform> uniform = kind("uniform", new UniformKeys(), "{from: -5, to: 5, count: 1000}",
            "Drawn uniformly from the interval, from included, to excluded.");

    InputsKeys() {
        super("data.x", "Where the points lie along the x axis.");
    }

    @Override
    protected void write(Inputs inputs, Members members) {
        if (inputs instanceof Inputs.Grid value) {
            members.put(grid, value);
        } else {
            members.put(uniform, (Inputs.Uniform) inputs);
        }
    }

    private static final class GridKeys extends Group<Inputs.Grid> {

        private final Key<Double> from = key("from", NumberType.ANY).alsoCalled("start", "min").required("-10",
                "The first x.");
        private final Key<Double> to = key("to", NumberType.ANY).alsoCalled("stop", "end", "max").required("10",
                "The last x; larger than from.");
        private final Key<Integer> count = key("count", whole(2, Limits.MAX_POINTS)).alsoCalled("n", "num", "points")
                .required("100", "How many points.");

        GridKeys() {
            super("data.x.grid", "Evenly spaced x.");
        }

        @Override
        protected Optional<Inputs.Grid> read(Section grid) {
            Optional<Interval> interval = Interval.of(grid, from, to);
            Optional<Integer> points = grid.find(count);
            return interval.flatMap(span -> points.map(number -> new Inputs.Grid(span.from(), span.to(), number)));
        }

        @Override
        protected void write(Inputs.Grid grid, Members members) {
            members.put(from, grid.from()).put(to, grid.to()).put(count, grid.count());
        }
    }

    private static final class UniformKeys extends Group<Inputs.Uniform> {

        private final Key<Double> from = key("from", NumberType.ANY).alsoCalled("low", "min").required("-5",
                "The smallest x that may be drawn.");
        private final Key<Double> to = key("to", NumberType.ANY).alsoCalled("high", "max").required("5",
                "Every x is smaller than this; larger than from.");
        private final Key<Integer> count = key("count", whole(1, Limits.MAX_POINTS)).alsoCalled("n", "num", "points")
                .required("1000", "How many points.");

        UniformKeys() {
            super("data.x.uniform", "Drawn x.");
        }

        @Override
        protected Optional<Inputs.Uniform> read(Section uniform) {
            Optional<Interval> interval = Interval.of(uniform, from, to);
            Optional<Integer> points = uniform.find(count);
            return interval.flatMap(span -> points.map(number -> new Inputs.Uniform(span.from(), span.to(), number)));
        }

        @Override
        protected void write(Inputs.Uniform uniform, Members members) {
            members.put(from, uniform.from()).put(to, uniform.to()).put(count, uniform.count());
        }
    }
}
