package org.epochreel.chart.wanted;

/**
 * Numbers by neuron and place. Never changes; two that are not the same object are taken to differ.
 */
public final class Rows {

    /** No numbers. */
    public static final Rows NONE = new Rows(new double[0][]);

    private final double[][] values;

    /** @param values by neuron and place; owned from now on */
    public Rows(double[][] values) {
        this.values = values;
    }

    /** Neurons. */
    public int neurons() {
        return values.length;
    }

    /** Places. */
    public int count() {
        return values.length == 0 ? 0 : values[0].length;
    }

    public double at(int neuron, int place) {
        return values[neuron][place];
    }

    /** All numbers by neuron and place; not to be changed. */
    public double[][] all() {
        return values;
    }

    /** All numbers of one neuron; not to be changed. */
    public double[] of(int neuron) {
        return values[neuron];
    }
}
