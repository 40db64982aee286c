package org.epochreel.scene.canonical;

import org.epochreel.scene.Choice;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.TrainingSpec.Condition;
import org.epochreel.scene.TrainingSpec.Cutoff;
import org.epochreel.scene.TrainingSpec.Decay;
import org.epochreel.scene.TrainingSpec.Optimiser;
import org.epochreel.text.JsonText;

/** The part {@code training} of a {@link ResolvedScene}. */
final class ResolvedTraining {

    private final JsonText json;

    ResolvedTraining(JsonText json) {
        this.json = json;
    }

    void write(TrainingSpec training) {
        json.beginObject().key("loss").value(Choice.text(training.loss()));
        json.key("optimiser");
        optimiser(training.optimiser());
        json.key("learning-rate").value(training.learningRate());
        if (training.decay().isPresent()) {
            json.key("decay");
            decay(training.decay().get());
        } else {
            json.key("cutoffs").beginArray();
            training.cutoffs().forEach(this::cutoff);
            json.endArray();
        }
        training.batchSize().ifPresent(size -> json.key("batch-size").value(size));
        json.key("seed").value(training.seed());
        json.key("l2").value(training.l2());
        json.key("epochs").value(training.epochs());
        training.stop().ifPresent(condition -> {
            json.key("stop").beginObject();
            condition(condition);
            json.endObject();
        });
        json.endObject();
    }

    private void optimiser(Optimiser optimiser) {
        if (optimiser instanceof Optimiser.Momentum momentum) {
            json.beginObject().key("momentum").beginObject().key("beta").value(momentum.beta());
        } else if (optimiser instanceof Optimiser.Adam adam) {
            json.beginObject().key("adam").beginObject();
            json.key("beta1").value(adam.beta1()).key("beta2").value(adam.beta2()).key("epsilon").value(adam.epsilon());
        } else if (optimiser instanceof Optimiser.RmsProp rmsProp) {
            json.beginObject().key("rmsprop").beginObject();
            json.key("alpha").value(rmsProp.alpha()).key("epsilon").value(rmsProp.epsilon());
        } else {
            json.value("gradient-descent");
            return;
        }
        json.endObject().endObject();
    }

    private void cutoff(Cutoff cutoff) {
        json.beginObject();
        condition(cutoff.when());
        json.key("learning-rate").value(cutoff.learningRate()).endObject();
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.AtEpoch at) {
            json.key("at-epoch").value(at.epoch());
        } else if (condition instanceof Condition.LossBelow below) {
            json.key("loss-below").value(below.value());
        } else if (condition instanceof Condition.AngleAbove above) {
            json.key("angle-above").value(above.degrees());
        } else {
            Condition.LossChangeBelow change = (Condition.LossChangeBelow) condition;
            json.key("loss-change-below").value(change.change());
            json.key("over").value(change.over()).key("not-before").value(change.notBefore());
        }
    }

    private void decay(Decay decay) {
        json.beginObject();
        if (decay instanceof Decay.Exponential exponential) {
            json.key("exponential").beginObject().key("factor").value(exponential.factor());
            json.key("every").value(exponential.every());
        } else {
            Decay.Cosine cosine = (Decay.Cosine) decay;
            json.key("cosine").beginObject().key("to").value(cosine.to()).key("over").value(cosine.over());
        }
        json.endObject().endObject();
    }
}
