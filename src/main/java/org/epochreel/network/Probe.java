package org.epochreel.network;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Rows of inputs at which a picture wants to see a model as it learns: points of a line, a grid of the plane, the
 * training points. Asked with parameters it gives numbers, without allocating. For one thread at a time.
 */
public final class Probe {
    /** Rows that are best looked at together. */
    public static final int BLOCK = 256;


    private final double[][] prepared;
    private final int count;
    private final Model.Evaluator evaluator;
    private final double[][] outputs;

    /**
     * Looks at {@code model} at given rows.
     *
     * @param inputs by input and row, as many inputs as the model has
     */
    public Probe(Model model, double[][] inputs) {
        if (inputs.length != model.inputs()) {
            throw new IllegalArgumentException(inputs.length + " inputs for a model of " + model.inputs());
        }
        this.prepared = model.prepared(inputs);
        this.count = inputs[0].length;
        this.evaluator = model.evaluator(Math.max(1, Math.min(BLOCK, count)));
        this.outputs = new double[model.outputs()][count];
    }

    /** Looks at a curve, a model of one input, at each x; at nothing of any model where there is no x. */
    public static Probe line(Model model, double[] x) {
        return new Probe(model, x.length == 0 ? new double[model.inputs()][0] : new double[][] {x});
    }

    /** Looks at a model of the plane at every pair of {@code x1} and {@code x2}, row by row of equal x2. */
    public static Probe grid(Model model, ImmutableDoubleArray x1, ImmutableDoubleArray x2) {
        double[][] inputs = new double[2][x1.length() * x2.length()];
        for (int row = 0; row < x2.length(); row++) {
            for (int column = 0; column < x1.length(); column++) {
                inputs[0][row * x1.length() + column] = x1.get(column);
                inputs[1][row * x1.length() + column] = x2.get(row);
            }
        }
        return new Probe(model, inputs);
    }

    /** Rows. */
    public int count() {
        return count;
    }

    /** Outputs of each row. */
    public int outputCount() {
        return outputs.length;
    }

    /** The model's outputs with these parameters, by output and row; the array is the probe's own. */
    public double[][] outputs(double[] parameters) {
        outputs(parameters, outputs);
        return outputs;
    }

    /** Writes the model's outputs with these parameters into {@code rows}, by output and row. */
    public void outputs(double[] parameters, double[][] rows) {
        look(parameters, false, 0, count, rows);
    }

    /** The first output of each row, such as a curve's y; the array is the probe's own. */
    public double[] curve(double[] parameters) {
        return outputs(parameters)[0];
    }

    /** Writes what the output neurons sum up into {@code sums}, by output and row; of other models the outputs. */
    public void sums(double[] parameters, double[][] sums) {
        look(parameters, true, 0, count, sums);
    }

    /**
     * Writes what the output neurons give, or sum up, at some of the rows.
     *
     * @param asSums whether the sums are wanted
     * @param first of {@code length} rows, which is the first that is written
     */
    public void look(double[] parameters, boolean asSums, int first, int length, double[][] rows) {
        for (int done = 0; done < length; done += BLOCK) {
            int block = Math.min(BLOCK, length - done);
            evaluator.forward(parameters, prepared, first + done, block);
            copy(asSums ? evaluator.sums() : evaluator.outputs(), done, block, rows);
        }
    }

    /** Writes the class of each row into {@code classes}, as {@link Decision} says. */
    public void classes(double[] parameters, int[] classes) {
        for (int from = 0; from < count; from += BLOCK) {
            int block = forward(parameters, from);
            for (int s = 0; s < block; s++) {
                classes[from + s] = Decision.of(evaluator.sums(), s);
            }
        }
    }

    /**
     * Writes into {@code curves} what each neuron of the last hidden layer adds to the first output's sum, by neuron
     * and row.
     */
    public void contributions(double[] parameters, double[][] curves) {
        double[] part = new double[Math.min(BLOCK, count)];
        for (int from = 0; from < count; from += BLOCK) {
            int block = forward(parameters, from);
            for (int neuron = 0; neuron < curves.length; neuron++) {
                evaluator.contribution(parameters, neuron, part);
                System.arraycopy(part, 0, curves[neuron], from, block);
            }
        }
    }

    /** Writes what the neurons of a hidden layer give into {@code activations}, by neuron and row. */
    public void activations(double[] parameters, int layer, double[][] activations) {
        for (int from = 0; from < count; from += BLOCK) {
            int block = forward(parameters, from);
            copy(evaluator.activations(layer), from, block, activations);
        }
    }

    /** What the first layer sees of each row, by number and row; not to be changed. */
    public double[][] seen() {
        return prepared;
    }

    /**
     * Writes what the neurons of all hidden layers give, and then the outputs, into {@code rows}, by neuron and row.
     *
     * @param hidden neurons of each hidden layer
     */
    public void neurons(double[] parameters, ImmutableList<Integer> hidden, double[][] rows) {
        for (int from = 0; from < count; from += BLOCK) {
            int block = forward(parameters, from);
            int first = 0;
            for (int layer = 0; layer < hidden.size(); layer++) {
                for (int neuron = 0; neuron < hidden.get(layer); neuron++) {
                    System.arraycopy(evaluator.activations(layer)[neuron], 0, rows[first + neuron], from, block);
                }
                first += hidden.get(layer);
            }
            for (int i = 0; first + i < rows.length; i++) {
                System.arraycopy(evaluator.outputs()[i], 0, rows[first + i], from, block);
            }
        }
    }

    private int forward(double[] parameters, int from) {
        int block = Math.min(BLOCK, count - from);
        evaluator.forward(parameters, prepared, from, block);
        return block;
    }

    private static void copy(double[][] blockRows, int from, int block, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(blockRows[i], 0, rows[i], from, block);
        }
    }
}
