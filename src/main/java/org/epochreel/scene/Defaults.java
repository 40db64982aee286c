package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.time.Duration;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.network.Activation;
import org.epochreel.network.Initialisation;
import org.epochreel.network.Layout;
import org.epochreel.scene.VideoSpec.PanelKind;
import org.epochreel.scene.VideoSpec.Readout;
import org.epochreel.scene.VideoSpec.ThemeName;

/** What a scene means where it says nothing. */
final class Defaults {

    static final BigInteger SEED = BigInteger.ZERO;
    static final double NOISE = 0;

    static final Activation ACTIVATION = Activation.TANH;
    static final Activation OUTPUT = Activation.IDENTITY;
    static final boolean BIAS = true;

    static final Initialisation.Scheme SCHEME = new Initialisation.Scheme.Torch();
    static final Layout LAYOUT = Layout.SEPARATE;
    static final double SCALE = 1;

    static final TrainingSpec.Loss LOSS = TrainingSpec.Loss.MSE;
    static final TrainingSpec.Optimiser OPTIMISER = new TrainingSpec.Optimiser.GradientDescent();
    static final double LEARNING_RATE = 0.01;
    static final double L2 = 0;
    static final int EPOCHS = 1000;
    static final int LOSS_CHANGE_OVER = 6;
    static final int LOSS_CHANGE_NOT_BEFORE = 8;

    /** As in PyTorch's optimisers, but for momentum, which has no default there. */
    static final double MOMENTUM_BETA = 0.9;

    static final double ADAM_BETA1 = 0.9;
    static final double ADAM_BETA2 = 0.999;
    static final double RMSPROP_ALPHA = 0.99;
    static final double EPSILON = 1e-8;

    static final FrameSize SIZE = new FrameSize(1280, 720);
    static final FrameRate FPS = FrameRate.of(30);
    static final VideoSpec.FrameSelection FRAMES = new VideoSpec.FrameSelection.Every(1);
    static final VideoSpec.Pace PACE = VideoSpec.Pace.EPOCHS;
    static final Duration HOLD_FIRST = Duration.ofMillis(900);
    static final Duration HOLD_LAST = Duration.ofSeconds(2);
    static final ThemeName THEME = ThemeName.PAPER;
    static final int TRAILS = 0;
    static final boolean NEURONS = false;
    static final ImmutableList<Readout> READOUT =
            ImmutableList.of(Readout.EPOCH, Readout.LOSS, Readout.LEARNING_RATE);
    static final ImmutableList<PanelKind> PANELS = ImmutableList.of(PanelKind.FIT);

    private Defaults() {}

    /** The blog's axes were frozen by its first frame; elsewhere nothing may leave the picture. */
    static VideoSpec.Axes.Fit fit(ThemeName theme) {
        return theme == ThemeName.BLOG ? VideoSpec.Axes.Fit.FIRST : VideoSpec.Axes.Fit.ALL;
    }
}
