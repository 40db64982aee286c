package org.epochreel.data;

import com.google.common.collect.ImmutableList;

/**
 * What a network's first layer sees of a row of inputs: a number for each formula of them.
 *
 * @param formulas at least one, all of the same inputs
 */
public record Features(ImmutableList<Expression> formulas) {

    public Features {
        if (formulas.isEmpty()) {
            throw new IllegalArgumentException("a layer that sees nothing");
        }
    }

    public int count() {
        return formulas.size();
    }

    /** Inputs that the formulas are of. */
    public int inputs() {
        return formulas.get(0).inputs();
    }

    /** The features by formula and row, of inputs by input and row. */
    public double[][] of(double[][] inputs) {
        double[][] features = new double[formulas.size()][inputs[0].length];
        double[] row = new double[inputs.length];
        for (int s = 0; s < inputs[0].length; s++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = inputs[i][s];
            }
            for (int f = 0; f < features.length; f++) {
                features[f][s] = formulas.get(f).at(row);
            }
        }
        return features;
    }
}
