package org.epochreel.sound.aac.frame;

import java.util.List;
import org.epochreel.sound.aac.spectrum.FilterBank;
import org.epochreel.sound.aac.spectrum.StereoChoice;
import org.epochreel.sound.aac.spectrum.WindowSequence;

/**
 * Quality with a cap: every frame gets as many bits as its thresholds ask for, but never more than the rate and what
 * earlier frames have left in the reservoir, which is as large as a decoder's buffer (ISO/IEC 14496-3, 4.5.3.2). Long
 * frames fill the reservoir and live on the rate; those with attacks, which need several times as much, draw on it.
 */
public final class RateControl {

    /** How many times less noise than is just inaudible is wanted: 18 dB, so that no model's error can be heard. */
    public static final double QUALITY = 63;

    private static final int BUFFER_BITS = 6144;
    private static final double KEPT_FULL = 0.8;
    private static final double SAVED = 0.25;
    private static final double DRAWN = 0.7;
    private static final int LARGEST_SHIFT = 128;

    private final double mean;
    private final double capacity;
    private double reservoir;

    /** @param bitRate most bits a second in the mean */
    public RateControl(int bitRate, int sampleRate, int channels) {
        mean = (double) bitRate * FilterBank.LONG / sampleRate;
        capacity = Math.max(0, BUFFER_BITS * channels - mean);
        reservoir = capacity;
    }

    /** Quantises a frame within what it may take. */
    public CodedFrame code(StereoChoice stereo) {
        List<ChannelQuantiser> quantisers = stereo.channels().stream()
                .map(channel -> new ChannelQuantiser(channel, QUALITY)).toList();
        double allowed = allowed(stereo.channels().get(0).layout().shape().sequence());
        CodedFrame frame = fit(stereo, quantisers, allowed);
        reservoir = Math.min(capacity, reservoir + mean - frame.bits());
        return frame;
    }

    private double allowed(WindowSequence sequence) {
        if (sequence != WindowSequence.ONLY_LONG) {
            return mean + DRAWN * reservoir;
        }
        double beyond = reservoir - KEPT_FULL * capacity;
        return mean + (beyond < 0 ? Math.max(beyond, -SAVED * mean) : beyond);
    }

    private static CodedFrame fit(StereoChoice stereo, List<ChannelQuantiser> quantisers, double allowed) {
        CodedFrame finest = CodedFrame.of(stereo, quantisers, 0, false);
        if (finest.bits() <= allowed) {
            return finest;
        }
        CodedFrame without = leastShift(stereo, quantisers, allowed, false);
        return without.bits() <= allowed ? without : leastShift(stereo, quantisers, allowed, true);
    }

    /** Bisects for the least shift that fits, or takes the largest. */
    private static CodedFrame leastShift(StereoChoice stereo, List<ChannelQuantiser> quantisers, double allowed,
            boolean holes) {
        int tooFine = 0;
        int coarse = 8;
        CodedFrame fitting = CodedFrame.of(stereo, quantisers, coarse, holes);
        while (fitting.bits() > allowed && coarse < LARGEST_SHIFT) {
            tooFine = coarse;
            coarse *= 2;
            fitting = CodedFrame.of(stereo, quantisers, coarse, holes);
        }
        while (coarse - tooFine > 1) {
            int middle = (tooFine + coarse) / 2;
            CodedFrame tried = CodedFrame.of(stereo, quantisers, middle, holes);
            if (tried.bits() <= allowed) {
                coarse = middle;
                fitting = tried;
            } else {
                tooFine = middle;
            }
        }
        return fitting;
    }
}
