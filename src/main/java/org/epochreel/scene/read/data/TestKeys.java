package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.whole;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.data.Inputs;
import org.epochreel.scene.Limits;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.NumberType;
import org.epochreel.scene.key.Section;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.data.TestKeys.Test;
import org.epochreel.scene.read.file.FileName;

/** The keys of {@code data.test}. */
final class TestKeys extends Group<Test> {

    /** What a scene says of its test set; one of the three. */
    record Test(Optional<Integer> count, Optional<FileName> file, Optional<Double> fraction) {

        static Test ofCount(int count) {
            return new Test(Optional.of(count), Optional.empty(), Optional.empty());
        }

        static Test ofFile(FileName file) {
            return new Test(Optional.empty(), Optional.of(file), Optional.empty());
        }

        static Test ofFraction(double fraction) {
            return new Test(Optional.empty(), Optional.empty(), Optional.of(fraction));
        }
    }

    private final Key<CsvKeys.Csv> csv;
    private final Key<Inputs> x;
    private final Key<Integer> count = key("count", whole(1, Limits.MAX_POINTS)).alsoCalled("size", "n").orNothing(
            "needed beside x and y", "100", "How many points, made as those of the training set are, from the same"
                    + " stream of random numbers; at least 2 on a grid.");
    private final Key<FileName> file = key("file", new FileName.Names("test.csv")).orNothing("one of two beside csv",
            "test.csv", "A second CSV file with the same columns.");
    private final Key<Double> fraction = key("fraction", NumberType.FRACTION).alsoCalled("share", "part", "split")
            .orNothing("one of two beside csv", "0.25", "This share of the file's rows, chosen at random by data.seed and"
                    + " rounded down.");

    /** @param csv key of the group around this one, as {@code x} is */
    TestKeys(Key<CsvKeys.Csv> csv, Key<Inputs> x) {
        super("data.test", "Points that only measure the loss.");
        this.csv = csv;
        this.x = x;
    }

    @Override
    protected Optional<Test> read(Section test) {
        return test.parent().orElseThrow().has(csv) ? besideFile(test) : besideFormula(test);
    }

    private Optional<Test> besideFile(Section test) {
        test.refuse("a csv file is taken whole; give a share of its rows, {fraction: 0.25}, or name a second one with the"
                + " same columns: {file: test.csv}", count);
        if (test.has(count)) {
            return Optional.empty();
        }
        return test.only(ImmutableList.of(file, fraction)).flatMap(kind -> kind == file
                ? test.find(file).map(Test::ofFile) : test.find(fraction).map(Test::ofFraction));
    }

    private Optional<Test> besideFormula(Section test) {
        test.refuse("a test file belongs to points from a csv file; write {count: 100}", file);
        test.refuse("a share is taken of the rows of a csv file; write {count: 100}", fraction);
        if (test.has(file) || test.has(fraction)) {
            return Optional.empty();
        }
        Optional<Integer> points = test.need(count);
        boolean grid = test.parent().orElseThrow().find(x).filter(Inputs.Grid.class::isInstance).isPresent();
        if (points.isPresent() && points.get() < 2 && grid) {
            Value value = test.value(count).orElseThrow();
            value.mistake(value.shown() + " is out of range",
                    "allowed is a whole number from 2 to " + Limits.MAX_POINTS + ", as x is a grid");
            return Optional.empty();
        }
        return points.map(Test::ofCount);
    }

    @Override
    protected void write(Test test, Members members) {
        members.put(count, test.count()).put(file, test.file()).put(fraction, test.fraction());
    }
}
