package org.epochreel.video.h264;

import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.epochreel.video.h264.SubsetMotion.Part;
import org.epochreel.video.stream.ParameterSets;

/**
 * A decoder for the subset of H.264 that the encoder writes, made from the standard's text to be a witness where there
 * is no ffmpeg: slow, and with every neighbour looked up by its coordinates. It refuses what is outside that subset,
 * and much of what the standard forbids.
 */
final class SubsetDecoder {

    /** Clause A.3.1. */
    private static final int MOST_MACROBLOCK_BITS = 3200;

    private final SubsetParameters parameters;
    private final SubsetBuffer buffer;
    private final Multiset<String> seen = TreeMultiset.create();

    private SubsetSlice slice;
    private SubsetPicture picture;
    private PlaneDecoder[] current;
    private CabacDecoder bits;
    private SubsetMotion motion;
    private SubsetPrediction prediction;
    private int quantiser;
    private MacroblockInfo before;

    SubsetDecoder(ParameterSets sets) {
        parameters = new SubsetParameters(sets);
        buffer = new SubsetBuffer(parameters);
    }

    /** Decodes the next access unit and returns its own picture's samples, of all planes one after the other. */
    byte[] decode(ByteBuffer accessUnit) {
        ByteBuffer unit = accessUnit.duplicate();
        byte[] nal = new byte[unit.getInt()];
        unit.get(nal);
        Refusal.unless(!unit.hasRemaining(), "more than one NAL unit in an access unit");
        bits = new CabacDecoder(nal);
        slice = new SubsetSlice(bits, nal[0] & 0xff, parameters);
        picture = buffer.begin(slice);
        current = picture.planes;
        motion = new SubsetMotion(bits, slice, picture, seen);
        prediction = new SubsetPrediction(picture, seen);
        quantiser = slice.quantiser;
        bits.startArithmetic(slice.initialisation, quantiser);
        before = new MacroblockInfo();
        int macroblocks = picture.infos.length;
        for (int macroblock = 0; macroblock < macroblocks; macroblock++) {
            MacroblockInfo info = new MacroblockInfo();
            picture.infos[macroblock] = info;
            int start = bits.position();
            macroblock(info, macroblock % parameters.columns, macroblock / parameters.columns);
            Refusal.unless(bits.position() - start <= MOST_MACROBLOCK_BITS, "too many bits in a macroblock");
            before = info;
            Refusal.expect(macroblock == macroblocks - 1 ? 1 : 0, bits.terminate(), "end_of_slice_flag");
        }
        bits.endArithmetic();
        buffer.store(slice, picture);
        return picture.visible();
    }

    /** All pictures in the order of display; no access unit may follow. */
    List<byte[]> finish() {
        return buffer.finish();
    }

    /**
     * How often each type of macroblock and of sub-macroblock has occurred, and what else a test of B pictures must not
     * do without.
     */
    Multiset<String> seen() {
        return seen;
    }

    private void macroblock(MacroblockInfo info, int column, int row) {
        MacroblockInfo a = picture.info(column - 1, row);
        MacroblockInfo b = picture.info(column, row - 1);
        if (slice.type == SubsetSlice.I) {
            intra(info, a, b, column, row);
            return;
        }
        int context = (slice.type == SubsetSlice.P ? 11 : 24) + (a != null && !a.skipped ? 1 : 0)
                + (b != null && !b.skipped ? 1 : 0);
        info.skipped = bits.decision(context) == 1;
        if (info.skipped) {
            skip(info, column, row);
            return;
        }
        if (slice.type == SubsetSlice.P) {
            typeP(info, column, row);
        } else {
            typeB(info, a, b, column, row);
        }
        inter(info, a, b, column, row);
    }

