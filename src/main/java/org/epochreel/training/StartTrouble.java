package org.epochreel.training;

import java.util.Optional;
import org.epochreel.network.Model;
import org.epochreel.network.ParameterGroup;
import org.epochreel.text.ConsoleNumber;

/** Finds what makes a start's loss no finite number: a parameter, a layer, or a point. */
final class StartTrouble {

    private static final int AT_ONCE = 256;

    private static final String SMALLER_START = "; a smaller start (initialisation) helps";

    private final Model model;
    private final double[] start;
    private final Rows rows;

    StartTrouble(Model model, double[] start, Rows rows) {
        this.model = model;
        this.start = start;
        this.rows = rows;
    }

    /** A sentence about the first cause in the order of computation. */
    String sentence() {
        for (ParameterGroup group : model.parameterGroups()) {
            for (int i = 0; i < group.count(); i++) {
                if (!Double.isFinite(start[group.from() + i])) {
                    return "the start is not finite: its " + group.name() + " are too large for numbers"
                            + SMALLER_START;
                }
            }
        }
        Model.Evaluator evaluator = model.evaluator(Math.min(AT_ONCE, rows.count()));
        int point = 0;
        double output = 0;
        double wanted = 0;
        double furthest = -1;
        for (int from = 0; from < rows.count(); from += AT_ONCE) {
            int count = Math.min(AT_ONCE, rows.count() - from);
            evaluator.forward(start, rows.inputs(), from, count);
            Optional<String> layer = layer(evaluator, from, count);
            if (layer.isPresent()) {
                return layer.get();
            }
            for (int i = 0; i < rows.targets().length; i++) {
                for (int s = 0; s < count; s++) {
                    double given = evaluator.outputs()[i][s];
                    double asked = rows.targets()[i][from + s];
                    if (Math.abs(given - asked) > furthest) {
                        furthest = Math.abs(given - asked);
                        point = from + s;
                        output = given;
                        wanted = asked;
                    }
                }
            }
        }
        return "the loss of the start is too large for a number: the output layer gives " + ConsoleNumber.rate(output)
                + " for point " + (point + 1) + ", where " + ConsoleNumber.rate(wanted) + " is wanted"
                + (Math.abs(wanted) > Math.abs(output)
                        ? "; smaller numbers (scale: standard) or the loss mae help" : SMALLER_START);
    }

    private Optional<String> layer(Model.Evaluator evaluator, int from, int count) {
        int hidden = model.hidden().size();
        for (int layer = 0; layer <= hidden; layer++) {
            double[][] values = layer == hidden ? evaluator.outputs() : evaluator.activations(layer);
            for (double[] neuron : values) {
                for (int s = 0; s < count; s++) {
                    if (!Double.isFinite(neuron[s])) {
                        return Optional.of("the start is not finite: "
                                + (layer == hidden ? "the output layer" : "layer " + (layer + 1))
                                + " gives what is too large for a number, for point " + (from + s + 1)
                                + SMALLER_START + ", and so do inputs near 1 (scale: standard)");
                    }
                }
            }
        }
        return Optional.empty();
    }
}
