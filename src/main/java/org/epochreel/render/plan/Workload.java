package org.epochreel.render.plan;

import org.epochreel.scene.Scene;
import org.epochreel.scene.Scene.Learner;
import org.epochreel.scene.VideoSpec.FrameSelection;

/** How much work a scene is at the most, told from the scene alone. */
public final class Workload {

    private static final int FAMILY_PARAMETERS = 4;

    private Workload() {}

    /** Parameters times training samples times epochs, to which the time of training is about proportional. */
    public static double training(Scene scene) {
        return parameters(scene.learner()) * scene.data().trainCount() * scene.training().epochs();
    }

    private static double parameters(Learner learner) {
        if (!(learner instanceof Learner.Network network)) {
            return FAMILY_PARAMETERS;
        }
        double parameters = 0;
        int fanIn = 1;
        for (int neurons : network.architecture().hidden()) {
            parameters += (fanIn + 1.0) * neurons;
            fanIn = neurons;
        }
        return parameters + fanIn + 1;
    }

    /** Pixels in all training frames. */
    public static double video(Scene scene) {
        double frames = scene.video().frames() instanceof FrameSelection.Count count
                ? count.count()
                : (double) scene.training().epochs() / ((FrameSelection.Every) scene.video().frames()).epochs() + 1;
        return frames * scene.video().size().pixels();
    }
}
