package org.epochreel.sound.aac.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epochreel.sound.aac.code.BitReader;
import org.epochreel.sound.aac.code.DamagedBitsException;

/**
 * raw_data_block(): an access unit (ISO/IEC 14496-3, 4.4.2.1).
 *
 * @param channels one or two
 * @param midSide of two, by band whether ms_used is set
 * @param isExtended whether spectral band replication is added, which makes it HE-AAC
 */
record RawBlock(List<ChannelStream> channels, boolean[] midSide, boolean isExtended) {

    private static final int SINGLE_CHANNEL = 0;
    private static final int CHANNEL_PAIR = 1;
    private static final int DATA = 4;
    private static final int FILL = 6;
    private static final int END = 7;
    private static final int BAND_REPLICATION = 13;
    private static final int BAND_REPLICATION_WITH_CHECKSUM = 14;

    /** Reads a unit that must have so many channels. */
    static RawBlock read(byte[] unit, int channels, int rateIndex) throws DamagedBitsException {
        BitReader in = new BitReader(unit);
        List<ChannelStream> streams = new ArrayList<>();
        boolean[] midSide = new boolean[0];
        boolean isExtended = false;
        while (true) {
            switch (in.read(3)) {
                case SINGLE_CHANNEL -> {
                    in.skip(4);
                    streams.add(new ChannelStream(in, null, rateIndex));
                }
                case CHANNEL_PAIR -> {
                    in.skip(4);
                    midSide = readPair(in, rateIndex, streams);
                }
                case DATA -> skipData(in);
                case FILL -> isExtended |= skipFill(in);
                case END -> {
                    if (streams.size() != channels) {
                        throw new DamagedBitsException("it has " + streams.size() + " channels instead of " + channels);
                    }
                    return new RawBlock(streams, midSide, isExtended);
                }
                default -> throw new DamagedBitsException("it has a part that one or two channels do not need");
            }
            if (streams.size() > channels) {
                throw new DamagedBitsException("it has more channels than " + channels);
            }
        }
    }

    private static boolean[] readPair(BitReader in, int rateIndex, List<ChannelStream> streams)
            throws DamagedBitsException {
        Windows shared = null;
        boolean[] midSide = new boolean[0];
        if (in.flag()) {
            shared = Windows.read(in, rateIndex);
            midSide = new boolean[shared.allBands()];
            int mask = in.read(2);
            if (mask == 3) {
                throw new DamagedBitsException("its stereo is of a kind that does not exist");
            }
            Arrays.fill(midSide, mask == 2);
            for (int b = 0; mask == 1 && b < midSide.length; b++) {
                midSide[b] = in.flag();
            }
        }
        streams.add(new ChannelStream(in, shared, rateIndex));
        streams.add(new ChannelStream(in, shared, rateIndex));
        return midSide;
    }

    private static void skipData(BitReader in) throws DamagedBitsException {
        in.skip(4);
        boolean aligned = in.flag();
        int count = in.read(8);
        count += count == 255 ? in.read(8) : 0;
        if (aligned) {
            in.align();
        }
        in.skip(8 * count);
    }

    /** Whether it holds spectral band replication. */
    private static boolean skipFill(BitReader in) throws DamagedBitsException {
        int count = in.read(4);
        count += count == 15 ? in.read(8) - 1 : 0;
        if (count == 0) {
            return false;
        }
        int type = in.read(4);
        in.skip(8 * count - 4);
        return type == BAND_REPLICATION || type == BAND_REPLICATION_WITH_CHECKSUM;
    }
}
