package org.epochreel.render.train;

import java.util.Optional;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.data.ScaleMethod;
import org.epochreel.data.Scales;
import org.epochreel.data.Scaling;
import org.epochreel.network.Model;
import org.epochreel.network.OutputsInOwnUnits;
import org.epochreel.network.ScaledInputs;

/**
 * A model that is trained on scaled numbers and drawn in the data's own units.
 *
 * @param trained takes inputs in their own units and gives scaled outputs
 * @param drawn the same model, which gives outputs in their own units
 * @param data points with inputs in their own units and scaled outputs
 * @param inputs how the numbers that the first layer sees are scaled, if they are
 * @param outputs how outputs are scaled, if they are
 */
public record ScaledLearning(
        Model trained, Model drawn, DataSet data, Optional<Scaling> inputs, Optional<Scaling> outputs) {

    /** Scales by the numbers of the training set. */
    public static ScaledLearning of(Model model, DataSet data, Scales scales) {
        Samples train = data.train();
        Optional<Scaling> inputs = scales.x() == ScaleMethod.NONE ? Optional.empty()
                : Optional.of(Scaling.of(scales.x(), model.prepared(train.inputs().toColumns())));
        Optional<Scaling> outputs = scales.y() == ScaleMethod.NONE || train.labels().isPresent() ? Optional.empty()
                : Optional.of(Scaling.of(scales.y(), train.outputs().toColumns()));
        Model trained = inputs.<Model>map(scaling ->
                new ScaledInputs(model, scaling.subtract(), scaling.divideBy())).orElse(model);
        Model drawn = outputs.<Model>map(scaling ->
                new OutputsInOwnUnits(trained, scaling.divideBy(), scaling.subtract())).orElse(trained);
        DataSet scaled = outputs.map(scaling ->
                new DataSet(scaling.scaledOutputs(train), data.test().map(scaling::scaledOutputs))).orElse(data);
        return new ScaledLearning(trained, drawn, scaled, inputs, outputs);
    }
}
