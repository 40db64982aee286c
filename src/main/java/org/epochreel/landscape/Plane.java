package org.epochreel.landscape;

import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.epochreel.random.NumpyRandom;

/**
 * A plane of a model's parameters: all {@code origin + c1 first + c2 second}. The directions have length 1 and stand
 * upright on each other, so that lengths in the plane are lengths in the parameters.
 *
 * @param firstAxis what the first direction is called, such as the name of the parameter that it changes
 * @param firstShare what part of the sum of the squared distances of all epochs' parameters from the final ones lies in
 *     the first direction
 */
public record Plane(
        Kind kind,
        ImmutableDoubleArray origin,
        ImmutableDoubleArray first,
        ImmutableDoubleArray second,
        String firstAxis,
        String secondAxis,
        double firstShare,
        double secondShare) {

    /** How the plane lies. */
    public enum Kind {
        /** All parameters of a model of two. */
        EXACT(true),
        /** Two parameters, the others as they are at the end of the run. */
        PARAMETERS(true),
        /** The two main directions of the run, through its end. */
        TRAJECTORY(false),
        /** Two random directions, through the run's end. */
        RANDOM(false);

        private final boolean ofParameters;

        Kind(boolean ofParameters) {
            this.ofParameters = ofParameters;
        }

        /** Whether positions are the values of two parameters. */
        public boolean isOfParameters() {
            return ofParameters;
        }
    }

    /** The plane of a model's only two parameters. */
    public static Plane exact(String firstAxis, String secondAxis) {
        return new Plane(Kind.EXACT, ImmutableDoubleArray.of(0, 0), ImmutableDoubleArray.of(1, 0),
                ImmutableDoubleArray.of(0, 1), firstAxis, secondAxis, Double.NaN, Double.NaN);
    }

    /** The plane of the two parameters that lie furthest from their final values over the run, in the sum of squares. */
    public static Plane ofParameters(double[] last, Motion motion, IntFunction<String> names) {
        int most = furthest(motion, -1);
        int next = furthest(motion, most);
        return ofParameters(last, motion, Math.min(most, next), Math.max(most, next), names);
    }

    /** The plane of two parameters; {@code a} is its first direction. */
    public static Plane ofParameters(double[] last, Motion motion, int a, int b, IntFunction<String> names) {
        double[] origin = last.clone();
        origin[a] = 0;
        origin[b] = 0;
        double[] first = new double[last.length];
        double[] second = new double[last.length];
        first[a] = 1;
        second[b] = 1;
        return new Plane(Kind.PARAMETERS, ImmutableDoubleArray.copyOf(origin), ImmutableDoubleArray.copyOf(first),
                ImmutableDoubleArray.copyOf(second), names.apply(a), names.apply(b),
                share(motion.ofParameter(a), motion), share(motion.ofParameter(b), motion));
    }

    private static int furthest(Motion motion, int except) {
        int furthest = -1;
        for (int i = 0; i < motion.size(); i++) {
            if (i != except && (furthest < 0 || motion.ofParameter(i) > motion.ofParameter(furthest))) {
                furthest = i;
            }
        }
        return furthest;
    }

    /** The plane of the run's two main directions. */
    public static Plane ofTrajectory(double[] last, Motion motion) {
        MainDirections main = MainDirections.of(motion);
        return new Plane(Kind.TRAJECTORY, ImmutableDoubleArray.copyOf(last), ImmutableDoubleArray.copyOf(main.first()),
                ImmutableDoubleArray.copyOf(main.second()), "", "", main.firstShare(), main.secondShare());
    }

    /**
     * A plane of two random directions, as Li et al. normalise them ("Visualizing the Loss Landscape of Neural Nets",
     * 2018): of each neuron's drawn numbers, its bias among them, the length is made that of the neuron's parameters. The
     * second direction is then made upright on the first, and both are given length 1.
     *
     * @param neuronOf the number of each parameter's neuron
     * @param seed of the draws: first all of the first direction, then of the second, from the normal distribution
     */
    public static Plane random(double[] last, Motion motion, int[] neuronOf, BigInteger seed) {
        NumpyRandom random = NumpyRandom.seeded(seed);
        double[] first = direction(random, last, neuronOf);
        double[] second = direction(random, last, neuronOf);
        Vectors.normalise(first);
        Vectors.removeFrom(second, first);
        Vectors.normalise(second);
        return new Plane(Kind.RANDOM, ImmutableDoubleArray.copyOf(last), ImmutableDoubleArray.copyOf(first),
                ImmutableDoubleArray.copyOf(second), "", "", share(first, motion), share(second, motion));
    }

    private static double[] direction(NumpyRandom random, double[] last, int[] neuronOf) {
        double[] direction = new double[last.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.normal(0, 1);
        }
        int neurons = Arrays.stream(neuronOf).max().orElseThrow() + 1;
        double[] drawn = new double[neurons];
        double[] wanted = new double[neurons];
        for (int i = 0; i < direction.length; i++) {
            drawn[neuronOf[i]] += direction[i] * direction[i];
            wanted[neuronOf[i]] += last[i] * last[i];
        }
        boolean anywhere = Arrays.stream(wanted).sum() > 0;
        for (int i = 0; i < direction.length && anywhere; i++) {
            direction[i] *= Math.sqrt(wanted[neuronOf[i]] / drawn[neuronOf[i]]);
        }
        return direction;
    }

    private static double share(double[] direction, Motion motion) {
        double[] product = new double[direction.length];
        motion.multiply(direction, product);
        return share(Vectors.product(direction, product), motion);
    }

    private static double share(double part, Motion motion) {
        double total = motion.total();
        return total > 0 ? part / total : 0;
    }

    /** Writes the parameters at a position of the plane. */
    public void parameters(double c1, double c2, double[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = origin.get(i) + c1 * first.get(i) + c2 * second.get(i);
        }
    }

    /** Where the point of the plane that is nearest to some parameters lies. */
    public Position nearest(double[] parameters) {
        double c1 = 0;
        double c2 = 0;
        for (int i = 0; i < parameters.length; i++) {
            double away = parameters[i] - origin.get(i);
            c1 += away * first.get(i);
            c2 += away * second.get(i);
        }
        return new Position(c1, c2);
    }

    /** Part of the run's motion that lies in the plane, from 0 to 1; NaN where the plane holds all parameters. */
    public double share() {
        return firstShare + secondShare;
    }
}
