package org.epochreel.sound.aac.spectrum;

import com.google.common.primitives.ImmutableIntArray;

/**
 * Finds attacks, before which the noise of a long window would be heard as a pre-echo, and shapes frames to keep it
 * short (ISO/IEC 14496-3, 4.6.11.3.1 allows the sequences, the choice is the encoder's). The signal is looked at in
 * parts of 128 samples through its first and second difference: an attack is a part with eight times the energy of each
 * of the six before it; a sudden fall to a hundredth counts, too. Against the mean of what was before, every glottal pulse of
 * speech would be an attack.
 *
 * <p>A frame owns the attacks at samples 576 to 1599 of its 2048, where the slopes of its neighbours do not reach. The
 * two windows that hold an attack form a group between those before and those after it.
 */
public final class BlockSwitching {

    private static final int PART = FilterBank.SHORT;
    private static final int PARTS = FilterBank.SHORT_WINDOWS;
    private static final int FIRST_OWNED = 576;
    private static final int MEMORY = 6;
    private static final double RISE = 8;
    private static final double FALL = 100;
    /** A fall is sudden if so many parts before it were all loud. */
    private static final int STEADY = 3;
    /** Differences of so many steps of 16 bits are too faint to matter. */
    private static final double FAINT = 128 * 8 * 8;

    private final boolean[] attacks;

    /**
     * Looks through channels in which frame k's samples begin at 1024 k.
     *
     * @param channels samples, full scale 32768, zeros where frames reach beyond the sound
     */
    public BlockSwitching(double[][] channels, int frames) {
        attacks = new boolean[PARTS * (frames + 1)];
        for (double[] samples : channels) {
            for (int order = 1; order <= 2; order++) {
                mark(energies(samples, order));
            }
        }
    }

    private double[] energies(double[] samples, int order) {
        double[] energies = new double[attacks.length];
        for (int p = 0; p < energies.length; p++) {
            int start = FIRST_OWNED + p * PART;
            double energy = 0;
            for (int i = start; i < Math.min(start + PART, samples.length); i++) {
                double difference = samples[i] - samples[i - 1];
                if (order == 2) {
                    difference -= samples[i - 1] - samples[i - 2];
                }
                energy += difference * difference;
            }
            energies[p] = energy;
        }
        return energies;
    }

    private void mark(double[] energies) {
        for (int p = 0; p < energies.length; p++) {
            double before = FAINT / RISE;
            for (int q = Math.max(0, p - MEMORY); q < p; q++) {
                before = Math.max(before, energies[q]);
            }
            boolean rises = energies[p] > RISE * before;
            boolean falls = p >= STEADY && energies[p] * FALL < least(energies, p - STEADY, p);
            attacks[p] |= rises || falls;
        }
    }

    private static double least(double[] energies, int from, int to) {
        double least = energies[from];
        for (int p = from + 1; p < to; p++) {
            least = Math.min(least, energies[p]);
        }
        return least < FAINT ? 0 : least;
    }

    public FrameShape shape(int frame) {
        WindowSequence sequence = WindowSequence.between(frame > 0 && hasAttack(frame - 1), hasAttack(frame),
                hasAttack(frame + 1));
        return new FrameShape(sequence,
                sequence == WindowSequence.EIGHT_SHORT ? groups(frame) : FrameShape.ONE_WINDOW);
    }

    /** The slope of a stop window would reach an attack in the last part of the frame before. */
    private boolean hasAttack(int frame) {
        for (int p = Math.max(0, PARTS * frame - 1); p < Math.min(PARTS * (frame + 1), attacks.length); p++) {
            if (attacks[p]) {
                return true;
            }
        }
        return false;
    }

    private ImmutableIntArray groups(int frame) {
        ImmutableIntArray.Builder groups = ImmutableIntArray.builder();
        int length = 1;
        for (int w = 1; w < PARTS; w++) {
            boolean begins = attacks[PARTS * frame + w] || w > 1 && attacks[PARTS * frame + w - 2];
            if (begins) {
                groups.add(length);
                length = 0;
            }
            length++;
        }
        return groups.add(length).build();
    }
}
