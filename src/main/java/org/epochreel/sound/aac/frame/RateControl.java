package org.epochreel.sound.aac.frame;

import java.util.List;
import org.epochreel.sound.aac.spectrum.FilterBank;
import org.epochreel.sound.aac.spectrum.StereoChoice;
import org.epochreel.sound.aac.spectrum.WindowSequence;

/**
 * Quality with a cap: every frame gets as many bits as its thresholds ask for, but never more than the rate and what
 * earlier frames have left allow. What is left may grow to a second's bits, more than a decoder's buffer would hold at a
 * constant rate: files have none. Long frames save a part of the rate and spend a small part of what is left; those with
 * attacks, which need several times as much, may take most of it.
 */
public final class RateControl {

    /** How many times less noise than is just inaudible is wanted: 18 dB, so that no model's error can be heard. */
    public static final double QUALITY = 63;

    /** Bits of a frame's largest access unit, for each channel (ISO/IEC 14496-3, 4.5.1.1). */
    private static final int LARGEST_UNIT = 6144;
    private static final double LEFT_AT_FIRST = 0.2;
    private static final double SAVED = 0.25;
    private static final double SPENT = 1.0 / 16;
    private static final double SPENT_ON_ATTACKS = 0.7;
    private static final int LARGEST_SHIFT = 128;

    private final double mean;
    private final double largest;
    private final double capacity;
    private double left;

    /** @param bitRate most bits a second in the mean */
    public RateControl(int bitRate, int sampleRate, int channels) {
        mean = (double) bitRate * FilterBank.LONG / sampleRate;
        largest = LARGEST_UNIT * channels;
        capacity = bitRate;
        left = LEFT_AT_FIRST * capacity;
    }

    /** Quantises a frame within what it may take. */
    public CodedFrame code(StereoChoice stereo) {
        List<ChannelQuantiser> quantisers = stereo.channels().stream()
                .map(channel -> new ChannelQuantiser(channel, QUALITY)).toList();
        double allowed = allowed(stereo.channels().get(0).layout().shape().sequence());
        CodedFrame frame = fit(stereo, quantisers, allowed);
        left = Math.min(capacity, left + mean - frame.bits());
        return frame;
    }

    private double allowed(WindowSequence sequence) {
        double allowed = sequence == WindowSequence.ONLY_LONG
                ? (1 - SAVED) * mean + SPENT * left : mean + SPENT_ON_ATTACKS * left;
        return Math.min(largest, allowed);
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
