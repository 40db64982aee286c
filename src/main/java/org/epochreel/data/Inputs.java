package org.epochreel.data;

import com.google.common.primitives.ImmutableDoubleArray;
import org.epochreel.random.NumpyRandom;

/** Where the x of generated points lie. */
public sealed interface Inputs {

    /** Points of the training set. */
    int count();

    /** The same kind of inputs over the same interval, {@code count} of them. */
    Inputs withCount(int count);

    /** The values of x; only drawn inputs take anything from {@code random}. */
    ImmutableDoubleArray points(NumpyRandom random);

    /**
     * {@code count} evenly spaced values, both ends included: those of {@code numpy.linspace(from, to, count)}.
     *
     * @throws IllegalArgumentException if there are fewer than 2 points or no finite interval
     */
    record Grid(double from, double to, int count) implements Inputs {

        public Grid {
            checkInterval(from, to);
            if (count < 2) {
                throw new IllegalArgumentException("a grid of " + count + " points does not include both ends");
            }
        }

        @Override
        public Grid withCount(int count) {
            return new Grid(from, to, count);
        }

        @Override
        public ImmutableDoubleArray points(NumpyRandom random) {
            double step = (to - from) / (count - 1);
            ImmutableDoubleArray.Builder points = ImmutableDoubleArray.builder(count);
            for (int i = 0; i < count - 1; i++) {
                points.add(i * step + from);
            }
            return points.add(to).build();
        }
    }

    /**
     * {@code count} values drawn uniformly from [from, to).
     *
     * @throws IllegalArgumentException if there is no point or no finite interval
     */
    record Uniform(double from, double to, int count) implements Inputs {

        public Uniform {
            checkInterval(from, to);
            if (count < 1) {
                throw new IllegalArgumentException(count + " points cannot be drawn");
            }
        }

        @Override
        public Uniform withCount(int count) {
            return new Uniform(from, to, count);
        }

        @Override
        public ImmutableDoubleArray points(NumpyRandom random) {
            ImmutableDoubleArray.Builder points = ImmutableDoubleArray.builder(count);
            for (int i = 0; i < count; i++) {
                points.add(random.uniform(from, to));
            }
            return points.build();
        }
    }

    private static void checkInterval(double from, double to) {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("no finite interval from " + from + " to " + to);
        }
    }
}
