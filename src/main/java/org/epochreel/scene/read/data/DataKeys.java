package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.seed;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.epochreel.data.DataSource;
import org.epochreel.data.Expression;
import org.epochreel.data.Inputs;
import org.epochreel.data.PointShape;
import org.epochreel.data.RowInputs;
import org.epochreel.data.Samples;
import org.epochreel.data.ScaleMethod;
import org.epochreel.data.Scales;
import org.epochreel.data.Target;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.text.ShortestDecimal;

/** The keys of {@code data}. */
public final class DataKeys extends Group<DataSource> {

    private static final String ABSENT = "needed where nothing else gives the points";

    private final Key<Places> x = key("x", new InputsKeys()).orNothing(ABSENT,
            "{grid: {from: -10, to: 10, count: 100}}", "Where the points lie along the x axis, or, with lists of"
                    + " numbers, in the plane.");
    private final Key<TargetKeys.Goal> y = key("y", new TargetKeys()).alsoCalled("function", "f", "target").orNothing(ABSENT,
            "{linear: {a: -2.5, b: -0.8}}", "The function of x that the points follow.");
    private final Key<Csv> csv = key("csv", new CsvKeys()).alsoCalled("file").orNothing("none",
            "{file: points.csv, x: time, y: value}", "A file that holds the points, instead of x and y.");
    private final Key<PointShape> points = key("points", new PointsKeys()).alsoCalled("figure", "toy").orNothing("none",
            "{moons: {count: 300}}", "A figure of labelled points of the plane, instead of x and y.");
    private final Key<Double> noise = key("noise", NumberType.AT_LEAST_0).alsoCalled("noise-sd", "sigma", "sd")
            .orElse(0.0, "0.1", "Standard deviation of the Gaussian noise added to y, in units of y, or to both coordinates"
                    + " of labelled points; 0 draws none.");
    private final Key<BigInteger> seed = key("seed", seed()).alsoCalled("random-seed", "random-state")
            .orElse(BigInteger.ZERO, "7", "Seed of the points that are drawn, of the noise and of the test set.");
    private final Key<TestKeys.Test> test = key("test", new TestKeys(csv, x)).alsoCalled("test-set", "validation").orNothing(
            "no test set", "{count: 100}", "More points, which the model does not learn from; their loss is measured.");

    private final Key<Scales> scale = key("scale", new ScaleKeys()).alsoCalled("scaling", "normalise", "normalize",
            "standardise", "standardize").orElse(Scales.NONE, "standard", "How numbers are brought near 1 for the model to"
                    + " train on; pictures show the data's own units, losses are of scaled numbers.");

    /** Each of them gives all points, as x and y do together. */
    private final ImmutableList<Key<?>> wholes = ImmutableList.of(csv, points);

    public DataKeys() {
        super("data", "The points to learn from: x and y make them, or another key gives them.");
    }

    @Override
    protected Optional<DataSource> read(Section data) {
        ImmutableList<Key<?>> given = wholes.stream().filter(data::has).collect(ImmutableList.toImmutableList());
        if (given.isEmpty()) {
            return generated(data);
        }
        if (given.size() > 1) {
            data.only(wholes);
            return Optional.empty();
        }
        String name = given.get(0).name();
        data.refuse("the points come from " + name + "; remove this key or " + name, x, y);
        return given.get(0) == csv ? fromFile(data) : labelled(data);
    }

    private Optional<DataSource> fromFile(Section data) {
        data.refuse("points from a csv file are taken as they are; remove this key", noise);
        Optional<Csv> columns = data.find(csv);
        Optional<TestKeys.Test> tested = data.find(test);
        Optional<Double> fraction = tested.flatMap(TestKeys.Test::fraction);
        if (fraction.isEmpty()) {
            data.refuse("points from a csv file are taken as they are; a seed chooses those of test: {fraction: 0.25};"
                    + " remove this key", seed);
        }
        BigInteger start = data.get(seed);
        Scales scales = data.get(scale);
        Optional<DataSource> source = columns.flatMap(names ->
                names.source(tested.flatMap(TestKeys.Test::file), fraction, start, scales));
        source.ifPresent(read -> warnOfSize(read.dataSet().train(), scales, data.value(csv).orElseThrow()));
        return source;
    }

