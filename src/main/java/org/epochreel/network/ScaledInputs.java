package org.epochreel.network;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A model that sees scaled numbers: those that it would see, each minus one number and divided by another. Its inputs
 * are in their own units.
 */
public final class ScaledInputs extends ModelAround {

    private final ImmutableDoubleArray subtract;
    private final ImmutableDoubleArray divideBy;

    /**
     * @param subtract a number for each row that the model's {@link Model#prepared} gives
     * @param divideBy likewise
     */
    public ScaledInputs(Model model, ImmutableDoubleArray subtract, ImmutableDoubleArray divideBy) {
        super(model);
        this.subtract = subtract;
        this.divideBy = divideBy;
    }

    @Override
    public double[][] prepared(double[][] inputs) {
        double[][] seen = model().prepared(inputs);
        double[][] scaled = new double[seen.length][];
        for (int i = 0; i < seen.length; i++) {
            scaled[i] = new double[seen[i].length];
            for (int s = 0; s < seen[i].length; s++) {
                scaled[i][s] = (seen[i][s] - subtract.get(i)) / divideBy.get(i);
            }
        }
        return scaled;
    }
}
