package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.epochreel.random.NumpyRandom;

/**
 * A figure of labelled points (x1, x2) of the plane. Where classes are not drawn, class c of k has n div k of n points
 * and the first n mod k classes one more; classes stand in order.
 */
public sealed interface PointShape {

    /** Points of the training set. */
    int count();

    /** The number of classes, named from 0 on; at least 2. */
    int classes();

    /** Takes from {@code random} what all sets of the figure have in common. */
    Figure begin(NumpyRandom random);

    /** A figure that is drawn any number of times. */
    interface Figure {

        /** {@code count} points from the stream that the figure began with. */
        Samples draw(int count);
    }

    /** Two half circles that reach into each other: {@code (cos t, sin t)} and {@code (1 - cos t, 0.5 - sin t)}. */
    record Moons(int count) implements PointShape {
        public Moons {
            checkCount(count, 2);
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public Figure begin(NumpyRandom random) {
            return drawn -> inOrder(drawn, 2, (type, index, size) -> {
                double t = index * (Math.PI / Math.max(1, size - 1));
                double angle = index == size - 1 && size > 1 ? Math.PI : t;
                double x = StrictMath.cos(angle);
                double y = StrictMath.sin(angle);
                return type == 0 ? new double[] {x, y} : new double[] {1 - x, 0.5 - y};
            });
        }
    }

    /** A circle of radius 1 and, as class 1, one of radius {@code factor} (above 0), evenly spaced from angle 0 on. */
    record Circles(int count, double factor) implements PointShape {
        public Circles {
            checkCount(count, 2);
            checkPositive(factor, "factor");
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public Figure begin(NumpyRandom random) {
            return drawn -> inOrder(drawn, 2, (type, index, size) -> {
                double t = index * (2 * Math.PI / size);
                double radius = type == 0 ? 1 : factor;
                return new double[] {radius * StrictMath.cos(t), radius * StrictMath.sin(t)};
            });
        }
    }

    /**
     * Arms that wind outwards: radius r from 0 to 1, angle {@code 2π (turns r + c / arms)}.
     *
     * @param arms at least 2, a class each
     * @param turns finite
     */
    record Spirals(int count, int arms, double turns) implements PointShape {
        public Spirals {
            checkCount(count, arms);
            if (arms < 2 || !Double.isFinite(turns)) {
                throw new IllegalArgumentException(arms + " arms of " + turns + " turns are no spirals");
            }
        }

        @Override
        public int classes() {
            return arms;
        }

        @Override
        public Figure begin(NumpyRandom random) {
            return drawn -> inOrder(drawn, arms, (type, index, size) -> {
                double r = (index + 1.0) / size;
                double t = 2 * Math.PI * (turns * r + (double) type / arms);
                return new double[] {r * StrictMath.cos(t), r * StrictMath.sin(t)};
            });
        }
    }

    /**
     * Normally distributed points about a centre for each class.
     *
     * @param centres one a class, at least 2; where empty, {@code drawnCentres} centres are drawn
     *     from [-6, 6) first, and every set of the figure has the same
     * @param drawnCentres 0 where centres are given
     * @param spread standard deviation, above 0
     */
    record Blobs(int count, ImmutableList<Centre> centres, int drawnCentres, double spread) implements PointShape {
        public Blobs {
            checkCount(count, Math.max(centres.size(), drawnCentres));
            checkPositive(spread, "spread");
            if (Math.max(centres.size(), drawnCentres) < 2 || Math.min(centres.size(), drawnCentres) > 0) {
                throw new IllegalArgumentException(
                        centres.size() + " given and " + drawnCentres + " drawn centres are no two or more of a kind");
            }
        }

        @Override
        public int classes() {
            return Math.max(centres.size(), drawnCentres);
        }

        @Override
        public Figure begin(NumpyRandom random) {
            double[][] middles = new double[classes()][];
            for (int c = 0; c < middles.length; c++) {
                middles[c] = centres.isEmpty()
                        ? new double[] {random.uniform(-6, 6), random.uniform(-6, 6)}
                        : new double[] {centres.get(c).x1(), centres.get(c).x2()};
            }
            return drawn -> inOrder(drawn, middles.length, (type, index, size) -> new double[] {
                random.normal(0, spread) + middles[type][0], random.normal(0, spread) + middles[type][1]
            });
        }

        /** The middle of a class. */
        public record Centre(double x1, double x2) {}
    }

    /** Points of the square from -1 to 1, class 1 where {@code x1 x2 > 0}. */
    record Xor(int count) implements PointShape {
        public Xor {
            checkCount(count, 2);
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public Figure begin(NumpyRandom random) {
            return drawn -> ofSquare(drawn, random, (x1, x2) -> x1 * x2 > 0 ? 1 : 0);
        }
    }

    /** Points of the square from -1 to 1, classes by the fields of a board of {@code squares} (at least 2) a side. */
    record Checkerboard(int count, int squares) implements PointShape {
        public Checkerboard {
            checkCount(count, 2);
            if (squares < 2) {
                throw new IllegalArgumentException("a board of " + squares + " squares a side has one class");
            }
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public Figure begin(NumpyRandom random) {
            return drawn -> ofSquare(drawn, random, (x1, x2) -> (int) ((field(x1) + field(x2)) % 2));
        }

        private double field(double x) {
            return Math.floor((x + 1) / 2 * squares);
        }
    }

    /** A point of a class by its number there, from 0 to {@code size - 1}. */
    interface Place {
        double[] at(int type, int index, int size);
    }

    /** The class of a point. */
    interface Rule {
        int of(double x1, double x2);
    }

    private static Samples inOrder(int count, int classes, Place place) {
        double[][] points = new double[2][count];
        int[] types = new int[count];
        int row = 0;
        for (int type = 0; type < classes; type++) {
            int size = count / classes + (type < count % classes ? 1 : 0);
            for (int index = 0; index < size; index++) {
                double[] point = place.at(type, index, size);
                points[0][row] = point[0];
                points[1][row] = point[1];
                types[row++] = type;
            }
        }
        return labelled(points, types, classes);
    }

    private static Samples ofSquare(int count, NumpyRandom random, Rule rule) {
        double[][] points = new double[2][count];
        int[] types = new int[count];
        for (int row = 0; row < count; row++) {
            points[0][row] = random.uniform(-1, 1);
            points[1][row] = random.uniform(-1, 1);
            types[row] = rule.of(points[0][row], points[1][row]);
        }
        return labelled(points, types, 2);
    }

    private static Samples labelled(double[][] points, int[] types, int classes) {
        ImmutableList<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        return Samples.labelled(Matrix.ofColumns(points), new Labels(names, ImmutableIntArray.copyOf(types)));
    }

    /** The same labels on points that are moved, row by row, by a normal distribution of mean 0. */
    static Samples blurred(Samples samples, double sd, NumpyRandom random) {
        double[][] points = samples.inputs().toColumns();
        for (int row = 0; row < samples.count(); row++) {
            points[0][row] = points[0][row] + random.normal(0, sd);
            points[1][row] = points[1][row] + random.normal(0, sd);
        }
        return new Samples(Matrix.ofColumns(points), samples.outputs(), samples.labels());
    }

    private static void checkCount(int count, int classes) {
        if (count < classes) {
            throw new IllegalArgumentException(count + " points are too few for " + classes + " classes");
        }
    }

    private static void checkPositive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " " + value + " is not above 0");
        }
    }
}
