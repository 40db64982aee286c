package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.data.table.TableOptions;
import org.epochreel.picture.Picture;
import org.epochreel.random.NumpyRandom;

/** Where a scene's points come from. */
public sealed interface DataSource {

    /** The points; drawing them again gives the same ones. */
    DataSet dataSet();

    /** Points of the training set, told without drawing them. */
    int trainCount();

    /** How their numbers are scaled for training. */
    Scales scales();

    /** Numbers in a row of inputs. */
    default int inputs() {
        return 1;
    }

    /** Values in a row of outputs where these are no classes. */
    default int values() {
        return 1;
    }

    /** How many classes the points belong to; 0 where they have values instead. */
    default int classes() {
        return 0;
    }

    /** The shape of the picture that a row of inputs is, pixels row by row from the top left; nothing where it is none. */
    default Optional<PixelShape> imageOfInputs() {
        return Optional.empty();
    }

    /** What the inputs are called; empty where nobody has named them. */
    default ImmutableList<String> inputNames() {
        return ImmutableList.of();
    }

    /** What the values are called, where somebody has named them. */
    default Optional<String> valueName() {
        return Optional.empty();
    }

    /** What the axis of x is called: the first input. */
    default Optional<String> xName() {
        return inputNames().stream().findFirst();
    }

    /** What the axis of y is called: of points of the plane the second input, else the values. */
    default Optional<String> yName() {
        return inputs() == 2 ? inputNames().stream().skip(1).findFirst() : valueName();
    }

    /** The dates that x stands for, if it does. */
    default Optional<Dates> xDates() {
        return Optional.empty();
    }

    /**
     * Points made by a formula.
     *
     * <p>One stream, {@code numpy.random.default_rng(seed)}, gives in this order: the training x where they are drawn,
     * the training noise where there is any, the test x, the test noise.
     *
     * @param noise standard deviation of the Gaussian noise on y; 0 draws none
     * @param testCount points of the test set, if there is one
     */
    record Generated(Inputs x, Target y, double noise, BigInteger seed, OptionalInt testCount, Scales scales)
            implements DataSource {

        public Generated {
            if (!(noise >= 0) || Double.isInfinite(noise)) {
                throw new IllegalArgumentException("noise " + noise + " is no standard deviation");
            }
        }

        /** Points that are trained as they are. */
        public Generated(Inputs x, Target y, double noise, BigInteger seed, OptionalInt testCount) {
            this(x, y, noise, seed, testCount, Scales.NONE);
        }

        @Override
        public DataSet dataSet() {
            NumpyRandom random = NumpyRandom.seeded(seed);
            Samples train = draw(x, random);
            Optional<Samples> test = testCount.isPresent()
                    ? Optional.of(draw(x.withCount(testCount.getAsInt()), random))
                    : Optional.empty();
            return new DataSet(train, test);
        }

        @Override
        public int trainCount() {
            return x.count();
        }

        private Samples draw(Inputs inputs, NumpyRandom random) {
            ImmutableDoubleArray points = inputs.points(random);
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(points.length());
            for (int i = 0; i < points.length(); i++) {
                double value = y.at(points.get(i));
                values.add(noise == 0 ? value : value + random.normal(0, noise));
            }
            return new Samples(points, values.build());
        }
    }

    /**
     * Values of a formula of several inputs, such as heights over the plane; drawn as {@link Generated} points are.
     *
     * @param y a formula of as many inputs as {@code x} has
     * @param noise standard deviation of the Gaussian noise on the values; 0 draws none
     * @param test rows of the test set, if there is one
     */
    record Surface(RowInputs x, Expression y, double noise, BigInteger seed, Optional<RowInputs> test, Scales scales)
            implements DataSource {

        public Surface {
            if (!(noise >= 0) || Double.isInfinite(noise)) {
                throw new IllegalArgumentException("noise " + noise + " is no standard deviation");
            }
        }

        @Override
        public DataSet dataSet() {
            NumpyRandom random = NumpyRandom.seeded(seed);
            Samples train = draw(x, random);
            return new DataSet(train, test.map(rows -> draw(rows, random)));
        }

        @Override
        public int trainCount() {
            return x.count();
        }

        @Override
        public int inputs() {
            return x.width();
        }

        private Samples draw(RowInputs inputs, NumpyRandom random) {
            Matrix rows = inputs.rows(random);
            double[] values = new Features(ImmutableList.of(y)).of(rows.toColumns())[0];
            for (int row = 0; row < values.length && noise > 0; row++) {
                values[row] = values[row] + random.normal(0, noise);
            }
            return new Samples(rows, Matrix.of(ImmutableDoubleArray.copyOf(values)), Optional.empty());
        }
    }

    /**
     * Labelled points of the plane.
     *
     * <p>One stream, {@code numpy.random.default_rng(seed)}, gives in this order: what the figure's sets share, the
     * training points where they are drawn, the training noise where there is any, then the same two for the test.
     *
     * @param noise standard deviation of the Gaussian noise on both coordinates; 0 draws none
     * @param testCount points of the test set, if there is one
     */
    record Points(PointShape shape, double noise, BigInteger seed, OptionalInt testCount, Scales scales)
            implements DataSource {

        public Points {
            if (!(noise >= 0) || Double.isInfinite(noise)) {
                throw new IllegalArgumentException("noise " + noise + " is no standard deviation");
            }
        }

        @Override
        public DataSet dataSet() {
            NumpyRandom random = NumpyRandom.seeded(seed);
            PointShape.Figure figure = shape.begin(random);
            Samples train = draw(figure, shape.count(), random);
            Optional<Samples> test = testCount.isPresent()
                    ? Optional.of(draw(figure, testCount.getAsInt(), random))
                    : Optional.empty();
            return new DataSet(train, test);
        }

        @Override
        public int trainCount() {
            return shape.count();
        }

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int classes() {
            return shape.classes();
        }

        private Samples draw(PointShape.Figure figure, int count, NumpyRandom random) {
            Samples samples = figure.draw(count);
            return noise == 0 ? samples : PointShape.blurred(samples, noise, random);
        }
    }

