package org.epochreel.training;

import org.epochreel.network.Model;
import org.epochreel.scene.TrainingSpec.Penalty;

/** The penalties {@code l1 |p| + l2 p²/2}, summed over a model's parameters or its weights alone. */
final class Penalties {
    private final boolean none;
    private final double[] l1;
    private final double[] l2;

    Penalties(Penalty penalty, Model model) {
        this.none = penalty.l1() == 0 && penalty.l2() == 0;
        this.l1 = new double[none ? 0 : model.parameterCount()];
        this.l2 = new double[none ? 0 : model.parameterCount()];
        for (int i = 0; i < l1.length; i++) {
            boolean bias = model.isBias(i);
            l1[i] = bias && !penalty.l1OfBiases() ? 0 : penalty.l1();
            l2[i] = bias && !penalty.l2OfBiases() ? 0 : penalty.l2();
        }
    }

    /** Adds the derivative by the parameters, that of |p| at 0 being 0. */
    void addTo(double[] gradient, double[] parameters) {
        for (int i = 0; i < l2.length; i++) {
            gradient[i] = gradient[i] + l2[i] * parameters[i];
        }
        for (int i = 0; i < l1.length; i++) {
            if (l1[i] != 0) {
                gradient[i] = gradient[i] + l1[i] * Math.signum(parameters[i]);
            }
        }
    }

    double of(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < l1.length; i++) {
            sum += l1[i] * Math.abs(parameters[i]) + 0.5 * l2[i] * (parameters[i] * parameters[i]);
        }
        return sum;
    }
}
