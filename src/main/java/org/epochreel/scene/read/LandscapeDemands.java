package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.epochreel.network.Model;
import org.epochreel.network.ParameterGroup;
import org.epochreel.network.Perceptron;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.PanelSpec.Landscape;
import org.epochreel.scene.PanelSpec.PlaneChoice;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.key.Value;

/** What a landscape asks of its scene. */
final class LandscapeDemands {

    private static final int FEWEST_EPOCHS = 3;

    /** Parameters of the largest model whose plane is one of two parameters unless the scene says otherwise. */
    private static final int MOST_BY_NAME = 3;

    /** Parameters times samples times positions that one core measures in a second. */
    private static final double MEASURED_A_SECOND = 6e8;

    /** A quarter of an hour on one core. */
    private static final double MOST_SECONDS = 900;

    private LandscapeDemands() {}

    /**
     * Reports the landscapes that a scene cannot feed.
     *
     * @param video where the panels are named
     */
    static void check(Scene scene, Optional<Value> video) {
        Optional<Value> named = video.flatMap(value -> value.child("panels"));
        if (named.isEmpty()) {
            return;
        }
        ImmutableList<PanelSpec> panels = scene.video().panels();
        Optional<Landscape> first = Optional.empty();
        for (int i = 0; i < panels.size(); i++) {
            if (!(panels.get(i) instanceof Landscape landscape)) {
                continue;
            }
            Value item = named.get().item(i);
            Value group = item.child("landscape").orElse(item);
            if (first.isPresent() && !first.get().equals(landscape)) {
                group.mistake("a film shows one landscape, and there is another one before", "leave one of them out");
            } else {
                check(scene, landscape, group);
            }
            first = Optional.of(first.orElse(landscape));
        }
    }

    private static void checkAlong(Landscape landscape, Model model, Value along) {
        ImmutableList<String> named = landscape.along().get();
        if (landscape.plane() != PlaneChoice.PARAMETERS) {
            along.mistake("this key names the parameters of plane: parameters", "write that, or leave this key out");
        }
        ImmutableList<String> names = model.parameterGroups().stream()
                .filter(parameters -> parameters.count() == 1 && model.hidden().isEmpty())
                .map(ParameterGroup::name).collect(ImmutableList.toImmutableList());
        if (names.isEmpty()) {
            along.mistake("the parameters of a network have no names", "leave this key out");
        } else if (!names.containsAll(named) || named.get(0).equals(named.get(1))) {
            along.mistake("[" + String.join(", ", named) + "] are not two of this model's parameters", "these are "
                    + String.join(", ", names));
        }
    }

    private static void check(Scene scene, Landscape landscape, Value group) {
        Model model = scene.learner() instanceof Learner.Network network
                ? new Perceptron(network.architecture()) : ((Learner.Family) scene.learner()).family();
        int parameters = model.parameterCount();
        PlaneChoice plane = landscape.plane();
        if (plane == PlaneChoice.EXACT && parameters != 2) {
            group.child("plane").orElse(group).mistake("the exact plane is that of a model of two parameters, and this one has "
                    + parameters, "write plane: trajectory, or auto");
        } else if (parameters < 2) {
            group.mistake("a plane needs two parameters, and this model has " + parameters,
                    "leave the panel landscape out");
        }
        if (landscape.along().isPresent()) {
            checkAlong(landscape, model, group.child("along").orElse(group));
        }
        boolean ofPath = plane == PlaneChoice.TRAJECTORY || plane == PlaneChoice.AUTO && parameters > MOST_BY_NAME;
        if (ofPath && scene.training().epochs() < FEWEST_EPOCHS) {
            group.mistake("the plane of a path needs at least " + FEWEST_EPOCHS + " epochs, and training.epochs is "
                    + scene.training().epochs(), "train longer, or write plane: random");
        }
        double seconds = (double) parameters * scene.data().trainCount() * landscape.grid() * landscape.grid()
                / MEASURED_A_SECOND;
        if (seconds > MOST_SECONDS) {
            group.mistake("a grid of " + landscape.grid() + " x " + landscape.grid() + " losses of " + parameters
                    + " parameters on " + scene.data().trainCount() + " points would take about "
                    + Math.round(Math.ceil(seconds / 60)) + " minutes", "allowed are "
                    + Math.round(MOST_SECONDS / 60) + "; write a smaller grid, or train on fewer points");
        }
    }
}
