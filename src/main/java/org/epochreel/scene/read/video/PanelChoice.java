package org.epochreel.scene.read.video;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.data.DataSource;
import org.epochreel.data.recorded.RecordedLog.Quantity;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Scene.Learner.Replay;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.VideoSpec.PanelKind;

/** Which panels a scene can fill with something. */
final class PanelChoice {

    private PanelChoice() {}

    /** The panels of a scene that names none. */
    static ImmutableList<PanelSpec> usual(DataSource data) {
        return ImmutableList.of(PanelSpec.of(isCurve(data) ? PanelKind.FIT : isField(data) ? PanelKind.FIELD : PanelKind.LOSS));
    }

    /**
     * Why a panel of a kind would stay empty, in a sentence; nothing if it would not.
     *
     * @param learner nothing where it is not known
     */
    static Optional<String> whyNot(PanelKind kind, DataSource data, Optional<Learner> learner) {
        return switch (kind) {
            case FIT, DATA -> isCurve(data) ? Optional.empty() : Optional.of(
                    "it draws points and curves over one x, and these data have " + having(data));
            case FIELD -> isField(data) ? Optional.empty() : Optional.of(
                    "it draws classes or values over the plane, and these data have " + having(data));
            case WEIGHTS, LANDSCAPE -> ofReplay(learner);
            case NETWORK -> ofReplay(learner).or(() -> learner.filter(each -> !(each instanceof Learner.Network)).map(any ->
                    "it draws a network, and the model is a curve's own parameters"));
            case GRADIENT_NORM -> lacks(learner, Quantity.GRADIENT_NORM);
            case GRADIENT_ANGLE -> lacks(learner, Quantity.GRADIENT_ANGLE);
            case GRADIENT_PATH -> lacks(learner, Quantity.GRADIENT_NORM).or(() ->
                    lacks(learner, Quantity.GRADIENT_ANGLE));
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofReplay(Optional<Learner> learner) {
        return learner.filter(Replay.class::isInstance).map(any ->
                "it draws parameters, and what was trained elsewhere brings only its predictions");
    }

    /** Why a quantity of a replayed run cannot be shown; nothing where it can, or the run is trained here. */
    private static Optional<String> lacks(Optional<Learner> learner, Quantity quantity) {
        return learner.filter(each -> each instanceof Replay played
                && played.recording().log().of(quantity).isEmpty()).map(any ->
                        "replay.metrics has no column " + quantity.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isCurve(DataSource data) {
        return data.inputs() == 1 && data.classes() == 0 && data.values() == 1;
    }

    private static boolean isField(DataSource data) {
        return data.inputs() == 2 && (data.classes() > 0 || data.values() == 1);
    }

    private static String having(DataSource data) {
        String inputs = data.inputs() == 1 ? "one input" : data.inputs() + " inputs";
        return data.classes() > 0 ? inputs + " and " + data.classes() + " classes"
                : data.values() > 1 ? inputs + " and " + data.values() + " outputs" : inputs;
    }
}
