package org.epochreel.network;

import com.google.common.collect.ImmutableList;

/** A model that changes what another one sees or gives, and leaves its parameters and layers alone. */
abstract class ModelAround implements Model {

    private final Model model;

    ModelAround(Model model) {
        this.model = model;
    }

    /** The model within. */
    final Model model() {
        return model;
    }

    @Override
    public int inputs() {
        return model.inputs();
    }

    @Override
    public int outputs() {
        return model.outputs();
    }

    @Override
    public int parameterCount() {
        return model.parameterCount();
    }

    @Override
    public ImmutableList<ParameterGroup> parameterGroups() {
        return model.parameterGroups();
    }

    @Override
    public boolean isBias(int parameter) {
        return model.isBias(parameter);
    }

    @Override
    public boolean isSmooth() {
        return model.isSmooth();
    }

    @Override
    public ImmutableList<Integer> hidden() {
        return model.hidden();
    }

    @Override
    public double[][] prepared(double[][] inputs) {
        return model.prepared(inputs);
    }

    @Override
    public Evaluator evaluator(int maxSamples) {
        return model.evaluator(maxSamples);
    }
}
