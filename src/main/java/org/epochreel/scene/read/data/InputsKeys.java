package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.whole;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.epochreel.data.Inputs;
import org.epochreel.data.RowInputs;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Interval;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;

/** The keys of {@code data.x}. */
final class InputsKeys extends OneOf<Places> {

    private final Key<Places> grid = kind("grid", new GridKeys(), "{from: -10, to: 10, count: 100}",
            "Evenly spaced, both ends included, as numpy.linspace(from, to, count); with lists, every combination of the"
                    + " axes' values, the last axis fastest.");
    private final Key<Places> uniform = kind("uniform", new UniformKeys(), "{from: -5, to: 5, count: 1000}",
            "Drawn uniformly from the interval, from included, to excluded; with lists, row by row.");

    InputsKeys() {
        super("data.x", "Where the points lie along the x axis, or, with lists of two numbers, in the plane.");
    }

    @Override
    protected void write(Places places, Members members) {
        boolean evenly = places.line().map(Inputs.Grid.class::isInstance)
                .orElseGet(() -> places.rows().orElseThrow() instanceof RowInputs.Grid);
        members.put(evenly ? grid : uniform, places);
    }

    private static Type<ImmutableList<Double>> ends() {
        return new NumbersType<>(NumberType.ANY, "[-3, -3]");
    }

    /** The interval of each input; nothing, and mistakes, where the ends make none. */
    private static Optional<ImmutableList<Interval>> intervals(Section section, Key<ImmutableList<Double>> from,
            Key<ImmutableList<Double>> to) {
        Optional<ImmutableList<Double>> starts = section.find(from);
        Optional<ImmutableList<Double>> ends = section.find(to);
        if (starts.isEmpty() || ends.isEmpty()) {
            return Optional.empty();
        }
        Value asked = section.value(to).orElseThrow();
        if (starts.get().size() != ends.get().size()) {
            asked.mistake("from names " + inputs(starts.get().size()) + " and to " + inputs(ends.get().size()),
                    "both need a number for each input, such as from: [-3, -3], to: [3, 3]");
            return Optional.empty();
        }
        ImmutableList.Builder<Interval> intervals = ImmutableList.builder();
        boolean complete = true;
        for (int i = 0; i < ends.get().size(); i++) {
            Value end = ends.get().size() == 1 ? asked : asked.item(i);
            Optional<Interval> interval = Interval.of(starts.get().get(i), ends.get().get(i), end);
            complete &= interval.isPresent();
            interval.ifPresent(intervals::add);
        }
        return complete ? Optional.of(intervals.build()) : Optional.empty();
    }

    static String inputs(int count) {
        return count == 1 ? "one input" : count + " inputs";
    }


    private static final class GridKeys extends Group<Places> {

        private final Key<ImmutableList<Double>> from = key("from", ends()).alsoCalled("start", "min").required("-10",
                "The first x.");
        private final Key<ImmutableList<Double>> to = key("to", ends()).alsoCalled("stop", "end", "max").required("10",
                "The last x; larger than from.");
        private final Key<ImmutableList<Integer>> count = key("count",
                new NumbersType<>(whole(2, Limits.MAX_POINTS), "[40, 40]")).alsoCalled("n", "num", "points")
                .required("100", "How many points, along each axis.");

        GridKeys() {
            super("data.x.grid", "Evenly spaced x.");
        }

        @Override
        protected Optional<Places> read(Section grid) {
            Optional<ImmutableList<Interval>> spans = intervals(grid, from, to);
            return grid.find(count).flatMap(numbers -> spans.flatMap(intervals ->
                    grid(intervals, numbers, grid.value(count).orElseThrow())));
        }

        private static Optional<Places> grid(ImmutableList<Interval> spans, ImmutableList<Integer> counts, Value asked) {
            if (spans.size() != counts.size()) {
                asked.mistake("count is for " + inputs(counts.size()) + ", and from and to name " + spans.size(),
                        "it needs a number for each input, such as [40, 40]");
                return Optional.empty();
            }
            long all = 1;
            ImmutableList.Builder<Inputs.Grid> axes = ImmutableList.builder();
            for (int i = 0; i < spans.size(); i++) {
                all = Math.min(all * counts.get(i), Integer.MAX_VALUE);
                axes.add(new Inputs.Grid(spans.get(i).from(), spans.get(i).to(), counts.get(i)));
            }
            if (all > Limits.MAX_POINTS) {
                asked.mistake("the grid has more than " + Limits.MAX_POINTS + " points", "at most that many are allowed");
                return Optional.empty();
            }
            ImmutableList<Inputs.Grid> made = axes.build();
            return Optional.of(made.size() == 1 ? Places.of(made.get(0)) : Places.of(new RowInputs.Grid(made)));
        }

        @Override
        protected void write(Places places, Members members) {
            ImmutableList<Inputs.Grid> axes = places.rows().map(rows -> ((RowInputs.Grid) rows).axes())
                    .orElseGet(() -> ImmutableList.of((Inputs.Grid) places.line().orElseThrow()));
            members.put(from, axes.stream().map(Inputs.Grid::from).collect(ImmutableList.toImmutableList()));
            members.put(to, axes.stream().map(Inputs.Grid::to).collect(ImmutableList.toImmutableList()));
            members.put(count, axes.stream().map(Inputs.Grid::count).collect(ImmutableList.toImmutableList()));
        }
    }

    private static final class UniformKeys extends Group<Places> {

        private final Key<ImmutableList<Double>> from = key("from", ends()).alsoCalled("low", "min").required("-5",
                "The smallest x that may be drawn.");
        private final Key<ImmutableList<Double>> to = key("to", ends()).alsoCalled("high", "max").required("5",
                "Every x is smaller than this; larger than from.");
        private final Key<Integer> count = key("count", whole(1, Limits.MAX_POINTS)).alsoCalled("n", "num", "points")
                .required("1000", "How many points.");

        UniformKeys() {
            super("data.x.uniform", "Drawn x.");
        }

        @Override
        protected Optional<Places> read(Section uniform) {
            Optional<ImmutableList<Interval>> spans = intervals(uniform, from, to);
            Optional<Integer> points = uniform.find(count);
            return spans.flatMap(intervals -> points.map(number -> uniform(intervals, number)));
        }

        private static Places uniform(ImmutableList<Interval> spans, int count) {
            if (spans.size() == 1) {
                return Places.of(new Inputs.Uniform(spans.get(0).from(), spans.get(0).to(), count));
            }
            return Places.of(new RowInputs.Uniform(
                    ImmutableDoubleArray.copyOf(spans.stream().mapToDouble(Interval::from)),
                    ImmutableDoubleArray.copyOf(spans.stream().mapToDouble(Interval::to)), count));
        }

        @Override
        protected void write(Places places, Members members) {
            if (places.line().isPresent()) {
                Inputs.Uniform line = (Inputs.Uniform) places.line().get();
                members.put(from, ImmutableList.of(line.from())).put(to, ImmutableList.of(line.to()));
                members.put(count, line.count());
                return;
            }
            RowInputs.Uniform rows = (RowInputs.Uniform) places.rows().orElseThrow();
            members.put(from, ImmutableList.copyOf(rows.from().asList())).put(to, ImmutableList.copyOf(rows.to().asList()));
            members.put(count, rows.count());
        }
    }
}
