package org.epochreel.scene.read.model;

import java.util.Optional;
import org.epochreel.network.Architecture;
import org.epochreel.scene.Choice;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;

/**
 * The two keys of a scene that together say what is fitted to the points.
 *
 * @param model a network or a family of curves
 * @param network its layers, where it is a network
 */
public record LearnerKeys(Key<ModelName> model, Key<Architecture> network) {

    /** What is fitted; nothing where it cannot be told, which then is among the mistakes. */
    public Optional<Learner> read(Section scene) {
        Optional<ModelName> name = scene.has(model) ? scene.find(model) : model.fallback();
        if (name.isEmpty()) {
            scene.find(network);
            return Optional.empty();
        }
        if (name.get().family().isEmpty()) {
            return scene.need(network).map(Learner.Network::new);
        }
        scene.refuse("the model is " + Choice.text(name.get().family().get())
                + ", which has no layers; remove this key or write model: network", network);
        return name.get().family().map(Learner.Family::new);
    }

    public void write(Learner learner, Members members) {
        if (learner instanceof Learner.Network net) {
            members.put(model, ModelName.NETWORK).put(network, net.architecture());
        } else {
            members.put(model, ModelName.of(((Learner.Family) learner).family()));
        }
    }
}
