package org.epochreel.scene.read.video;

import static org.epochreel.scene.key.Types.list;
import static org.epochreel.scene.key.Types.seed;
import static org.epochreel.scene.key.Types.text;
import static org.epochreel.scene.key.Types.whole;
import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Optional;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.PanelSpec.Landscape;
import org.epochreel.scene.PanelSpec.PlaneChoice;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;

/** The settings of a panel {@code landscape}. */
final class LandscapeKeys extends Group<Landscape> {

    private static final int FEWEST = 11;
    private static final int MOST = 401;

    private final Key<PlaneChoice> plane = key("plane", word(PlaneChoice.class, ImmutableMap.of("path", "trajectory",
            "pca", "trajectory", "main", "trajectory", "filter", "random"))).orElse(Landscape.USUAL.plane(), "trajectory",
                    "Which plane: all of a model of two parameters (exact), the two parameters that move most with the"
                    + " others as they end (parameters), the two main directions of the run through its end (trajectory),"
                    + " two random directions of each neuron's own size through its end (random); auto is exact for two"
                    + " parameters, parameters for three, else trajectory.");
    private final Key<ImmutableList<String>> along = key("along", list(text("b"), 2, 2, "[b, c]")).alsoCalled("axes",
            "parameters").beside(plane).orNothing("the two that move most", "[b, c]", "Which two of the model's own"
                    + " parameters span the plane, with plane: parameters: to the right and upwards.");
    private final Key<PanelSpec.Span> span = key("span", new SpanType()).alsoCalled("range", "extent", "size").orNothing(
            "the path, with a quarter of its extent on each side", "2", "How much of the plane is seen at least: a distance"
            + " from the run's end, in the parameters' own units, or the limits along both directions.");
    private final Key<Integer> grid = key("grid", whole(FEWEST, MOST)).alsoCalled("resolution", "points", "steps")
            .orElse(Landscape.USUAL.grid(), "101", "At how many positions along each side the loss is measured; what lies"
                    + " between is drawn by cubic curves.");
    private final Key<BigInteger> seed = key("seed", seed()).orElse(Landscape.USUAL.seed(), "4",
            "Seed of the directions of a random plane.");

    LandscapeKeys() {
        super("video.panels.landscape", "The training loss over a plane of the parameters, as lines of equal loss.");
    }

    @Override
    protected Optional<Landscape> read(Section landscape) {
        return Optional.of(new Landscape(
                landscape.get(plane), landscape.find(along), landscape.find(span), landscape.get(grid), landscape.get(seed)));
    }

    @Override
    protected void write(Landscape landscape, Members members) {
        members.put(plane, landscape.plane()).put(along, landscape.along()).put(span, landscape.span());
        members.put(grid, landscape.grid()).put(seed, landscape.seed());
    }
}
