package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.seed;
import static org.epochreel.scene.key.Types.text;
import static org.epochreel.scene.key.Types.whole;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.Inputs;
import org.epochreel.data.Samples;
import org.epochreel.data.Target;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.file.FileName;
import org.epochreel.scene.read.file.SceneFiles;
import org.epochreel.text.ShortestDecimal;

/** The keys of {@code data}. */
public final class DataKeys extends Group<DataSource> {

    private final Key<Inputs> x = key("x", new InputsKeys()).orNothing("needed unless there is a csv",
            "{grid: {from: -10, to: 10, count: 100}}", "Where the points lie along the x axis.");
    private final Key<Target> y = key("y", new TargetKeys()).alsoCalled("function", "f", "target").orNothing(
            "needed unless there is a csv", "{linear: {a: -2.5, b: -0.8}}", "The function of x that the points follow.");
    private final Key<Csv> csv = key("csv", new CsvKeys()).alsoCalled("file").orNothing("none",
            "{file: points.csv, x: time, y: value}", "A file that holds the points, instead of x and y.");
    private final Key<Double> noise = key("noise", NumberType.AT_LEAST_0).alsoCalled("noise-sd", "sigma", "sd")
            .orElse(0.0, "0.1", "Standard deviation, in units of y, of the Gaussian noise added to y; 0 draws none.");
    private final Key<BigInteger> seed = key("seed", seed()).alsoCalled("random-seed", "random-state")
            .orElse(BigInteger.ZERO, "7", "Seed of the x that are drawn, of the noise and of the test set.");
    private final Key<Test> test = key("test", new TestKeys(csv, x)).alsoCalled("test-set", "validation").orNothing(
            "no test set", "{count: 100}", "More points, which the model does not learn from; their loss is measured.");

    public DataKeys() {
        super("data", "The points to learn from: x and y make them, or csv reads them.");
    }

    @Override
    protected Optional<DataSource> read(Section data) {
        return data.has(csv) ? fromFile(data) : generated(data);
    }

    private Optional<DataSource> fromFile(Section data) {
        data.refuse("x and y come from the csv file; remove this key or csv", x, y);
        data.refuse("points from a csv file are taken as they are; remove this key", noise, seed);
        Optional<Csv> columns = data.find(csv);
        Optional<FileName> testFile = data.find(test).flatMap(Test::file);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Csv names = columns.get();
        Optional<Samples> train = SceneFiles.samples(names.file(), names.x(), names.y());
        Optional<Samples> tested = testFile.flatMap(name -> SceneFiles.samples(name, names.x(), names.y()));
        return train.map(samples -> new DataSource.Csv(names.file().path(), testFile.map(FileName::path), names.x(),
                names.y(), new DataSet(samples, tested)));
    }

    private Optional<DataSource> generated(Section data) {
        Optional<Target> function = data.need(y);
        Optional<Inputs> inputs = data.need(x);
        double sd = data.get(noise);
        BigInteger start = data.get(seed);
        Optional<Integer> count = data.find(test).flatMap(Test::count);
        if (inputs.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        DataSource.Generated source = new DataSource.Generated(inputs.get(), function.get(), sd, start,
                count.map(OptionalInt::of).orElse(OptionalInt.empty()));
        DataSet points = source.dataSet();
        Value target = data.value(y).orElseThrow();
        boolean finite = isFinite(points.train(), target)
                && points.test().map(samples -> isFinite(samples, target)).orElse(true);
        return finite ? Optional.of(source) : Optional.empty();
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
            members.put(csv, new Csv(FileName.of(file.file()), file.xColumn(), file.yColumn()));
            members.put(test, file.testFile().map(name -> new Test(Optional.empty(), Optional.of(FileName.of(name)))));
        } else {
            DataSource.Generated generated = (DataSource.Generated) source;
            members.put(x, generated.x()).put(y, generated.y());
            members.put(noise, generated.noise()).put(seed, generated.seed());
            generated.testCount().ifPresent(count ->
                    members.put(test, new Test(Optional.of(count), Optional.empty())));
        }
    }

