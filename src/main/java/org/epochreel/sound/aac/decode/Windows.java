package org.epochreel.sound.aac.decode;

import org.epochreel.sound.aac.code.BitReader;
import org.epochreel.sound.aac.code.DamagedBitsException;
import org.epochreel.sound.aac.code.JaadTables;
import org.epochreel.sound.aac.spectrum.WindowSequence;

/**
 * ics_info(): how a frame is windowed and grouped (ISO/IEC 14496-3, 4.4.2.1 and 4.5.2.3).
 *
 * @param kaiserBessel the shape of the right slope
 * @param bands max_sfb
 * @param edges first line of each band within a window
 * @param groups windows of each group
 */
record Windows(WindowSequence sequence, boolean kaiserBessel, int bands, int[] edges, int[] groups) {

    static Windows read(BitReader in, int rateIndex) throws DamagedBitsException {
        in.skip(1);
        WindowSequence sequence = WindowSequence.values()[in.read(2)];
        boolean kaiserBessel = in.flag();
        boolean isShort = sequence == WindowSequence.EIGHT_SHORT;
        int bands = in.read(isShort ? 4 : 6);
        int[] groups = {1};
        if (isShort) {
            groups = groups(in.read(7));
        } else if (in.flag()) {
            throw new DamagedBitsException("it uses prediction, which AAC-LC does not have");
        }
        int[] edges = isShort ? JaadTables.shortBands(rateIndex) : JaadTables.longBands(rateIndex);
        if (bands >= edges.length) {
            throw new DamagedBitsException("it has more bands than there are");
        }
        return new Windows(sequence, kaiserBessel, bands, edges, groups);
    }

    private static int[] groups(int grouping) {
        int[] groups = new int[8 - Integer.bitCount(grouping)];
        int group = 0;
        groups[0] = 1;
        for (int bit = 6; bit >= 0; bit--) {
            group += (grouping >> bit & 1) == 0 ? 1 : 0;
            groups[group]++;
        }
        return groups;
    }

    boolean isShort() {
        return sequence == WindowSequence.EIGHT_SHORT;
    }

    /** Lines of a window. */
    int lines() {
        return edges[edges.length - 1];
    }

    /** Bands of all groups. */
    int allBands() {
        return groups.length * bands;
    }

    /** What is done to a band of one window. */
    interface BandAction {
        /**
         * @param band its number in all groups
         * @param from its first line among those of all windows
         */
        void accept(int band, int from, int to) throws DamagedBitsException;
    }

    /** Visits the bands in the order of coding: by group, band and window. */
    void forEach(BandAction action) throws DamagedBitsException {
        int window = 0;
        for (int g = 0; g < groups.length; g++) {
            for (int b = 0; b < bands; b++) {
                for (int w = window; w < window + groups[g]; w++) {
                    action.accept(g * bands + b, w * lines() + edges[b], w * lines() + edges[b + 1]);
                }
            }
            window += groups[g];
        }
    }
}
