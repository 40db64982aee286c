package org.epochreel.scene.read.video;

import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.PanelSpec.Weights;
import org.epochreel.scene.PanelSpec.WeightsAs;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.Section;

/** The settings of a panel {@code weights}. */
final class WeightsKeys extends Group<Weights> {

    private final Key<WeightsAs> as = key("as", word(WeightsAs.class, ImmutableMap.of("line", "lines", "curves", "lines",
            "bars", "histogram", "distribution", "histogram"))).orElse(Weights.USUAL.as(), "histogram",
                    "Each parameter over epochs (lines), or the share of them that has which values now, a layer a colour,"
                    + " with the outline of how they began (histogram).");

    WeightsKeys() {
        super("video.panels.weights", "The model's parameters, weights and biases.");
    }

    @Override
    protected Optional<Weights> read(Section weights) {
        return Optional.of(new Weights(weights.get(as)));
    }

    @Override
    protected void write(Weights weights, Members members) {
        members.put(as, weights.as());
    }
}
