package org.epochreel.scene.read.data;

import static org.epochreel.scene.key.Types.whole;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.data.Inputs;
import org.epochreel.data.RowInputs;
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

    /**
     * What a scene says of its test set; one of the three.
     *
     * @param count several numbers on a grid of several inputs
     */
    record Test(Optional<ImmutableList<Integer>> count, Optional<FileName> file, Optional<Double> fraction) {

        static Test ofCount(int count) {
            return ofCounts(ImmutableList.of(count));
        }

        static Test ofCounts(ImmutableList<Integer> counts) {
            return new Test(Optional.of(counts), Optional.empty(), Optional.empty());
        }

        static Test ofFile(FileName file) {
            return new Test(Optional.empty(), Optional.of(file), Optional.empty());
        }

        static Test ofFraction(double fraction) {
            return new Test(Optional.empty(), Optional.empty(), Optional.of(fraction));
        }
    }

    private final Key<Csv> csv;
    private final ImmutableList<Key<?>> shipped;
    private final Key<Places> x;
    private final Key<ImmutableList<Integer>> count = key("count",
            new NumbersType<>(whole(1, Limits.MAX_POINTS), "[20, 20]")).alsoCalled("size", "n").orNothing(
            "needed beside x and y, and beside points", "100", "How many points, made as those of the training set are,"
                    + " from the same stream of random numbers; at least 2 on a grid, and a list on one of several"
                    + " inputs.");
    private final Key<FileName> file = key("file", new FileName.Names("test.csv")).orNothing("one of two beside csv",
            "test.csv", "A second CSV file with the same columns.");
    private final Key<Double> fraction = key("fraction", NumberType.FRACTION).alsoCalled("share", "part", "split")
            .orNothing("one of two beside csv, needed beside digits and image", "0.25", "This share of the rows of a file, chosen at random by data.seed and"
                    + " rounded down.");

    /**
     * @param csv key of the group around this one, as the others are
     * @param shipped keys of points of which a share is all that there can be
     */
    TestKeys(Key<Csv> csv, ImmutableList<Key<?>> shipped, Key<Places> x) {
        super("data.test", "Points that only measure the loss.");
        this.csv = csv;
        this.shipped = shipped;
        this.x = x;
    }

    @Override
    protected Optional<Test> read(Section test) {
        Section data = test.parent().orElseThrow();
        return data.has(csv) ? besideFile(test)
                : shipped.stream().anyMatch(data::has) ? besideShipped(test) : besideFormula(test);
    }

    private Optional<Test> besideShipped(Section test) {
        test.refuse("a share of what there is measures; write {fraction: 0.25}", count, file);
        return test.has(count) || test.has(file) ? Optional.empty() : test.need(fraction).map(Test::ofFraction);
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
        test.refuse("a share is taken of the rows of a file; write {count: 100}", fraction);
        if (test.has(file) || test.has(fraction)) {
            return Optional.empty();
        }
        Optional<ImmutableList<Integer>> points = test.need(count);
        Section data = test.parent().orElseThrow();
        boolean drawn = data.has(x) && data.find(x).isEmpty();
        if (points.isEmpty() || drawn) {
            return points.map(Test::ofCounts);
        }
        return fits(points.get(), data.find(x), test.value(count).orElseThrow())
                ? points.map(Test::ofCounts) : Optional.empty();
    }

    /** Whether numbers of points go with the kind of x, where there is one. */
    private static boolean fits(ImmutableList<Integer> counts, Optional<Places> places, Value asked) {
        int axes = places.flatMap(Places::rows).filter(RowInputs.Grid.class::isInstance).map(RowInputs::width).orElse(1);
        if (counts.size() != axes) {
            asked.mistake(counts.size() == 1 ? "one number is too few for a grid of " + axes + " inputs"
                    : "a list is for a grid of as many inputs as it has numbers",
                    axes == 1 ? "write one number, such as 100" : "write a number for each, such as [20, 20]");
            return false;
        }
        boolean grid = axes > 1 || places.flatMap(Places::line).filter(Inputs.Grid.class::isInstance).isPresent();
        for (int i = 0; grid && i < axes; i++) {
            if (counts.get(i) < 2) {
                Value wrong = axes == 1 ? asked : asked.item(i);
                wrong.mistake(wrong.shown() + " is out of range",
                        "allowed is a whole number from 2 to " + Limits.MAX_POINTS + ", as x is a grid");
                return false;
            }
        }
        long all = counts.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        if (all > Limits.MAX_POINTS) {
            asked.mistake("the grid has more than " + Limits.MAX_POINTS + " points", "at most that many are allowed");
        }
        return all <= Limits.MAX_POINTS;
    }

    @Override
    protected void write(Test test, Members members) {
        members.put(count, test.count()).put(file, test.file()).put(fraction, test.fraction());
    }
}
