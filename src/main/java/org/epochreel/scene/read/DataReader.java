package org.epochreel.scene.read;

import com.google.common.primitives.ImmutableDoubleArray;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.Expression;
import org.epochreel.data.ExpressionException;
import org.epochreel.data.Inputs;
import org.epochreel.data.Samples;
import org.epochreel.data.Target;
import org.epochreel.scene.Defaults;
import org.epochreel.scene.Limits;
import org.epochreel.scene.yaml.CoreSchema;
import org.epochreel.text.ShortestDecimal;

/** Reads {@code data}. */
final class DataReader {

    private static final String COUNT = "100";

    private final SceneFiles files;

    DataReader(SceneFiles files) {
        this.files = files;
    }

    /** Where the points come from; nothing where that cannot be told, which then is among the mistakes. */
    Optional<DataSource> read(Section data) {
        return data.has("csv") ? csv(data) : generated(data);
    }

    private Optional<DataSource> csv(Section data) {
        data.refuse("x and y come from the csv file; remove this key or csv", "x", "y");
        data.refuse("points from a csv file are taken as they are; remove this key", "noise", "seed");
        Section csv = data.optional("csv").orElseThrow().section(SectionKind.CSV);
        Optional<Value> file = csv.required("file", "file: points.csv");
        Optional<String> x = csv.required("x", "x: time").flatMap(value -> value.text("time"));
        Optional<String> y = csv.required("y", "y: value").flatMap(value -> value.text("value"));
        Optional<Value> testFile = data.optional("test").flatMap(value -> {
            Section test = value.section(SectionKind.TEST);
            test.refuse("a csv file is taken whole; name a second one with the same columns: {file: test.csv}",
                    "count");
            return test.has("count") ? Optional.empty() : test.required("file", "file: test.csv");
        });
        Optional<Path> path = file.flatMap(files::named);
        Optional<Path> testPath = testFile.flatMap(files::named);
        if (path.isEmpty() || x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        Optional<Samples> train = files.samples(path.get(), file.get(), x.get(), y.get());
        Optional<Samples> test = testPath.flatMap(named -> files.samples(named, testFile.get(), x.get(), y.get()));
        return train.map(samples -> new DataSource.Csv(
                path.get(), testPath, x.get(), y.get(), new DataSet(samples, test)));
    }

    private Optional<DataSource> generated(Section data) {
        Optional<Value> targetValue = data.required("y", "y: {linear: {a: -2.5, b: -0.8}}");
        Optional<Inputs> x = data.required("x", "x: {grid: {from: -10, to: 10, count: 100}}")
                .flatMap(value -> value.section(SectionKind.INPUTS).onlyKey())
                .flatMap(this::inputs);
        Optional<Target> y = targetValue
                .flatMap(value -> value.section(SectionKind.TARGET).onlyKey())
                .flatMap(this::target);
        double noise = data.number("noise", Allowed.AT_LEAST_0, Defaults.NOISE);
        OptionalInt testCount = data.optional("test").map(value -> testCount(value, x)).orElse(OptionalInt.empty());
        if (x.isEmpty() || y.isEmpty()) {
            data.seed("seed");
            return Optional.empty();
        }
        DataSource.Generated source = new DataSource.Generated(x.get(), y.get(), noise, data.seed("seed"), testCount);
        DataSet points = source.dataSet();
        boolean finite = isFinite(points.train(), targetValue.get())
                && points.test().map(test -> isFinite(test, targetValue.get())).orElse(true);
        return finite ? Optional.of(source) : Optional.empty();
    }

    private OptionalInt testCount(Value value, Optional<Inputs> x) {
        Section test = value.section(SectionKind.TEST);
        test.refuse("a test file belongs to points from a csv file; write {count: 100}", "file");
        if (test.has("file")) {
            return OptionalInt.empty();
        }
        int least = x.isPresent() && x.get() instanceof Inputs.Grid ? 2 : 1;
        return test.requiredInteger("count", least, Limits.MAX_POINTS, COUNT);
    }

    private Optional<Inputs> inputs(Section.Named kind) {
        boolean grid = kind.name().equals("grid");
        Section section = kind.value().section(grid ? SectionKind.GRID : SectionKind.UNIFORM_INPUTS);
        OptionalDouble from = section.requiredNumber("from", Allowed.ANY, "-10");
        OptionalDouble to = section.requiredNumber("to", Allowed.ANY, "10");
        OptionalInt count = section.requiredInteger("count", grid ? 2 : 1, Limits.MAX_POINTS, COUNT);
        if (from.isEmpty() || to.isEmpty() || !Intervals.check(section, from.getAsDouble(), to.getAsDouble())
                || count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(grid
                ? new Inputs.Grid(from.getAsDouble(), to.getAsDouble(), count.getAsInt())
                : new Inputs.Uniform(from.getAsDouble(), to.getAsDouble(), count.getAsInt()));
    }

    private Optional<Target> target(Section.Named kind) {
        switch (kind.name()) {
            case "linear":
                return coefficients(kind.value().section(SectionKind.LINEAR), "a", "b")
                        .map(c -> new Target.Linear(c.get(0), c.get(1)));
            case "quadratic":
                return coefficients(kind.value().section(SectionKind.QUADRATIC), "a", "b", "c")
                        .map(c -> new Target.Quadratic(c.get(0), c.get(1), c.get(2)));
            case "sinusoidal":
                return coefficients(kind.value().section(SectionKind.SINUSOIDAL), "a", "b", "c", "d")
                        .map(c -> new Target.Sinusoidal(c.get(0), c.get(1), c.get(2), c.get(3)));
            default:
                return expression(kind.value());
        }
    }

    private static Optional<ImmutableDoubleArray> coefficients(Section section, String... names) {
        ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(names.length);
        boolean complete = true;
        for (String name : names) {
            OptionalDouble value = section.requiredNumber(name, Allowed.ANY, "1.5");
            complete &= value.isPresent();
            values.add(value.orElse(0));
        }
        return complete ? Optional.of(values.build()) : Optional.empty();
    }

    private static Optional<Target> expression(Value value) {
        // x alone is text, but a constant such as 3 is a number in YAML and still a formula.
        Optional<String> text = value.plainText().filter(plain -> CoreSchema.number(plain).isPresent())
                .or(() -> value.text("\"sin(x) * (25 - x^2)\""));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Target.Formula(Expression.parse(text.get())));
        } catch (ExpressionException e) {
            value.mistakeAt(e.position(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isFinite(Samples samples, Value target) {
        for (int i = 0; i < samples.count(); i++) {
            double y = samples.y().get(i);
            if (!Double.isFinite(y)) {
                target.mistake("y is " + (Double.isNaN(y) ? "not a number" : "infinite") + " at x = "
                        + ShortestDecimal.of(samples.x().get(i)), "it must be a finite number at every x of the data");
                return false;
            }
        }
        return true;
    }
}