    private void intra(MacroblockInfo info, MacroblockInfo a, MacroblockInfo b, int column, int row) {
        info.whole = bits.decision(3 + (a != null && a.whole ? 1 : 0) + (b != null && b.whole ? 1 : 0)) == 1;
        seen.add(info.whole ? "I_16x16" : "I_NxN");
        int wholeMode = 0;
        int[] blockModes = new int[16];
        if (info.whole) {
            Refusal.expect(0, bits.terminate(), "I_PCM");
            int luma = bits.decision(6) * 15;
            int chroma = bits.decision(7) == 0 ? 0 : 1 + bits.decision(8);
            info.pattern = luma + 16 * chroma;
            wholeMode = 2 * bits.decision(9) + bits.decision(10);
            for (int[] modes : info.intraModes) {
                Arrays.fill(modes, 2);
            }
        } else {
            for (int i = 0; i < 16; i++) {
                blockModes[i] = bits.decision(68) == 1 ? -1
                        : bits.decision(69) + 2 * bits.decision(69) + 4 * bits.decision(69);
            }
        }
        chromaMode(info, a, b);
        if (!info.whole) {
            pattern(info, a, b);
        }
        if (info.whole || info.pattern != 0) {
            quantiserChange(info);
        }
        SubsetResidual residual = new SubsetResidual(bits, info, a, b, true);
        PlaneDecoder luma = current[0];
        int x0 = 16 * column;
        int y0 = 16 * row;
        if (info.whole) {
            luma.predictSquare(x0, y0, 16, "vhdp".charAt(wholeMode), a != null, b != null);
            int[] dc = residual.lumaDcValues(quantiser);
            for (int i = 0; i < 16; i++) {
                int x = MacroblockInfo.blockX(i);
                int y = MacroblockInfo.blockY(i);
                luma.addResidual(x0 + x * 4, y0 + y * 4, residual.luma[i], dc[y * 4 + x], quantiser);
            }
        } else {
            for (int i = 0; i < 16; i++) {
                intraBlock(info, a, b, i, blockModes[i], column, row, residual.luma[i]);
            }
        }
        for (int plane = 0; plane < 2; plane++) {
            current[1 + plane].predictChroma(8 * column, 8 * row, info.chromaMode, a != null, b != null);
        }
        residual.addChroma(current, column, row, quantiser);
    }

    private void intraBlock(MacroblockInfo info, MacroblockInfo a, MacroblockInfo b, int i, int coded, int column,
            int row, int[] levels) {
        int x = MacroblockInfo.blockX(i);
        int y = MacroblockInfo.blockY(i);
        int left = x > 0 ? info.intraModes[y][x - 1] : a == null ? -1 : a.intraModes[y][3];
        int above = y > 0 ? info.intraModes[y - 1][x] : b == null ? -1 : b.intraModes[3][x];
        int predicted = left < 0 || above < 0 ? 2 : Math.min(left, above);
        int mode = coded < 0 ? predicted : coded < predicted ? coded : coded + 1;
        info.intraModes[y][x] = mode;
        // Inside the macroblock the block up and to the right must come earlier in the order of clause 6.4.3.
        boolean aboveRight = y > 0 ? x < 3 && MacroblockInfo.blockIndex(x + 1, y - 1) < i
                : x < 3 ? b != null : picture.info(column + 1, row - 1) != null;
        current[0].predict4x4(16 * column + 4 * x, 16 * row + 4 * y, mode, left >= 0, above >= 0, aboveRight);
        current[0].addResidual(16 * column + 4 * x, 16 * row + 4 * y, levels, null, quantiser);
    }

    private void chromaMode(MacroblockInfo info, MacroblockInfo a, MacroblockInfo b) {
        int context = 64 + (a != null && a.chromaMode != 0 ? 1 : 0) + (b != null && b.chromaMode != 0 ? 1 : 0);
        if (bits.decision(context) == 1) {
            info.chromaMode = bits.decision(67) == 0 ? 1 : 2 + bits.decision(67);
        }
    }

    private void pattern(MacroblockInfo info, MacroblockInfo a, MacroblockInfo b) {
        for (int quarter = 0; quarter < 4; quarter++) {
            int left = quarter % 2 == 1 ? info.pattern >> quarter - 1 & 1
                    : a == null ? 1 : a.pattern >> quarter + 1 & 1;
            int above = quarter > 1 ? info.pattern >> quarter - 2 & 1 : b == null ? 1 : b.pattern >> quarter + 2 & 1;
            info.pattern |= bits.decision(73 + (1 - left) + 2 * (1 - above)) << quarter;
        }
        int left = a == null ? 0 : a.pattern >> 4;
        int above = b == null ? 0 : b.pattern >> 4;
        if (bits.decision(77 + (left > 0 ? 1 : 0) + (above > 0 ? 2 : 0)) == 1) {
            info.pattern |= 16 + 16 * bits.decision(81 + (left == 2 ? 1 : 0) + (above == 2 ? 2 : 0));
        }
    }

    private void quantiserChange(MacroblockInfo info) {
        int value = 0;
        int context = 60 + (before.quantiserChange != 0 ? 1 : 0);
        while (bits.decision(context) == 1) {
            value++;
            context = value == 1 ? 62 : 63;
        }
        info.quantiserChange = value % 2 == 1 ? (value + 1) / 2 : -value / 2;
        Refusal.unless(info.quantiserChange >= -26 && info.quantiserChange <= 25, "mb_qp_delta beyond its range");
        quantiser = (quantiser + info.quantiserChange + 52) % 52;
    }

    private void skip(MacroblockInfo info, int column, int row) {
        if (slice.type == SubsetSlice.P) {
            seen.add("P_Skip");
            motion.skipP(info, column, row);
        } else {
            seen.add("B_Skip");
            directWhole(info, column, row);
        }
        prediction.predict(info, column, row);
    }

