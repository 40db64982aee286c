package org.epochreel.scene;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.epochreel.font.FontFile;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;

/**
 * How a scene's training becomes pictures.
 *
 * @param trails ghosts of the latest drawn curves
 * @param neurons whether each hidden neuron's contribution to the curve is drawn
 * @param subtitle a line under the title; may hold the title's placeholders
 * @param caption a line under everything; may hold the title's placeholders
 * @param font goes before Inter
 * @param audio the film's sound, if it has any
 * @param formats what the film is written in, each kind once
 * @param keyframeEvery how far keyframes are apart at the most; above 0
 */
public record VideoSpec(
        FrameSize size,
        FrameRate fps,
        FrameSelection frames,
        Hold hold,
        ThemeName theme,
        int trails,
        boolean neurons,
        ImmutableList<Readout> readout,
        Axes axes,
        ImmutableList<PanelSpec> panels,
        Optional<String> subtitle,
        Optional<String> caption,
        Optional<Font> font,
        Optional<AudioSpec> audio,
        ImmutableList<FilmFormat> formats,
        Story story,
        Duration keyframeEvery) {

    /** The formats of a film whose scene names none. */
    public static final ImmutableList<FilmFormat> USUAL_FORMATS =
            ImmutableList.of(FilmFormat.of(FilmFormat.Kind.MP4));

    public static final Duration USUAL_KEYFRAMES = Duration.ofSeconds(2);

    /** The frames of a film whose scene says nothing of them; the blog's originals show every epoch. */
    public static FrameSelection usualFrames(ThemeName theme) {
        return theme == ThemeName.BLOG ? new FrameSelection.Every(1) : new FrameSelection.Auto();
    }

    /** The kinds of the panels, in their order. */
    public ImmutableList<PanelKind> panelKinds() {
        return panels.stream().map(PanelSpec::kind).collect(ImmutableList.toImmutableList());
    }

    /**
     * A typeface of the author's.
     *
     * @param file as the scene names it, which counts from the scene's directory
     */
    public record Font(Path file, FontFile face) {}

    /** Which moments of the training become frames. */
    public sealed interface FrameSelection {

        /** A film of 10 to 30 s: every epoch, or fewer, or moments in between, too. */
        record Auto() implements FrameSelection {}

        /** Epochs 0, k, 2k, ... and the last. */
        record Every(int epochs) implements FrameSelection {}

        /**
         * {@code count} frames over the whole run, spread by {@code pace}.
         *
         * @param inBetween whether frames also show the curve between epochs
         */
        record Count(int count, Pace pace, boolean inBetween) implements FrameSelection {

            /** Frames of whole epochs. */
            public Count(int count, Pace pace) {
                this(count, pace, false);
            }
        }
    }

    public enum Pace {
        EPOCHS,
        LOG,
        MOTION
    }

    /** Still time before and after. */
    public record Hold(Duration first, Duration last) {}

    public enum ThemeName {
        BLOG,
        PAPER,
        MIDNIGHT
    }

    public enum Readout {
        EPOCH,
        LOSS,
        LEARNING_RATE,
        SEED
    }

    /**
     * The fit panel's axes.
     *
     * @param x limits; missing ones are found from the run as {@code fit} says, then frozen
     * @param xLabel what x is; if it is missing what the data call it, if it is empty nothing
     */
    public record Axes(
            Optional<Range> x, Optional<Range> y, Fit fit, Optional<String> xLabel, Optional<String> yLabel) {

        public enum Fit {
            /** The data and the first curve. */
            FIRST,
            /** The data and the curves of all epochs, robustly. */
            ALL
        }
    }

    /** An interval with from &lt; to. */
    public record Range(double from, double to) {

        public Range {
            if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
                throw new IllegalArgumentException("no interval from " + from + " to " + to);
            }
        }
    }

    public enum PanelKind {
        FIT,
        DATA,
        LOSS,
        LEARNING_RATE,
        RESIDUALS,
        GRADIENT_NORM,
        GRADIENT_ANGLE,
        GRADIENT_PATH,
        WEIGHTS,
        WEIGHT_HISTOGRAM,
        FIELD,
        LANDSCAPE,
        NETWORK,
        ACCURACY,
        SAMPLES,
        FILTERS,
        CONFUSION,
        PICTURE,
        HIDDEN
    }
}
