package org.epochreel.data;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Where a scene's points come from. */
public sealed interface DataSource {

    /** The points; drawing them again gives the same ones. */
    DataSet dataSet();

    /**
     * Points made by a formula.
     *
     * @param noise standard deviation of the Gaussian noise on y; 0 draws none
     * @param testCount points of the test set, if there is one
     */
    record Generated(Inputs x, Target y, double noise, BigInteger seed, OptionalInt testCount) implements DataSource {
        @Override
        public DataSet dataSet() {
            throw new UnsupportedOperationException();
        }
    }

    /** Points read from two named columns of a CSV file when the scene was read. */
    record Csv(Path file, String xColumn, String yColumn, DataSet dataSet) implements DataSource {}
}