    private void directWhole(MacroblockInfo info, int column, int row) {
        info.direct = true;
        for (int quarter = 0; quarter < 4; quarter++) {
            motion.direct(info, column, row, quarter % 2, quarter / 2);
        }
    }

    /** mb_type and sub_mb_type in P slices (clause 9.3.2.5), and the motion. */
    private void typeP(MacroblockInfo info, int column, int row) {
        Refusal.expect(0, bits.decision(14), "an intra macroblock in a P slice");
        int list = SubsetMotion.LIST_0;
        String type = "P_L0_16x16";
        List<Part> parts = List.of(new Part(0, 0, 2, 2, list));
        if (bits.decision(15) == 1) {
            boolean upperLower = bits.decision(17) == 1;
            type = upperLower ? "P_L0_L0_16x8" : "P_L0_L0_8x16";
            parts = upperLower ? List.of(new Part(0, 0, 2, 1, list), new Part(0, 1, 2, 1, list))
                    : List.of(new Part(0, 0, 1, 2, list), new Part(1, 0, 1, 2, list));
        } else if (bits.decision(16) == 1) {
            type = "P_8x8";
            parts = Part.quarters(list, list, list, list);
            for (int quarter = 0; quarter < 4; quarter++) {
                Refusal.expect(1, bits.decision(21), "sub_mb_type P_L0_8x8");
            }
        }
        seen.add(type);
        motion.read(info, column, row, parts);
    }

    /** mb_type and sub_mb_type in B slices, and the motion. */
    private void typeB(MacroblockInfo info, MacroblockInfo a, MacroblockInfo b, int column, int row) {
        if (bits.decision(27 + (a != null && !a.direct ? 1 : 0) + (b != null && !b.direct ? 1 : 0)) == 0) {
            seen.add("B_Direct_16x16");
            directWhole(info, column, row);
            return;
        }
        int lists = SubsetMotion.BOTH;
        if (bits.decision(27 + 3) == 0) {
            lists = bits.decision(27 + 5) == 0 ? SubsetMotion.LIST_0 : SubsetMotion.LIST_1;
        } else {
            int four = 8 * bits.decision(27 + 4) + 4 * bits.decision(27 + 5) + 2 * bits.decision(27 + 5)
                    + bits.decision(27 + 5);
            if (four == 15) {
                seen.add("B_8x8");
                quarters(info, column, row);
                return;
            }
            Refusal.unless(four != 13, "an intra macroblock in a B slice");
            Refusal.expect(0, four, "mb_type of a B macroblock in two parts: bits after 11");
        }
        seen.add(new String[] {"B_L0_16x16", "B_L1_16x16", "B_Bi_16x16"}[lists - 1]);
        motion.read(info, column, row, List.of(new Part(0, 0, 2, 2, lists)));
    }

    private void quarters(MacroblockInfo info, int column, int row) {
        int[] lists = new int[4];
        for (int quarter = 0; quarter < 4; quarter++) {
            if (bits.decision(36) == 0) {
                lists[quarter] = SubsetMotion.DIRECT;
                motion.direct(info, column, row, quarter % 2, quarter / 2);
            } else if (bits.decision(37) == 0) {
                lists[quarter] = bits.decision(39) == 0 ? SubsetMotion.LIST_0 : SubsetMotion.LIST_1;
            } else {
                lists[quarter] = SubsetMotion.BOTH;
                Refusal.expect(0, 4 * bits.decision(38) + 2 * bits.decision(39) + bits.decision(39),
                        "sub_mb_type of less than 8x8: bits after 11");
            }
            seen.add(new String[] {"B_Direct_8x8", "B_L0_8x8", "B_L1_8x8", "B_Bi_8x8"}[lists[quarter]]);
        }
        motion.read(info, column, row, Part.quarters(lists[0], lists[1], lists[2], lists[3]));
    }

    private void inter(MacroblockInfo info, MacroblockInfo a, MacroblockInfo b, int column, int row) {
        pattern(info, a, b);
        prediction.predict(info, column, row);
        if (info.pattern != 0) {
            seen.add(slice.type == SubsetSlice.P ? "P with residual" : info.direct ? "B_Direct_16x16 with residual"
                    : "B with residual");
            quantiserChange(info);
        }
        SubsetResidual residual = new SubsetResidual(bits, info, a, b, false);
        for (int i = 0; i < 16; i++) {
            current[0].addResidual(16 * column + 4 * MacroblockInfo.blockX(i), 16 * row + 4 * MacroblockInfo.blockY(i),
                    residual.luma[i], null, quantiser);
        }
        residual.addChroma(current, column, row, quantiser);
    }
}
