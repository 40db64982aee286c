package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.seed;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.epochreel.data.DataSource;
import org.epochreel.data.Expression;
import org.epochreel.data.Inputs;
import org.epochreel.data.PointShape;
import org.epochreel.data.RowInputs;
import org.epochreel.data.Scales;
import org.epochreel.data.Target;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;

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
    private final Key<NoKeys> digits = key("digits", new NoKeys.Type("digits")).alsoCalled("mnist", "handwriting")
            .orNothing("none", "{}", "The 1797 handwritten digits of 8 by 8 pixels that come with the program, instead of x"
                    + " and y; pixels go from 0 to 1.");
    private final Key<ImageKeys.Asked> image = key("image", new ImageKeys()).alsoCalled("picture", "photo").orNothing(
            "none", "{file: cat.png, size: 96}", "A picture as a function from a point (x1, x2) to a colour, instead of x"
                    + " and y.");
    private final Key<Double> noise = key("noise", NumberType.AT_LEAST_0).alsoCalled("noise-sd", "sigma", "sd")
            .orElse(0.0, "0.1", "Standard deviation of the Gaussian noise added to y, in units of y, or to both coordinates"
                    + " of labelled points; 0 draws none.");
    private final Key<BigInteger> seed = key("seed", seed()).alsoCalled("random-seed", "random-state")
            .orElse(BigInteger.ZERO, "7", "Seed of the points that are drawn, of the noise and of the test set.");
    private final Key<TestKeys.Test> test = key("test", new TestKeys(csv, ImmutableList.of(digits, image), x)).alsoCalled("test-set", "validation").orNothing(
            "no test set", "{count: 100}", "More points, which the model does not learn from; their loss is measured.");

    private final Key<Scales> scale = key("scale", new ScaleKeys()).alsoCalled("scaling", "normalise", "normalize",
            "standardise", "standardize").orElse(Scales.NONE, "standard", "How numbers are brought near 1 for the model to"
                    + " train on; pictures show the data's own units, losses are of scaled numbers.");

    /** Each of them gives all points, as x and y do together. */
    private final ImmutableList<Key<?>> wholes = ImmutableList.of(csv, points, digits, image);

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
        if (given.get(0) == points) {
            return labelled(data);
        }
        data.refuse("points from " + (given.get(0) == csv ? "a csv file" : name) + " are taken as they are; remove this"
                + " key", noise);
        return given.get(0) == csv ? fromFile(data) : shipped(data, given.get(0));
    }

    private Optional<DataSource> fromFile(Section data) {
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
        source.ifPresent(read -> PointChecks.warnOfSize(read.dataSet().train(), scales, data.value(csv).orElseThrow()));
        return source;
    }

    private Optional<DataSource> shipped(Section data, Key<?> chosen) {
        Optional<Double> fraction = data.find(test).flatMap(TestKeys.Test::fraction);
        if (fraction.isEmpty()) {
            data.refuse("nothing is drawn of " + chosen.name() + "; a seed chooses the rows of test: {fraction: 0.25};"
                    + " remove this key", seed);
        }
        BigInteger start = data.get(seed);
        Scales scales = data.get(scale);
        Optional<DataSource.RandomPart> part = fraction.map(share -> new DataSource.RandomPart(share, start));
        return chosen == digits ? data.find(digits).map(asked -> new DataSource.HandwrittenDigits(part, scales))
                : data.find(image).flatMap(asked -> SceneFiles.picture(asked.file(), asked.size()).map(picture ->
                        new DataSource.Image(asked.file().path(), asked.size(), part, scales, picture)));
    }

    private Optional<DataSource> labelled(Section data) {
        OptionalInt count = data.find(test).flatMap(TestKeys.Test::count).map(all -> OptionalInt.of(all.get(0)))
                .orElse(OptionalInt.empty());
        double sd = data.get(noise);
        BigInteger start = data.get(seed);
        Scales scales = data.get(scale);
        return data.find(points)
                .<DataSource>map(figure -> new DataSource.Points(figure, sd, start, count, scales))
                .filter(source -> PointChecks.isFinite(source, data.value(points).orElseThrow()));
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
            boolean finite = PointChecks.isFinite(made, target);
            if (finite) {
                PointChecks.warnOfSize(made.dataSet().train(), scales, target);
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
                if (chosen instanceof DataSource.CsvTest.Fraction share) {
                    write(share.part(), members);
                } else {
                    members.put(test, TestKeys.Test.ofFile(
                            FileName.of(((DataSource.CsvTest.OtherFile) chosen).file())));
                }
            });
        } else if (source instanceof DataSource.Points figure) {
            members.put(points, figure.shape()).put(noise, figure.noise()).put(seed, figure.seed());
            figure.testCount().ifPresent(count -> members.put(test, TestKeys.Test.ofCount(count)));
        } else if (source instanceof DataSource.HandwrittenDigits all) {
            members.put(digits, NoKeys.NONE);
            all.part().ifPresent(part -> write(part, members));
        } else if (source instanceof DataSource.Image picture) {
            members.put(image, new ImageKeys.Asked(FileName.of(picture.file()), picture.size()));
            picture.part().ifPresent(part -> write(part, members));
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

    private void write(DataSource.RandomPart part, Members members) {
        members.put(seed, part.seed()).put(test, TestKeys.Test.ofFraction(part.fraction()));
    }

    @Override
    public String conditions() {
        return """
                {"allOf": [
                   {"not": {"required": ["csv", "points"]}}, {"not": {"required": ["csv", "digits"]}},
                   {"not": {"required": ["csv", "image"]}}, {"not": {"required": ["points", "digits"]}},
                   {"not": {"required": ["points", "image"]}}, {"not": {"required": ["digits", "image"]}}],
                 "if": {"anyOf": [{"required": ["csv"]}, {"required": ["digits"]}, {"required": ["image"]}]},
                 "then": {"properties": {"x": false, "y": false, "noise": false, "test": {"properties": {"count": false}}},
                          "if": {"required": ["csv"]},
                          "then": {"properties": {"test": {"oneOf": [{"required": ["file"]}, {"required": ["fraction"]}]}},
                                   "if": {"required": ["seed"]},
                                   "then": {"required": ["test"], "properties": {"test": {"required": ["fraction"]}}}},
                          "else": {"properties": {"test": {"required": ["fraction"], "properties": {"file": false}}},
                                   "if": {"required": ["seed"]},
                                   "then": {"required": ["test"]}}},
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
