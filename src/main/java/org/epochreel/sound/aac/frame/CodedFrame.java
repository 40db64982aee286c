package org.epochreel.sound.aac.frame;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.sound.aac.code.BitWriter;
import org.epochreel.sound.aac.spectrum.BandLayout;
import org.epochreel.sound.aac.spectrum.FrameShape;
import org.epochreel.sound.aac.spectrum.StereoChoice;

/**
 * A frame as raw_data_block() (ISO/IEC 14496-3, 4.4.2.1): a single channel element, or a channel pair element whose two
 * channels share their windows, and the end.
 */
public record CodedFrame(StereoChoice stereo, List<CodedChannel> channels) {

    private static final int SINGLE_CHANNEL = 0;
    private static final int CHANNEL_PAIR = 1;
    private static final int END = 7;
    private static final int ELEMENT_BITS = 3;
    private static final int TAG_BITS = 4;
    private static final int MASK_PRESENT_BITS = 2;
    private static final int KAISER_BESSEL = 1;

    static CodedFrame of(StereoChoice stereo, List<ChannelQuantiser> quantisers, int shift, boolean holes) {
        List<CodedChannel> channels = new ArrayList<>();
        for (ChannelQuantiser quantiser : quantisers) {
            channels.add(quantiser.quantise(shift, holes));
        }
        return new CodedFrame(stereo, channels);
    }

    private boolean isPair() {
        return channels.size() == 2;
    }

    private BandLayout layout() {
        return channels.get(0).layout();
    }

    /** Bits of {@link #bytes} before the last byte is filled. */
    int bits() {
        int bits = 2 * ELEMENT_BITS + TAG_BITS + (layout().shape().isShort() ? 15 : 11);
        if (isPair()) {
            bits += 1 + MASK_PRESENT_BITS + stereo.maskBits();
        }
        for (CodedChannel channel : channels) {
            bits += channel.bits();
        }
        return bits;
    }

    /** The access unit. */
    public byte[] bytes() {
        BitWriter out = new BitWriter();
        out.write(isPair() ? CHANNEL_PAIR : SINGLE_CHANNEL, ELEMENT_BITS);
        out.write(0, TAG_BITS);
        if (isPair()) {
            out.flag(true);
            writeWindows(out);
            out.write(stereo.maskPresent(), MASK_PRESENT_BITS);
            for (int b = 0; b < stereo.maskBits(); b++) {
                out.flag(stereo.midSide()[b]);
            }
        }
        for (CodedChannel channel : channels) {
            channel.write(out, () -> {
                if (!isPair()) {
                    writeWindows(out);
                }
            });
        }
        out.write(END, ELEMENT_BITS);
        if (out.bits() != bits()) {
            throw new IllegalStateException("a frame of " + out.bits() + " bits was counted as " + bits());
        }
        return out.finish();
    }

    /** ics_info(), without prediction. */
    private void writeWindows(BitWriter out) {
        FrameShape shape = layout().shape();
        out.flag(false);
        out.write(shape.sequence().ordinal(), 2);
        out.write(KAISER_BESSEL, 1);
        if (shape.isShort()) {
            out.write(layout().bandsPerGroup(), 4);
            out.write(grouping(shape.groups()), 7);
        } else {
            out.write(layout().bandsPerGroup(), 6);
            out.flag(false);
        }
    }

    /** scale_factor_grouping: for each window but the first, whether it belongs to the group of the one before. */
    private static int grouping(ImmutableIntArray groups) {
        int bits = 0;
        for (int g = 0; g < groups.length(); g++) {
            for (int w = 0; w < groups.get(g); w++) {
                bits = bits << 1 | (w == 0 ? 0 : 1);
            }
        }
        return bits;
    }
}
