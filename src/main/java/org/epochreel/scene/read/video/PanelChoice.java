package org.epochreel.scene.read.video;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.data.DataSource;
import org.epochreel.data.recorded.RecordedLog.Quantity;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.Scene.Learner.Replay;
import org.epochreel.scene.VideoSpec.PanelKind;

/** Which panels a scene can fill with something. */
final class PanelChoice {

    private PanelChoice() {}

    /** The panels of a scene that names none. */
    static ImmutableList<PanelSpec> usual(DataSource data) {
        ImmutableList<PanelKind> kinds;
        if (isCurve(data)) {
            kinds = ImmutableList.of(PanelKind.FIT);
        } else if (data instanceof DataSource.Image) {
            kinds = ImmutableList.of(PanelKind.PICTURE);
        } else if (isField(data)) {
            kinds = ImmutableList.of(PanelKind.FIELD);
        } else if (isImages(data)) {
            kinds = ImmutableList.of(PanelKind.SAMPLES, PanelKind.CONFUSION, PanelKind.ACCURACY);
        } else if (data.classes() > 0) {
            kinds = ImmutableList.of(PanelKind.ACCURACY, PanelKind.CONFUSION);
        } else {
            kinds = ImmutableList.of(PanelKind.LOSS);
        }
        return kinds.stream().map(PanelSpec::of).collect(ImmutableList.toImmutableList());
    }

    /**
     * Why a panel of a kind would stay empty, in a sentence; nothing if it would not.
     *
     * @param learner nothing where it is not known
     */
    static Optional<String> whyNot(PanelKind kind, DataSource data, Optional<Learner> learner) {
        return switch (kind) {
            case FIT, DATA, RESIDUALS -> isCurve(data) ? Optional.empty() : Optional.of(
                    "it draws points and curves over one x, and these data have " + having(data));
            case FIELD -> isField(data) ? Optional.empty() : Optional.of(
                    "it draws classes or values over the plane, and these data have " + having(data));
            case ACCURACY, CONFUSION -> data.classes() > 0 ? Optional.empty() : Optional.of(
                    "it counts what is said right of classes, and these data have values");
            case SAMPLES -> isImages(data) ? Optional.empty() : Optional.of(
                    "it draws images with classes, and these data have " + having(data)
                            + (data.imageOfInputs().isEmpty() ? ", which are no square of pixels, such as 64" : ""));
            case FILTERS -> data.imageOfInputs().isEmpty() ? Optional.of(
                    "it draws weights as images, and these data have " + having(data)
                            + ", which are no square of pixels, such as 64")
                    : learner.filter(one -> !seesInputs(one)).map(one -> "it draws weights as images, and the first layer"
                            + " does not see the images themselves");
            case PICTURE -> data instanceof DataSource.Image ? Optional.empty() : Optional.of(
                    "it draws a picture that is learnt, and these data are none");
            case HIDDEN -> learner.filter(one -> !(one instanceof Learner.Network network)
                    || last(network) < 2).map(one -> "it draws what the last hidden layer's neurons give, of which there are"
                            + " fewer than two");
            case WEIGHTS, WEIGHT_HISTOGRAM, LANDSCAPE -> ofReplay(learner);
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

    private static int last(Learner.Network network) {
        ImmutableList<Integer> hidden = network.architecture().hidden();
        return hidden.get(hidden.size() - 1);
    }

    private static boolean seesInputs(Learner learner) {
        return learner instanceof Learner.Network network && network.features().isEmpty();
    }

    private static boolean isImages(DataSource data) {
        return data.imageOfInputs().isPresent() && data.classes() > 0;
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