    private Optional<DataSource> labelled(Section data) {
        OptionalInt count = data.find(test).flatMap(TestKeys.Test::count).map(all -> OptionalInt.of(all.get(0)))
                .orElse(OptionalInt.empty());
        double sd = data.get(noise);
        BigInteger start = data.get(seed);
        Scales scales = data.get(scale);
        return data.find(points)
                .<DataSource>map(figure -> new DataSource.Points(figure, sd, start, count, scales))
                .filter(source -> isFinite(source, data.value(points).orElseThrow()));
    }

    private Optional<DataSource> generated(Section data) {
        Optional<TargetKeys.Goal> goal = data.need(y);
        Optional<Places> places = data.need(x);
        double sd = data.get(noise);
        Scales scales = data.get(scale);
        BigInteger start = data.get(seed);
        Optional<ImmutableList<Integer>> counts = data.find(test).flatMap(TestKeys.Test::count);
        if (places.isEmpty()) {
            goal.ifPresent(DataKeys::checkAlone);
            return Optional.empty();
        }
        Optional<DataSource> source = places.get().line().isPresent()
                ? goal.flatMap(DataKeys::curve).map(target -> new DataSource.Generated(places.get().line().get(), target, sd,
                        start, counts.map(all -> OptionalInt.of(all.get(0))).orElse(OptionalInt.empty()), scales))
                : goal.flatMap(what -> formula(what, places.get().inputs(), data)).map(formula -> new DataSource.Surface(
                        places.get().rows().get(), formula, sd, start,
                        counts.map(all -> withCounts(places.get().rows().get(), all)), scales));
        return source.filter(made -> {
            Value target = data.value(y).orElseThrow();
            boolean finite = isFinite(made, target);
            if (finite) {
                warnOfSize(made.dataSet().train(), scales, target);
            }
            return finite;
        });
    }

    private static Optional<Target> curve(TargetKeys.Goal goal) {
        return goal instanceof TargetKeys.Goal.Formula formula
                ? formula.text().parse(1).map(Target.Formula::new)
                : Optional.of(((TargetKeys.Goal.Curve) goal).target());
    }

    private Optional<Expression> formula(TargetKeys.Goal goal, int inputs, Section data) {
        if (goal instanceof TargetKeys.Goal.Formula formula) {
            return formula.text().parse(inputs);
        }
        data.value(y).orElseThrow().mistake("this is a curve over one x, and x names " + inputs + " inputs",
                "write a formula of them, such as {expression: \"sin(x1) * cos(x2)\"}");
        return Optional.empty();
    }

    /** Reports a formula that is none, whatever it is of. */
    private static void checkAlone(TargetKeys.Goal goal) {
        if (goal instanceof TargetKeys.Goal.Formula formula) {
            formula.text().parse(formula.text().namesInputs() ? NumbersType.MOST_INPUTS : 1);
        }
    }

    private static RowInputs withCounts(RowInputs rows, ImmutableList<Integer> counts) {
        if (rows instanceof RowInputs.Uniform drawn) {
            return new RowInputs.Uniform(drawn.from(), drawn.to(), counts.get(0));
        }
        ImmutableList<Inputs.Grid> axes = ((RowInputs.Grid) rows).axes();
        return new RowInputs.Grid(IntStream.range(0, axes.size()).mapToObj(i -> axes.get(i).withCount(counts.get(i)))
                .collect(ImmutableList.toImmutableList()));
    }

    /** Says where the losses of numbers that are finite cannot be. */
    private static void warnOfSize(Samples samples, Scales scales, Value asked) {
        if (scales.y() != ScaleMethod.NONE || samples.labels().isPresent()) {
            return;
        }
        double squares = 0;
        for (ImmutableDoubleArray column : samples.outputs().columns()) {
            for (int i = 0; i < column.length(); i++) {
                squares += column.get(i) * column.get(i);
            }
        }
        if (Double.isInfinite(squares)) {
            asked.warn("the squares of y are too large for doubles, so no loss but mae can be computed; use smaller"
                    + " numbers, such as y in another unit");
        }
    }

