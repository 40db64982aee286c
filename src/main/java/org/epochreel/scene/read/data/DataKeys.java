package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.seed;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.Inputs;
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

    private final Key<Inputs> x = key("x", new InputsKeys()).orNothing("needed unless there is a csv",
            "{grid: {from: -10, to: 10, count: 100}}", "Where the points lie along the x axis.");
    private final Key<Target> y = key("y", new TargetKeys()).alsoCalled("function", "f", "target").orNothing(
            "needed unless there is a csv", "{linear: {a: -2.5, b: -0.8}}", "The function of x that the points follow.");
    private final Key<CsvKeys.Csv> csv = key("csv", new CsvKeys()).alsoCalled("file").orNothing("none",
            "{file: points.csv, x: time, y: value}", "A file that holds the points, instead of x and y.");
    private final Key<Double> noise = key("noise", NumberType.AT_LEAST_0).alsoCalled("noise-sd", "sigma", "sd")
            .orElse(0.0, "0.1", "Standard deviation, in units of y, of the Gaussian noise added to y; 0 draws none.");
    private final Key<BigInteger> seed = key("seed", seed()).alsoCalled("random-seed", "random-state")
            .orElse(BigInteger.ZERO, "7", "Seed of the x that are drawn, of the noise and of the test set.");
    private final Key<TestKeys.Test> test = key("test", new TestKeys(csv, x)).alsoCalled("test-set", "validation").orNothing(
            "no test set", "{count: 100}", "More points, which the model does not learn from; their loss is measured.");

    private final Key<Scales> scale = key("scale", new ScaleKeys()).alsoCalled("scaling", "normalise", "normalize",
            "standardise", "standardize").orElse(Scales.NONE, "standard", "How numbers are brought near 1 for the model to"
                    + " train on; pictures show the data's own units, losses are of scaled numbers.");

    public DataKeys() {
        super("data", "The points to learn from: x and y make them, or csv reads them.");
    }

    @Override
    protected Optional<DataSource> read(Section data) {
        return data.has(csv) ? fromFile(data) : generated(data);
    }

    private Optional<DataSource> fromFile(Section data) {
        data.refuse("x and y come from the csv file; remove this key or csv", x, y);
        data.refuse("points from a csv file are taken as they are; remove this key", noise);
        Optional<CsvKeys.Csv> columns = data.find(csv);
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

    private Optional<DataSource> generated(Section data) {
        Optional<Target> function = data.need(y);
        Optional<Inputs> inputs = data.need(x);
        double sd = data.get(noise);
        Scales scales = data.get(scale);
        BigInteger start = data.get(seed);
        Optional<Integer> count = data.find(test).flatMap(TestKeys.Test::count);
        if (inputs.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        DataSource.Generated source = new DataSource.Generated(inputs.get(), function.get(), sd, start,
                count.map(OptionalInt::of).orElse(OptionalInt.empty()), scales);
        DataSet points = source.dataSet();
        Value target = data.value(y).orElseThrow();
        boolean finite = isFinite(points.train(), target)
                && points.test().map(samples -> isFinite(samples, target)).orElse(true);
        if (finite) {
            warnOfSize(points.train(), scales, target);
        }
        return finite ? Optional.of(source) : Optional.empty();
    }

    /** Says where the losses of numbers that are finite cannot be. */
    private static void warnOfSize(Samples samples, Scales scales, Value asked) {
        if (scales.y() != ScaleMethod.NONE) {
            return;
        }
        double squares = 0;
        for (int i = 0; i < samples.count(); i++) {
            squares += samples.y().get(i) * samples.y().get(i);
        }
        if (Double.isInfinite(squares)) {
            asked.warn("the squares of y are too large for doubles, so no loss but mae can be computed; use smaller"
                    + " numbers, such as y in another unit");
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

    @Override
    protected void write(DataSource source, Members members) {
        if (source instanceof DataSource.Csv file) {
            members.put(csv, CsvKeys.Csv.of(file));
            file.test().ifPresent(chosen -> {
                if (chosen instanceof DataSource.CsvTest.Fraction part) {
                    members.put(seed, part.seed()).put(test, TestKeys.Test.ofFraction(part.fraction()));
                } else {
                    members.put(test, TestKeys.Test.ofFile(
                            FileName.of(((DataSource.CsvTest.OtherFile) chosen).file())));
                }
            });
        } else {
            DataSource.Generated generated = (DataSource.Generated) source;
            members.put(x, generated.x()).put(y, generated.y());
            members.put(noise, generated.noise()).put(seed, generated.seed());
            generated.testCount().ifPresent(count -> members.put(test, TestKeys.Test.ofCount(count)));
        }
        members.put(scale, source.scales());
    }

    @Override
    public String conditions() {
        return """
                {"if": {"required": ["csv"]},
                 "then": {"properties": {"x": false, "y": false, "noise": false,
                                         "test": {"properties": {"count": false},
                                                  "oneOf": [{"required": ["file"]}, {"required": ["fraction"]}]}},
                          "if": {"required": ["seed"]},
                          "then": {"required": ["test"], "properties": {"test": {"required": ["fraction"]}}}},
                 "else": {"required": ["x", "y"],
                          "properties": {"test": {"required": ["count"],
                                                  "properties": {"file": false, "fraction": false}}},
                          "if": {"properties": {"x": {"required": ["grid"]}}},
                          "then": {"properties": {"test": {"properties": {"count": {"minimum": 2}}}}}}}""";
    }
}