    @Override
    public String conditions() {
        return """
                {"if": {"required": ["csv"]},
                 "then": {"properties": {"x": false, "y": false, "noise": false, "seed": false,
                                         "test": {"required": ["file"], "properties": {"count": false}}}},
                 "else": {"required": ["x", "y"],
                          "properties": {"test": {"required": ["count"], "properties": {"file": false}}},
                          "if": {"properties": {"x": {"required": ["grid"]}}},
                          "then": {"properties": {"test": {"properties": {"count": {"minimum": 2}}}}}}}""";
    }

    private record Csv(FileName file, String x, String y) {}

    private static final class CsvKeys extends Group<Csv> {

        private final Key<FileName> file = key("file", new FileName.Names("points.csv")).alsoCalled("path", "name")
                .required("points.csv",
                        "The file's name, counted from the scene's directory; its first line names the columns.");
        private final Key<String> x = key("x", text("time")).alsoCalled("x-column").required("time",
                "Name of the column that holds x.");
        private final Key<String> y = key("y", text("value")).alsoCalled("y-column").required("value",
                "Name of the column that holds y.");

        CsvKeys() {
            super("data.csv", "Points from a file with a header line.");
        }

        @Override
        protected Optional<Csv> read(Section csv) {
            Optional<FileName> named = csv.find(file);
            Optional<String> across = csv.find(x);
            Optional<String> up = csv.find(y);
            return named.flatMap(name -> across.flatMap(column -> up.map(other -> new Csv(name, column, other))));
        }

        @Override
        protected void write(Csv csv, Members members) {
            members.put(file, csv.file()).put(x, csv.x()).put(y, csv.y());
        }
    }

    private record Test(Optional<Integer> count, Optional<FileName> file) {}

    private static final class TestKeys extends Group<Test> {

        private final Key<Csv> csv;
        private final Key<Inputs> x;
        private final Key<Integer> count = key("count", whole(1, Limits.MAX_POINTS)).alsoCalled("size", "n").orNothing(
                "needed beside x and y", "100", "How many points, made as those of the training set are, from the same"
                        + " stream of random numbers; at least 2 on a grid.");
        private final Key<FileName> file = key("file", new FileName.Names("test.csv")).orNothing("needed beside csv",
                "test.csv", "A second CSV file with the same columns.");

        /** @param csv key of the group around this one, as {@code x} is */
        TestKeys(Key<Csv> csv, Key<Inputs> x) {
            super("data.test", "Points that only measure the loss.");
            this.csv = csv;
            this.x = x;
        }

        @Override
        protected Optional<Test> read(Section test) {
            Section data = test.parent().orElseThrow();
            if (data.has(csv)) {
                test.refuse("a csv file is taken whole; name a second one with the same columns: {file: test.csv}", count);
                return test.has(count) ? Optional.empty()
                        : test.need(file).map(name -> new Test(Optional.empty(), Optional.of(name)));
            }
            test.refuse("a test file belongs to points from a csv file; write {count: 100}", file);
            if (test.has(file)) {
                return Optional.empty();
            }
            Optional<Integer> points = test.need(count);
            if (points.isPresent() && points.get() < 2 && data.find(x).filter(Inputs.Grid.class::isInstance).isPresent()) {
                Value value = test.value(count).orElseThrow();
                value.mistake(value.shown() + " is out of range",
                        "allowed is a whole number from 2 to " + Limits.MAX_POINTS + ", as x is a grid");
                return Optional.empty();
            }
            return points.map(number -> new Test(Optional.of(number), Optional.empty()));
        }

        @Override
        protected void write(Test test, Members members) {
            members.put(count, test.count()).put(file, test.file());
        }
    }
}
