package org.epochreel.render.plan;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.network.LayerShape;
import org.epochreel.render.pace.TimelinePlan;
import org.epochreel.scene.PanelSpec;
import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.VideoSpec.FrameSelection;
import org.epochreel.scene.VideoSpec.PanelKind;

/** How much work a scene is at the most, told from the scene alone. */
public final class Workload {

    private static final int FAMILY_PARAMETERS = 4;

    /** Parameters times samples times epochs that one core trains in a second, and pixels that it draws and encodes. */
    private static final double TRAINED_A_SECOND = 4e8;
    private static final double DRAWN_A_SECOND = 5e8;

    /** Five minutes, in seconds. */
    private static final long PATIENCE = 300;

    /** Hours from which on people want to know before. */
    private static final double WORTH_SAYING = 0.5;

    /** How much slower than that a machine may be that is still alive. */
    private static final double SLOWER = 50;

    /** Panels of which every frame asks the model for a picture and encodes most of it anew. */
    private static final ImmutableSet<PanelKind> CHANGING_ALL_OVER = ImmutableSet.of(PanelKind.FIELD, PanelKind.PICTURE);

    private static final double OF_FIELDS = 12;

    private Workload() {}

    /** Parameters times training samples times epochs, to which the time of training is about proportional. */
    public static double training(Scene scene) {
        return parameters(scene.learner()) * scene.data().trainCount() * scene.training().epochs();
    }

    /** What measuring a scene's landscape is worth in the same unit; a loss costs about a third of an update. */
    public static double landscape(Scene scene) {
        return scene.video().panels().stream()
                .filter(PanelSpec.Landscape.class::isInstance).map(PanelSpec.Landscape.class::cast).findFirst()
                .map(wanted -> parameters(scene.learner()) * scene.data().trainCount() * wanted.grid() * wanted.grid() / 3)
                .orElse(0.0);
    }

    /** Points of the training set. */
    public static int points(Scene scene) {
        return scene.data().trainCount();
    }

    /** After how many seconds without a sign of progress a scene is given up; an epoch of the largest may take long. */
    public static long patience(Scene scene) {
        return PATIENCE + Math.round(
                SLOWER * seconds(training(scene) / Math.max(1, scene.training().epochs()) + landscape(scene), 0));
    }

    /** About how long training, and measuring a landscape, takes on one core, in seconds; a slow machine may need three times as long. */
    public static double trainingSeconds(Scene scene) {
        return seconds(training(scene) + landscape(scene), 0);
    }

    /** About how long drawing and encoding take. */
    public static double drawingSeconds(Scene scene) {
        return seconds(0, video(scene));
    }

    /** A sentence about scenes that take long, to be said before they begin; nothing for all others. */
    public static Optional<String> foretold(List<Scene> scenes, int atOnce) {
        double hours = 0;
        for (Scene scene : scenes) {
            hours += (trainingSeconds(scene) + drawingSeconds(scene)) / 3600 / atOnce;
        }
        if (hours < WORTH_SAYING) {
            return Optional.empty();
        }
        return Optional.of(hours < 48
                ? String.format(Locale.ROOT, "this will take about %.0f hours", Math.ceil(hours))
                : String.format(Locale.ROOT, "this will take about %,.0f days", Math.ceil(hours / 24)));
    }

    private static double seconds(double training, double pixels) {
        return training / TRAINED_A_SECOND + pixels / DRAWN_A_SECOND;
    }

    private static double parameters(Learner learner) {
        if (!(learner instanceof Learner.Network network)) {
            return FAMILY_PARAMETERS;
        }
        return LayerShape.of(network.architecture()).stream().mapToDouble(LayerShape::parameters).sum();
    }

    /** Pixels in all training frames, as many times as they take longer than those of curves. */
    public static double video(Scene scene) {
        double pixels = frames(scene) * scene.video().size().pixels();
        return scene.video().panelKinds().stream().anyMatch(CHANGING_ALL_OVER::contains) ? OF_FIELDS * pixels : pixels;
    }

    private static double frames(Scene scene) {
        if (scene.video().frames() instanceof FrameSelection.Count count) {
            return count.count();
        }
        return scene.video().frames() instanceof FrameSelection.Every step
                ? (double) scene.training().epochs() / step.epochs() + 1
                : TimelinePlan.LONGEST.toSeconds() * scene.video().fps().perSecond();
    }
}
