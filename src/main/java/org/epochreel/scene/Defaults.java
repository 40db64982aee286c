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
public final class Defaults {

    public static final BigInteger SEED = BigInteger.ZERO;
    public static final double NOISE = 0;

    public static final Activation ACTIVATION = Activation.TANH;
    public static final Activation OUTPUT = Activation.IDENTITY;
    public static final boolean BIAS = true;

    public static final Initialisation.Scheme SCHEME = new Initialisation.Scheme.Torch();
    public static final Layout LAYOUT = Layout.SEPARATE;
    public static final double SCALE = 1;

    public static final TrainingSpec.Loss LOSS = TrainingSpec.Loss.MSE;
    public static final TrainingSpec.Optimiser OPTIMISER = new TrainingSpec.Optimiser.GradientDescent();
    public static final double LEARNING_RATE = 0.01;
    public static final double L2 = 0;
    public static final int EPOCHS = 1000;
    public static final int LOSS_CHANGE_OVER = 6;
    public static final int LOSS_CHANGE_NOT_BEFORE = 8;

    /** As in PyTorch's optimisers, but for momentum, which has no default there. */
    public static final double MOMENTUM_BETA = 0.9;

    public static final double ADAM_BETA1 = 0.9;
    public static final double ADAM_BETA2 = 0.999;
    public static final double RMSPROP_ALPHA = 0.99;
    public static final double EPSILON = 1e-8;

    public static final FrameSize SIZE = new FrameSize(1280, 720);
    public static final FrameRate FPS = FrameRate.of(30);
    public static final VideoSpec.FrameSelection FRAMES = new VideoSpec.FrameSelection.Every(1);
    public static final VideoSpec.Pace PACE = VideoSpec.Pace.EPOCHS;
    public static final Duration HOLD_FIRST = Duration.ofMillis(900);
    public static final Duration HOLD_LAST = Duration.ofSeconds(2);
    public static final ThemeName THEME = ThemeName.PAPER;
    public static final int TRAILS = 0;
    public static final boolean NEURONS = false;
    public static final ImmutableList<Readout> READOUT =
            ImmutableList.of(Readout.EPOCH, Readout.LOSS, Readout.LEARNING_RATE);
    public static final ImmutableList<PanelKind> PANELS = ImmutableList.of(PanelKind.FIT);

    private Defaults() {}

    /** The blog's axes were frozen by its first frame; elsewhere nothing may leave the picture. */
    public static VideoSpec.Axes.Fit fit(ThemeName theme) {
        return theme == ThemeName.BLOG ? VideoSpec.Axes.Fit.FIRST : VideoSpec.Axes.Fit.ALL;
    }
}
