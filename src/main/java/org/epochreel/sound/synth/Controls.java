package org.epochreel.sound.synth;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.epochreel.sound.FilmTime;

/**
 * A training's values as what voices are driven by, between frames linear. The level is 0 at a value that only one frame
 * in a hundred is below and 1 at one that only two in a hundred are above, by the logarithm, so that neither a first
 * giant loss nor a breakdown takes the range from all the rest; motion is how fast the logarithm changes.
 */
final class Controls {

    /** Samples for which voices hold their controls. */
    static final int STEP = 32;

    private static final double LOW_QUANTILE = 0.01;
    private static final double HIGH_QUANTILE = 0.98;
    /** The least range, in decades, lest noise become music. */
    private static final double LEAST_RANGE = 0.5;
    private static final double LEAST_LEVEL = -0.07;
    private static final double LARGEST_LEVEL = 1.2;
    private static final double FADE_IN = 0.02;
    private static final double RELEASE = 1.6;
    private static final double SHORT_RELEASE = 0.4;
    private static final double DIVERGENCE_RELEASE = 0.04;

    private final TrainingTimeline timeline;
    private final double[] logarithms;
    private final double low;
    private final double range;
    private final double framesPerSample;
    private final int length;
    private final int soundingEnd;
    private final int release;

    Controls(TrainingTimeline timeline) {
        this.timeline = timeline;
        FilmTime film = timeline.film();
        length = Math.toIntExact(film.samples(Mix.RATE));
        framesPerSample = film.rate().perSecond() / Mix.RATE;
        int last = timeline.divergence().orElse(timeline.end());
        int end = Math.max(1, timeline.divergence().isPresent() ? last : last + 1);
        logarithms = logarithms(timeline.values(), end);
        double[] sorted = Arrays.copyOf(logarithms, end);
        Arrays.sort(sorted);
        low = sorted[(int) (LOW_QUANTILE * (end - 1))];
        range = Math.max(LEAST_RANGE, sorted[(int) Math.ceil(HIGH_QUANTILE * (end - 1))] - low);
        boolean diverged = timeline.divergence().isPresent();
        int lastSample = (int) film.sampleOf(last, Mix.RATE);
        int rest = length - lastSample;
        // A film without stills at its end has no time to fade after it.
        release = diverged ? seconds(DIVERGENCE_RELEASE)
                : Math.min(length, Math.max(seconds(SHORT_RELEASE), Math.min(seconds(RELEASE), rest)));
        soundingEnd = diverged ? lastSample : Math.min(lastSample, length - release);
    }

    private static int seconds(double seconds) {
        return (int) Math.round(seconds * Mix.RATE);
    }

    /** Of all frames; what is missing is its neighbour's, and 0 the least that is positive. */
    private static double[] logarithms(ImmutableDoubleArray values, int end) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length(); i++) {
            double value = values.get(i);
            if (value > 0 && value < least) {
                least = value;
            }
        }
        double[] logarithms = new double[values.length()];
        double last = Double.NaN;
        for (int i = 0; i < logarithms.length; i++) {
            double value = values.get(i);
            if (value >= 0 && value <= Double.MAX_VALUE && i < end) {
                last = least == Double.POSITIVE_INFINITY ? 0 : StrictMath.log10(Math.max(value, least));
            }
            logarithms[i] = last;
        }
        for (int i = logarithms.length - 1; i >= 0; i--) {
            boolean missing = Double.isNaN(logarithms[i]);
            logarithms[i] = missing ? i == logarithms.length - 1 ? 0 : logarithms[i + 1] : logarithms[i];
        }
        return logarithms;
    }

    /** Samples of the film. */
    int length() {
        return length;
    }

    private int frame(int sample) {
        return (int) Math.min(logarithms.length - 1, sample * framesPerSample);
    }

    /** Decades of the value at a sample. */
    double decades(int sample) {
        int frame = frame(sample);
        int next = Math.min(logarithms.length - 1, frame + 1);
        double part = Math.min(1, sample * framesPerSample - frame);
        return logarithms[frame] + part * (logarithms[next] - logarithms[frame]);
    }

    /** The level at a sample, from a little below 0 to a fifth above 1. */
    double level(int sample) {
        return Math.max(LEAST_LEVEL, Math.min(LARGEST_LEVEL, (decades(sample) - low) / range));
    }

    /** Decades a second by which the value changes at a sample; negative where it falls. */
    double slope(int sample) {
        int frame = frame(sample);
        int next = Math.min(logarithms.length - 1, frame + 1);
        return (logarithms[next] - logarithms[frame]) * framesPerSample * Mix.RATE;
    }

    /** How loud voices may be at a sample: 1 but at the start, the end and after it. */
    double gate(int sample) {
        double in = Math.min(1, (double) sample / seconds(FADE_IN));
        double out = Math.max(0, Math.min(1, (double) (sample - soundingEnd) / release));
        return in * (0.5 + 0.5 * Sines.cosine(out / 2));
    }

    TrainingTimeline timeline() {
        return timeline;
    }
}
