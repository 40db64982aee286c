package org.epochreel.sound.aac.frame;

import org.epochreel.sound.aac.code.BitWriter;
import org.epochreel.sound.aac.code.ScaleFactorBook;
import org.epochreel.sound.aac.code.SpectrumBook;
import org.epochreel.sound.aac.spectrum.BandLayout;

/**
 * A channel's frame, quantised: what individual_channel_stream() holds (ISO/IEC 14496-3, 4.4.2.7).
 *
 * @param scaleFactors by band; those of bands without lines have no meaning
 * @param lines quantised, in the order of coding
 * @param occupied by band, whether any of its lines is not 0
 */
public record CodedChannel(BandLayout layout, int[] scaleFactors, int[] lines, boolean[] occupied, Sections sections) {

    private static final int GLOBAL_GAIN_BITS = 8;
    /** Neither pulses nor noise shaping nor gain control. */
    private static final int TOOL_BITS = 3;

    /** Bits of {@link #write}, ics_info() not counted. */
    int bits() {
        int bits = GLOBAL_GAIN_BITS + TOOL_BITS + sections.bits();
        int last = globalGain();
        // A band without lines within a coded section repeats the last scale factor.
        for (int b = 0; b < occupied.length; b++) {
            if (sections.book(b) != 0) {
                int scaleFactor = occupied[b] ? scaleFactors[b] : last;
                bits += ScaleFactorBook.bits(scaleFactor - last);
                last = scaleFactor;
            }
        }
        return bits;
    }

    /** Where differences begin: the first scale factor. */
    private int globalGain() {
        for (int b = 0; b < occupied.length; b++) {
            if (occupied[b]) {
                return scaleFactors[b];
            }
        }
        return 0;
    }

    /**
     * Writes individual_channel_stream().
     *
     * @param windows writes ics_info() where it belongs to this channel alone
     */
    void write(BitWriter out, Runnable windows) {
        out.write(globalGain(), GLOBAL_GAIN_BITS);
        windows.run();
        sections.write(out);
        int last = globalGain();
        for (int b = 0; b < occupied.length; b++) {
            if (sections.book(b) != 0) {
                int scaleFactor = occupied[b] ? scaleFactors[b] : last;
                ScaleFactorBook.write(out, scaleFactor - last);
                last = scaleFactor;
            }
        }
        out.write(0, TOOL_BITS);
        for (int b = 0; b < occupied.length; b++) {
            if (sections.book(b) != 0) {
                SpectrumBook.of(sections.book(b)).write(out, lines, layout.start(b), layout.end(b));
            }
        }
    }
}
