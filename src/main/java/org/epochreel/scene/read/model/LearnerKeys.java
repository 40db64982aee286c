package org.epochreel.scene.read.model;

import java.util.Optional;
import org.epochreel.data.DataSource;
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
 * @param network its layers, where it is a network
 */
public record LearnerKeys(Key<DataSource> data, Key<ModelName> model, Key<Learner.Network> network) {

    /** What is fitted; nothing where it cannot be told, which then is among the mistakes. */
    public Optional<Learner> read(Section scene) {
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

    /** Reports a family of curves for points of another kind, which {@link #read} gives nothing for. */
    public void check(Section scene) {
        Optional<CurveFamily> family = scene.find(model).flatMap(ModelName::family);
        if (family.isPresent() && !scene.find(data).map(LearnerKeys::isCurve).orElse(true)) {
            scene.mistake(model, "a " + Choice.text(family.get()) + " model is a curve of one x, which these data have"
                    + " not; write model: network");
        }
    }

    private static boolean isCurve(DataSource points) {
        return points.inputs() == 1 && points.classes() == 0 && points.values() == 1;
    }

    public void write(Learner learner, Members members) {
        if (learner instanceof Learner.Network net) {
            members.put(model, ModelName.NETWORK).put(network, net);
        } else {
            members.put(model, ModelName.of(((Learner.Family) learner).family()));
        }
    }
}