    /**
     * Handwritten digits, which come with the program: images of 8 by 8 pixels from 0 to 1.
     *
     * @param part rows that only measure, if there are any
     */
    record HandwrittenDigits(Optional<RandomPart> part, Scales scales) implements DataSource {

        @Override
        public DataSet dataSet() {
            return RandomPart.split(Digits.all(), part);
        }

        @Override
        public int trainCount() {
            return RandomPart.trainCount(Digits.COUNT, part);
        }

        @Override
        public int inputs() {
            return Digits.SIDE * Digits.SIDE;
        }

        @Override
        public int classes() {
            return Digits.CLASSES;
        }

        @Override
        public Optional<PixelShape> imageOfInputs() {
            return Optional.of(new PixelShape(Digits.SIDE, Digits.SIDE));
        }
    }

    /**
     * A picture as a function from a point of the plane to a colour: its pixels, row by row from the top left. The
     * picture's middle is the origin, x2 goes up, and the longer side goes from -1 to 1 from edge to edge.
     *
     * @param file as the scene names it, relative to the scene's directory
     * @param size pixels along the longer side
     * @param part pixels that only measure, if there are any
     * @param picture what the file holds, in that size
     */
    record Image(Path file, int size, Optional<RandomPart> part, Scales scales, Picture picture) implements DataSource {

        @Override
        public DataSet dataSet() {
            double[][] places = new double[2][picture.pixels()];
            double longer = Math.max(picture.width(), picture.height());
            for (int i = 0; i < picture.pixels(); i++) {
                places[0][i] = (2 * (i % picture.width()) + 1 - picture.width()) / longer;
                places[1][i] = (picture.height() - 1 - 2 * (i / picture.width())) / longer;
            }
            return RandomPart.split(
                    new Samples(Matrix.ofColumns(places), new Matrix(picture.channels()), Optional.empty()), part);
        }

        @Override
        public int trainCount() {
            return RandomPart.trainCount(picture.pixels(), part);
        }

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int values() {
            return picture.channels().size();
        }
    }

    /** How many pixels an image has, along each side at least 1. */
    record PixelShape(int width, int height) {}

    /**
     * A share of rows, chosen at random, that only measures, as {@link DataSet#split} takes it.
     *
     * @param fraction above 0 and below 1
     */
    record RandomPart(double fraction, BigInteger seed) {

        private static DataSet split(Samples all, Optional<RandomPart> part) {
            return part.map(chosen -> DataSet.split(all, chosen.fraction(), chosen.seed()))
                    .orElseGet(() -> new DataSet(all, Optional.empty()));
        }

        private static int trainCount(int count, Optional<RandomPart> part) {
            return count - part.map(chosen -> DataSet.testCount(count, chosen.fraction())).orElse(0);
        }
    }

    /**
     * Points read from columns of a CSV file when the scene was read.
     *
     * @param file as the scene names it, relative to the scene's directory
     * @param options what the scene says about how the file is written
     * @param columns which of its columns are what
     * @param test where the test set comes from, if there is one
     */
    record Csv(Path file, TableOptions options, CsvColumns columns, Optional<CsvTest> test, Scales scales,
            CsvPoints points) implements DataSource {

        @Override
        public DataSet dataSet() {
            return points.dataSet();
        }

        @Override
        public int trainCount() {
            return dataSet().train().count();
        }

        @Override
        public int inputs() {
            return dataSet().train().inputs().width();
        }

        /** Rows of pixels are square. */
        @Override
        public Optional<PixelShape> imageOfInputs() {
            int side = (int) Math.rint(Math.sqrt(inputs()));
            return side > 1 && side * side == inputs() ? Optional.of(new PixelShape(side, side)) : Optional.empty();
        }

        @Override
        public int classes() {
            return dataSet().train().labels().map(labels -> labels.classes().size()).orElse(0);
        }

        @Override
        public ImmutableList<String> inputNames() {
            return isNamed() ? points.inputNames() : ImmutableList.of();
        }

        @Override
        public Optional<String> valueName() {
            return isNamed() ? columns.y() : Optional.empty();
        }

        private boolean isNamed() {
            return options.header().orElse(true);
        }

        @Override
        public Optional<Dates> xDates() {
            return points.xDates();
        }
    }

    /**
     * What the columns of a CSV file are, by their names, or their numbers from 1 in a file without a header.
     *
     * @param inputs as the scene names them; "*" for all that are nothing else
     * @param y values, unless there are labels
     * @param label classes, unless there are values
     */
    record CsvColumns(ImmutableList<String> inputs, Optional<String> y, Optional<String> label) {}

    /** Points that only measure, beside those of a CSV file. */
    sealed interface CsvTest {

        /** A second file with the same two columns. */
        record OtherFile(Path file) implements CsvTest {}

        /** Rows of the file itself. */
        record Fraction(RandomPart part) implements CsvTest {}
    }
}
