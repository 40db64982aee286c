package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.epochreel.random.NumpyRandom;

/** Where a scene's points come from. */
public sealed interface DataSource {

    /** The points; drawing them again gives the same ones. */
    DataSet dataSet();

    /** Points of the training set, told without drawing them. */
    int trainCount();

    /**
     * Points made by a formula.
     *
     * <p>One stream, {@code numpy.random.default_rng(seed)}, gives in this order: the training x where they are drawn,
     * the training noise where there is any, the test x, the test noise.
     *
     * @param noise standard deviation of the Gaussian noise on y; 0 draws none
     * @param testCount points of the test set, if there is one
     */
    record Generated(Inputs x, Target y, double noise, BigInteger seed, OptionalInt testCount) implements DataSource {

        public Generated {
            if (!(noise >= 0) || Double.isInfinite(noise)) {
                throw new IllegalArgumentException("noise " + noise + " is no standard deviation");
            }
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
    record Surface(RowInputs x, Expression y, double noise, BigInteger seed, Optional<RowInputs> test)
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
    record Points(PointShape shape, double noise, BigInteger seed, OptionalInt testCount) implements DataSource {

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

        private Samples draw(PointShape.Figure figure, int count, NumpyRandom random) {
            Samples samples = figure.draw(count);
            return noise == 0 ? samples : PointShape.blurred(samples, noise, random);
        }
    }

    /**
     * Points read from two named columns of a CSV file when the scene was read.
     *
     * @param file as the scene names it, relative to the scene's directory
     * @param testFile a second file with the same two columns for the test set, if there is one
     */
    record Csv(Path file, Optional<Path> testFile, String xColumn, String yColumn, DataSet dataSet)
            implements DataSource {

        @Override
        public int trainCount() {
            return dataSet.train().count();
        }
    }
}
