package org.epochreel.scene.read.video;

import static org.epochreel.scene.key.Types.word;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.key.Type;
import org.epochreel.scene.key.Value;
import org.epochreel.text.JsonText;

/** One panel: the word of its kind. */
record PanelType(Type<PanelKind> kind) implements Type<PanelSpec> {

    PanelType() {
        this(word(PanelKind.class, ImmutableMap.of("curve", "fit", "points", "data", "losses", "loss", "gradient",
                "gradient-norm", "norm", "gradient-norm", "angle", "gradient-angle", "path", "gradient-path",
                "parameters", "weights")));
    }

    @Override
    public Optional<PanelSpec> read(Value value) {
        return kind.read(value).map(PanelSpec::of);
    }

    @Override
    public void write(PanelSpec panel, JsonText json) {
        kind.write(panel.kind(), json);
    }

    @Override
    public String words() {
        return kind.words();
    }

    @Override
    public void schema(JsonText json) {
        kind.schema(json);
    }
}
