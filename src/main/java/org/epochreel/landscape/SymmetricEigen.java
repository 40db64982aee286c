package org.epochreel.landscape;

/** All eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations in cyclic order. */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;

    private final double[][] matrix;
    private final double[][] vectors;

    /** @param matrix owned from now on */
    SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        this.vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(); sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    rotate(p, q);
                }
            }
        }
    }

    private boolean isDiagonal() {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = i + 1; j < matrix.length; j++) {
                if (matrix[i][j] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    // Makes the element of row p and column q zero.
    private void rotate(int p, int q) {
        double off = matrix[p][q];
        double scale = Math.abs(matrix[p][p]) + Math.abs(matrix[q][q]);
        if (scale + Math.abs(off) == scale) {
            matrix[p][q] = 0;
            matrix[q][p] = 0;
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < matrix.length; k++) {
            double a = matrix[k][p];
            double b = matrix[k][q];
            matrix[k][p] = cosine * a - sine * b;
            matrix[k][q] = sine * a + cosine * b;
        }
        for (int k = 0; k < matrix.length; k++) {
            double a = matrix[p][k];
            double b = matrix[q][k];
            matrix[p][k] = cosine * a - sine * b;
            matrix[q][k] = sine * a + cosine * b;
            double v = vectors[k][p];
            double w = vectors[k][q];
            vectors[k][p] = cosine * v - sine * w;
            vectors[k][q] = sine * v + cosine * w;
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    /** The number of the largest eigenvalue, of equal ones the first; {@code except} does not count. */
    int largest(int except) {
        int largest = -1;
        for (int i = 0; i < matrix.length; i++) {
            if (i != except && (largest < 0 || matrix[i][i] > matrix[largest][largest])) {
                largest = i;
            }
        }
        return largest;
    }

    double value(int number) {
        return matrix[number][number];
    }

    /** An element of an eigenvector of length 1. */
    double element(int number, int row) {
        return vectors[row][number];
    }
}
