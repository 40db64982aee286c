package org.epochreel.scene.read.video;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.Choice;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.Members;
import org.epochreel.scene.key.OneOf;

/** An item of {@code video.panels}: the word of its kind, or a key that holds its settings. */
final class PanelKeys extends OneOf<PanelSpec> {

    private final Key<PanelSpec.Landscape> landscape = kind("landscape", new LandscapeKeys(), "{plane: trajectory}",
            "The training loss over a plane of the parameters, and the path of the training on it.");
    private final Key<PanelSpec.Weights> weights = kind("weights", new WeightsKeys(), "{as: histogram}",
            "The parameters: each over epochs, or how many have which values now.");

    PanelKeys() {
        super("video.panels", "A chart of the frames.");
        for (PanelKind kind : PanelKind.values()) {
            if (PanelSpec.of(kind) instanceof PanelSpec.Plain plain) {
                word(Choice.text(kind), plain);
            }
        }
        alsoCalled(ImmutableMap.<String, String>builder()
                .put("curve", "fit").put("points", "data").put("losses", "loss").put("gradient", "gradient-norm")
                .put("norm", "gradient-norm").put("angle", "gradient-angle").put("path", "gradient-path")
                .put("parameters", "weights").put("rate", "learning-rate").put("errors", "residuals").put("losslandscape", "landscape").put("surface", "landscape")
                .put("contours", "landscape").build());
    }

    @Override
    protected Optional<String> word(PanelSpec panel) {
        return panel instanceof PanelSpec.Plain || panel.equals(PanelSpec.Weights.USUAL)
                ? Optional.of(Choice.text(panel.kind())) : Optional.empty();
    }

    @Override
    protected void write(PanelSpec panel, Members members) {
        members.put(landscape, Optional.of(panel).filter(PanelSpec.Landscape.class::isInstance)
                .map(PanelSpec.Landscape.class::cast));
        members.put(weights, Optional.of(panel).filter(PanelSpec.Weights.class::isInstance)
                .map(PanelSpec.Weights.class::cast));
    }
}
