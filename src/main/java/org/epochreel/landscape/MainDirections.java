package org.epochreel.landscape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.random.NumpyRandom;

/**
 * The two main directions of a run's motion: the first two right singular vectors of D, of length 1, each turned so that
 * its component of largest absolute value is positive. Found by Lanczos' method with full reorthogonalisation, so that
 * neither D'D of all parameters nor DD' of all epochs is ever decomposed. Where nothing moves in a second direction, the
 * second one is any that stands upright on the first.
 *
 * @param firstShare of the sum of squares of D; 0 where nothing moves
 */
public record MainDirections(double[] first, double[] second, double firstShare, double secondShare) {

    private static final int MOST_STEPS = 240;
    private static final int STEPS_BETWEEN_LOOKS = 8;
    private static final double ENOUGH = 1e-15;
    private static final double NOTHING = 1e-13;

    /** Finds them. */
    public static MainDirections of(Motion motion) {
        double total = motion.total();
        if (motion.size() < 2) {
            throw new IllegalArgumentException("one parameter has no plane");
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            return new MainDirections(axis(motion.size(), 0), axis(motion.size(), 1), 0, 0);
        }
        return new Lanczos(motion).directions(total);
    }

    private static double[] axis(int size, int number) {
        double[] axis = new double[size];
        axis[number] = 1;
        return axis;
    }

    private static final class Lanczos {

        private final Motion motion;
        private final List<double[]> basis = new ArrayList<>();
        private final double[] diagonal = new double[MOST_STEPS];
        private final double[] beside = new double[MOST_STEPS];

        Lanczos(Motion motion) {
            this.motion = motion;
        }

        MainDirections directions(double total) {
            int most = Math.min(MOST_STEPS, motion.size());
            double[] next = start();
            SymmetricEigen eigen = null;
            for (int step = 0; step < most; step++) {
                basis.add(next);
                next = advance(step);
                boolean last = step == most - 1 || !(beside[step] > NOTHING * Math.max(1e-300, diagonal[0]));
                if (last || step % STEPS_BETWEEN_LOOKS == STEPS_BETWEEN_LOOKS - 1) {
                    eigen = new SymmetricEigen(tridiagonal());
                    if (last || isFound(eigen)) {
                        break;
                    }
                }
            }
            int largest = eigen.largest(-1);
            double[] first = vector(eigen, largest);
            int following = eigen.largest(largest);
            double second = following < 0 ? 0 : Math.max(0, eigen.value(following));
            double[] other = second > NOTHING * eigen.value(largest) ? vector(eigen, following) : upright(first);
            return new MainDirections(turned(first), turned(other), eigen.value(largest) / total, second / total);
        }

        // One product makes a vector that has something of every direction in which anything moves.
        private double[] start() {
            NumpyRandom random = NumpyRandom.seeded(BigInteger.ZERO);
            double[] drawn = new double[motion.size()];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = random.normal(0, 1);
            }
            double[] start = new double[motion.size()];
            motion.multiply(drawn, start);
            Vectors.normalise(start);
            return start;
        }

        private double[] advance(int step) {
            double[] next = new double[motion.size()];
            motion.multiply(basis.get(step), next);
            diagonal[step] = Vectors.product(next, basis.get(step));
            for (int again = 0; again < 2; again++) {
                for (double[] earlier : basis) {
                    Vectors.removeFrom(next, earlier);
                }
            }
            beside[step] = Vectors.length(next);
            Vectors.normalise(next);
            return next;
        }

        private double[][] tridiagonal() {
            double[][] matrix = new double[basis.size()][basis.size()];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] = diagonal[i];
                if (i > 0) {
                    matrix[i][i - 1] = beside[i - 1];
                    matrix[i - 1][i] = beside[i - 1];
                }
            }
            return matrix;
        }

        private boolean isFound(SymmetricEigen eigen) {
            int largest = eigen.largest(-1);
            int following = eigen.largest(largest);
            int last = basis.size() - 1;
            double rest = beside[last] * Math.max(Math.abs(eigen.element(largest, last)),
                    Math.abs(eigen.element(following, last)));
            return rest <= ENOUGH * eigen.value(following);
        }

        private double[] vector(SymmetricEigen eigen, int number) {
            double[] vector = new double[motion.size()];
            for (int i = 0; i < basis.size(); i++) {
                Vectors.add(eigen.element(number, i), basis.get(i), vector);
            }
            Vectors.normalise(vector);
            return vector;
        }

        private static double[] upright(double[] first) {
            int least = 0;
            for (int i = 1; i < first.length; i++) {
                least = Math.abs(first[i]) < Math.abs(first[least]) ? i : least;
            }
            double[] other = axis(first.length, least);
            Vectors.removeFrom(other, first);
            Vectors.normalise(other);
            return other;
        }

        private static double[] turned(double[] vector) {
            int largest = 0;
            for (int i = 1; i < vector.length; i++) {
                largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
            }
            if (vector[largest] < 0) {
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = -vector[i];
                }
            }
            return vector;
        }
    }
}
