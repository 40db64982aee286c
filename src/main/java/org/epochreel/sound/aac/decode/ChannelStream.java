package org.epochreel.sound.aac.decode;

import org.epochreel.sound.aac.code.BitReader;
import org.epochreel.sound.aac.code.CodeTree;
import org.epochreel.sound.aac.code.DamagedBitsException;
import org.epochreel.sound.aac.code.Quantiser;
import org.epochreel.sound.aac.code.SpectrumBook;
import org.epochreel.sound.aac.spectrum.FilterBank;

/** individual_channel_stream(): one channel of a frame (ISO/IEC 14496-3, 4.4.2.7). */
final class ChannelStream {

    static final int NOISE = 13;
    static final int INTENSITY_OUT_OF_PHASE = 14;
    static final int INTENSITY = 15;

    private static final int NOISE_OFFSET = 90;
    private static final int FIRST_NOISE_BITS = 9;
    private static final int FIRST_NOISE_OFFSET = 256;

    private final Windows windows;
    private final int[] books;
    private final int[] scaleFactors;
    private final int[] quantised = new int[FilterBank.LONG];
    private final double[] lines = new double[FilterBank.LONG];
    private final TemporalNoiseShaping shaping;

    /** @param shared the windows if both channels of a pair share them, else null */
    ChannelStream(BitReader in, Windows shared, int rateIndex) throws DamagedBitsException {
        int globalGain = in.read(8);
        windows = shared == null ? Windows.read(in, rateIndex) : shared;
        books = new int[windows.allBands()];
        scaleFactors = new int[windows.allBands()];
        readSections(in);
        readScaleFactors(in, globalGain);
        int[] pulses = in.flag() ? readPulses(in) : new int[0];
        shaping = in.flag() ? TemporalNoiseShaping.read(in, windows, rateIndex) : TemporalNoiseShaping.NONE;
        if (in.flag()) {
            throw new DamagedBitsException("it uses gain control, which AAC-LC does not have");
        }
        windows.forEach((band, from, to) -> {
            if (books[band] > 0 && books[band] < SpectrumBook.BOOKS) {
                CodeTree.lines(in, books[band], quantised, from, to);
            }
        });
        addPulses(pulses);
        windows.forEach((band, from, to) -> {
            if (books[band] > 0 && books[band] < SpectrumBook.BOOKS) {
                for (int i = from; i < to; i++) {
                    lines[i] = Quantiser.line(quantised[i], scaleFactors[band]);
                }
            }
        });
    }

    private void readSections(BitReader in) throws DamagedBitsException {
        int lengthBits = windows.isShort() ? 3 : 5;
        int longest = (1 << lengthBits) - 1;
        for (int g = 0; g < windows.groups().length; g++) {
            int band = 0;
            while (band < windows.bands()) {
                int book = in.read(4);
                int length = 0;
                int part;
                do {
                    part = in.read(lengthBits);
                    length += part;
                } while (part == longest);
                if (length == 0 || band + length > windows.bands() || book == SpectrumBook.BOOKS) {
                    throw new DamagedBitsException("its sections do not fit its bands");
                }
                for (int i = 0; i < length; i++, band++) {
                    books[g * windows.bands() + band] = book;
                }
            }
        }
    }

    private void readScaleFactors(BitReader in, int globalGain) throws DamagedBitsException {
        int scaleFactor = globalGain;
        int noise = globalGain - NOISE_OFFSET;
        int position = 0;
        boolean firstNoise = true;
        for (int b = 0; b < books.length; b++) {
            if (books[b] == NOISE) {
                noise += firstNoise ? in.read(FIRST_NOISE_BITS) - FIRST_NOISE_OFFSET
                        : CodeTree.scaleFactorDifference(in);
                firstNoise = false;
                scaleFactors[b] = noise;
            } else if (books[b] == INTENSITY || books[b] == INTENSITY_OUT_OF_PHASE) {
                position += CodeTree.scaleFactorDifference(in);
                scaleFactors[b] = position;
            } else if (books[b] > 0) {
                scaleFactor += CodeTree.scaleFactorDifference(in);
                if (scaleFactor < 0 || scaleFactor >= Quantiser.SCALE_FACTORS) {
                    throw new DamagedBitsException("a scale factor is out of range");
                }
                scaleFactors[b] = scaleFactor;
            }
        }
    }

    /** Places and amplitudes in turn (4.6.3). */
    private int[] readPulses(BitReader in) throws DamagedBitsException {
        if (windows.isShort()) {
            throw new DamagedBitsException("it has pulses in short windows");
        }
        int[] pulses = new int[2 * (in.read(2) + 1)];
        int band = in.read(6);
        if (band >= windows.edges().length) {
            throw new DamagedBitsException("a pulse is out of range");
        }
        int place = windows.edges()[band];
        for (int i = 0; i < pulses.length; i += 2) {
            place += in.read(5);
            if (place >= FilterBank.LONG) {
                throw new DamagedBitsException("a pulse is out of range");
            }
            pulses[i] = place;
            pulses[i + 1] = in.read(4);
        }
        return pulses;
    }

    private void addPulses(int[] pulses) throws DamagedBitsException {
        for (int i = 0; i < pulses.length; i += 2) {
            int value = quantised[pulses[i]];
            quantised[pulses[i]] = value > 0 ? value + pulses[i + 1] : value - pulses[i + 1];
        }
        for (int value : quantised) {
            if (Math.abs(value) > SpectrumBook.LARGEST + 1) {
                throw new DamagedBitsException("a value is too large");
            }
        }
    }

    Windows windows() {
        return windows;
    }

    int book(int band) {
        return books[band];
    }

    int scaleFactor(int band) {
        return scaleFactors[band];
    }

    boolean isIntensity(int band) {
        return books[band] == INTENSITY || books[band] == INTENSITY_OUT_OF_PHASE;
    }

    /** The frame's lines, window after window; worked on in place. */
    double[] lines() {
        return lines;
    }

    /** Shapes the noise over time, after stereo. */
    void shape() {
        shaping.apply(lines);
    }
}