    private static boolean isFinite(DataSource source, Value asked) {
        var sets = source.dataSet();
        return isFinite(sets.train(), asked) && sets.test().map(samples -> isFinite(samples, asked)).orElse(true);
    }

    private static boolean isFinite(Samples samples, Value asked) {
        for (int i = 0; i < samples.count(); i++) {
            for (int input = 0; input < samples.inputs().width(); input++) {
                if (!Double.isFinite(samples.inputs().at(i, input))) {
                    asked.mistake("the coordinates of point " + (i + 1) + " are not finite",
                            "choose smaller numbers");
                    return false;
                }
            }
            double y = samples.outputs().at(i, 0);
            if (!Double.isFinite(y)) {
                asked.mistake("y is " + (Double.isNaN(y) ? "not a number" : "infinite") + " at " + place(samples, i),
                        "it must be a finite number at every x of the data");
                return false;
            }
        }
        return true;
    }

    private static String place(Samples samples, int row) {
        StringBuilder place = new StringBuilder();
        int width = samples.inputs().width();
        for (int input = 0; input < width; input++) {
            place.append(input == 0 ? "x" : ", x").append(width == 1 ? "" : String.valueOf(input + 1)).append(" = ")
                    .append(ShortestDecimal.of(samples.inputs().at(row, input)));
        }
        return place.toString();
    }

    private static ImmutableList<Integer> counts(RowInputs rows) {
        return rows instanceof RowInputs.Grid grid
                ? grid.axes().stream().map(Inputs.Grid::count).collect(ImmutableList.toImmutableList())
                : ImmutableList.of(rows.count());
    }

    @Override
    protected void write(DataSource source, Members members) {
        if (source instanceof DataSource.Csv file) {
            members.put(csv, Csv.of(file));
            file.test().ifPresent(chosen -> {
                if (chosen instanceof DataSource.CsvTest.Fraction part) {
                    members.put(seed, part.seed()).put(test, TestKeys.Test.ofFraction(part.fraction()));
                } else {
                    members.put(test, TestKeys.Test.ofFile(
                            FileName.of(((DataSource.CsvTest.OtherFile) chosen).file())));
                }
            });
        } else if (source instanceof DataSource.Points figure) {
            members.put(points, figure.shape()).put(noise, figure.noise()).put(seed, figure.seed());
            figure.testCount().ifPresent(count -> members.put(test, TestKeys.Test.ofCount(count)));
        } else if (source instanceof DataSource.Surface surface) {
            members.put(x, Places.of(surface.x())).put(y, new TargetKeys.Goal.Formula(FormulaText.of(surface.y())));
            members.put(noise, surface.noise()).put(seed, surface.seed());
            surface.test().ifPresent(rows -> members.put(test, TestKeys.Test.ofCounts(counts(rows))));
        } else {
            DataSource.Generated generated = (DataSource.Generated) source;
            members.put(x, Places.of(generated.x())).put(y, TargetKeys.of(generated.y()));
            members.put(noise, generated.noise()).put(seed, generated.seed());
            generated.testCount().ifPresent(count -> members.put(test, TestKeys.Test.ofCount(count)));
        }
        members.put(scale, source.scales());
    }

    @Override
    public String conditions() {
        return """
                {"if": {"required": ["csv"]},
                 "then": {"properties": {"x": false, "y": false, "points": false, "noise": false,
                                         "test": {"properties": {"count": false},
                                                  "oneOf": [{"required": ["file"]}, {"required": ["fraction"]}]}},
                          "if": {"required": ["seed"]},
                          "then": {"required": ["test"], "properties": {"test": {"required": ["fraction"]}}}},
                 "else": {"properties": {"test": {"required": ["count"],
                                                  "properties": {"file": false, "fraction": false}}},
                          "if": {"required": ["points"]},
                          "then": {"properties": {"x": false, "y": false}},
                          "else": {"required": ["x", "y"],
                                   "if": {"properties": {"x": {"required": ["grid"]}}},
                                   "then": {"properties": {"test": {"properties": {"count": {"minimum": 2,
                                                                                 "items": {"minimum": 2}}}}}}}}}""";
    }
}
