package org.epochreel.scene.read.model;

import java.util.Optional;
import org.epochreel.data.DataSource;
import org.epochreel.data.Scales;
import org.epochreel.data.recorded.RecordedLog;
import org.epochreel.data.recorded.Recording;
import org.epochreel.network.CurveFamily;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;

/**
 * The keys of a scene that together say what is fitted to the points.
 *
 * @param data the points
 * @param model a network or a family of curves
 * @param replay what was trained elsewhere, instead of both
 * @param network its layers, where it is a network
 */
public record LearnerKeys(
        Key<DataSource> data, Key<ModelName> model, Key<Learner.Network> network, Key<Learner.Replay> replay) {

    /** What is fitted; nothing where it cannot be told, which then is among the mistakes. */
    public Optional<Learner> read(Section scene) {
        if (scene.has(replay)) {
            return scene.find(replay).map(recorded -> recorded);
        }
        Optional<ModelName> name = scene.has(model) ? scene.find(model) : model.fallback();
        if (name.isEmpty()) {
            scene.find(network);
            return Optional.empty();
        }
        if (name.get().family().isEmpty()) {
            return scene.need(network).map(net -> net);
        }
        scene.refuse("the model is " + Choice.text(name.get().family().get())
                + ", which has no layers; remove this key or write model: network", network);
        return name.get().family().<Learner>map(Learner.Family::new)
                .filter(curve -> scene.find(data).map(LearnerKeys::isCurve).orElse(true));
    }

    /** Reports what goes with points of another kind: a family of curves, or a recording. */
    public void check(Section scene) {
        if (scene.has(replay)) {
            checkReplay(scene);
            return;
        }
        Optional<CurveFamily> family = scene.find(model).flatMap(ModelName::family);
        if (family.isPresent() && !scene.find(data).map(LearnerKeys::isCurve).orElse(true)) {
            scene.mistake(model, "a " + Choice.text(family.get()) + " model is a curve of one x, which these data have"
                    + " not; write model: network");
        }
    }

    private void checkReplay(Section scene) {
        Optional<Recording> recording = scene.find(replay).map(Learner.Replay::recording);
        Optional<DataSource> points = scene.find(data);
        if (recording.isEmpty() || points.isEmpty()) {
            return;
        }
        int inputs = points.get().inputs();
        if (recording.get().x().width() != inputs) {
            scene.mistake(replay, "x has " + recording.get().x().width() + (recording.get().x().width() == 1
                    ? " column" : " columns") + ", and the data have " + inputs + (inputs == 1 ? " input" : " inputs")
                    + "; both need the same");
        }
        int classes = points.get().classes();
        int outputs = recording.get().outputs();
        boolean fits = classes == 0 ? outputs == points.get().values() : outputs == classes || classes == 2 && outputs == 1;
        if (!fits) {
            scene.mistake(replay, "the predictions have " + outputs + (outputs == 1 ? " output" : " outputs")
                    + " for each point, and the data have " + (classes > 0 ? classes + " classes"
                            : points.get().values() + (points.get().values() == 1 ? " value" : " values"))
                    + "; save one number for each" + (classes == 2 ? ", or the second one's alone" : ""));
        }
        if (!points.get().scales().equals(Scales.NONE)) {
            scene.mistake(data, "nothing is trained here, so nothing is scaled; remove scale, and save predictions in the"
                    + " data's own units");
        }
        if (recording.get().log().of(RecordedLog.Quantity.TRAIN_LOSS).isEmpty() && fits && inputs == 1
                && !recording.get().covers(points.get().dataSet().train().inputs())) {
            scene.mistake(replay, "the loss cannot be computed, as some points of the data lie outside of x; write metrics:"
                    + " log.csv with a column loss, or save predictions over a wider x");
        }
    }

    private static boolean isCurve(DataSource points) {
        return points.inputs() == 1 && points.classes() == 0 && points.values() == 1;
    }

    public void write(Learner learner, Members members) {
        if (learner instanceof Learner.Replay recorded) {
            members.put(replay, recorded);
        } else if (learner instanceof Learner.Network net) {
            members.put(model, ModelName.NETWORK).put(network, net);
        } else {
            members.put(model, ModelName.of(((Learner.Family) learner).family()));
        }
    }
}
