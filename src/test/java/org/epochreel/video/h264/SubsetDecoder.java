package org.epochreel.video.h264;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A decoder for the subset of H.264 that the encoder writes, made from the standard's text to be a witness where there
 * is no ffmpeg: slow, and with every neighbour looked up by its coordinates.
 */
final class SubsetDecoder {

    private static final int FRAME_NUMBER_BITS = 8;
    /** Clause A.3.1. */
    private static final int MOST_MACROBLOCK_BITS = 3200;

    private final int columns;
    private final int rows;
    private final int visibleWidth;
    private final int visibleHeight;

    private PlaneDecoder[] current;
    private PlaneDecoder[] shortTerm;
    private PlaneDecoder[] longTerm;
    private CabacDecoder bits;
    private MacroblockInfo[] infos;
    private int quantiser;
    private int expectedFrameNumber;
    private MacroblockInfo before;
    private int references;

    SubsetDecoder(int width, int height) {
        visibleWidth = width;
        visibleHeight = height;
        columns = (width + 15) / 16;
        rows = (height + 15) / 16;
    }

    byte[] decode(ByteBuffer accessUnit) {
        ByteBuffer unit = accessUnit.duplicate();
        byte[] nal = new byte[unit.getInt()];
        unit.get(nal);
        if (unit.hasRemaining()) {
            throw new AssertionError("more than one NAL unit in an access unit");
        }
        boolean idr = (nal[0] & 31) == 5;
        bits = new CabacDecoder(nal);
        header(idr);
        current = new PlaneDecoder[3];
        for (int plane = 0, side = 16; plane < 3; plane++, side = 8) {
            current[plane] = new PlaneDecoder(side * columns, side * rows);
        }
        infos = new MacroblockInfo[columns * rows];
        before = new MacroblockInfo();
        for (int macroblock = 0; macroblock < infos.length; macroblock++) {
            infos[macroblock] = new MacroblockInfo();
            int start = bits.position();
            if (idr) {
                intra(macroblock);
            } else {
                inter(macroblock);
            }
            expect(0, Math.max(0, bits.position() - start - MOST_MACROBLOCK_BITS), "bits too many in a macroblock");
            before = infos[macroblock];
            if (bits.terminate() != (macroblock == infos.length - 1 ? 1 : 0)) {
                throw new AssertionError("end_of_slice_flag is wrong at macroblock " + macroblock);
            }
        }
        shortTerm = idr ? null : current;
        longTerm = idr ? current : longTerm;
        return visible();
    }

    private byte[] visible() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int plane = 0; plane < 3; plane++) {
            int divisor = plane == 0 ? 1 : 2;
            for (int y = 0; y < visibleHeight / divisor; y++) {
                for (int x = 0; x < visibleWidth / divisor; x++) {
                    out.write(current[plane].samples[y][x]);
                }
            }
        }
        return out.toByteArray();
    }

    private void header(boolean idr) {
        expect(0, bits.expGolomb(), "first_mb_in_slice");
        expect(idr ? 7 : 5, bits.expGolomb(), "slice_type");
        expect(0, bits.expGolomb(), "pic_parameter_set_id");
        expectedFrameNumber = idr ? 0 : (expectedFrameNumber + 1) % (1 << FRAME_NUMBER_BITS);
        expect(expectedFrameNumber, bits.unsigned(FRAME_NUMBER_BITS), "frame_num");
        int initialisation = -1;
        references = 2;
        if (idr) {
            bits.expGolomb();
            expect(1, bits.unsigned(2), "no_output_of_prior_pics_flag, long_term_reference_flag");
        } else {
            if (bits.bit() == 1) {
                references = bits.expGolomb() + 1;
            }
            expect(shortTerm == null ? 1 : 2, references, "active references");
            expect(0, bits.unsigned(2), "list modification, adaptive marking");
            initialisation = bits.expGolomb();
        }
        quantiser = 26 + bits.signedExpGolomb();
        expect(1, bits.expGolomb(), "disable_deblocking_filter_idc");
        bits.startArithmetic(initialisation, quantiser);
    }

    private static void expect(int expected, int actual, String name) {
        if (expected != actual) {
            throw new AssertionError(name + " is " + actual + " instead of " + expected);
        }
    }

    private MacroblockInfo info(int column, int row) {
        return column < 0 || column >= columns || row < 0 ? null : infos[row * columns + column];
    }

    private void intra(int macroblock) {
        int column = macroblock % columns;
        int row = macroblock / columns;
        MacroblockInfo info = infos[macroblock];
        MacroblockInfo a = info(column - 1, row);
        MacroblockInfo b = info(column, row - 1);
        info.whole = bits.decision(3 + (a != null && a.whole ? 1 : 0) + (b != null && b.whole ? 1 : 0)) == 1;
        int wholeMode = 0;
        int[] blockModes = new int[16];
        if (info.whole) {
            expect(0, bits.terminate(), "I_PCM");
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
            luma.predictSquare(x0, y0, 16, "vhd".charAt(wholeMode), a != null, b != null);
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
                : x < 3 ? b != null : info(column + 1, row - 1) != null;
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
        expect(0, info.quantiserChange < -26 || info.quantiserChange > 25 ? 1 : 0, "mb_qp_delta beyond its range");
        quantiser = (quantiser + info.quantiserChange + 52) % 52;
    }

    private void inter(int macroblock) {
        int column = macroblock % columns;
        int row = macroblock / columns;
        MacroblockInfo info = infos[macroblock];
        MacroblockInfo a = info(column - 1, row);
        MacroblockInfo b = info(column, row - 1);
        info.inter = true;
        info.skipped = bits.decision(11 + (a != null && !a.skipped ? 1 : 0) + (b != null && !b.skipped ? 1 : 0)) == 1;
        if (info.skipped) {
            int[] vector = {0, 0, 0};
            if (a != null && b != null && moves(a.motion[0][1]) && moves(b.motion[1][0])) {
                vector = predictVector(column, row, 0, 0, 2, 2, 0);
            }
            fill(info.motion, 0, 0, 2, 2, vector);
            predictInter(info, column, row);
            return;
        }
        expect(0, bits.decision(14), "intra macroblock in a P slice");
        int width = 2;
        int height = 2;
        if (bits.decision(15) == 1) {
            boolean upperLower = bits.decision(17) == 1;
            width = upperLower ? 2 : 1;
            height = upperLower ? 1 : 2;
        } else if (bits.decision(16) == 1) {
            width = 1;
            height = 1;
            for (int i = 0; i < 4; i++) {
                expect(1, bits.decision(21), "sub_mb_type P_L0_8x8");
            }
        }
        motion(info, column, row, width, height);
        pattern(info, a, b);
        predictInter(info, column, row);
        if (info.pattern != 0) {
            quantiserChange(info);
        }
        SubsetResidual residual = new SubsetResidual(bits, info, a, b, false);
        for (int i = 0; i < 16; i++) {
            current[0].addResidual(16 * column + 4 * MacroblockInfo.blockX(i), 16 * row
            + 4 * MacroblockInfo.blockY(i), residual.luma[i], null, quantiser);
        }
        residual.addChroma(current, column, row, quantiser);
    }

    private static boolean moves(int[] motion) {
        return motion[0] != 0 || motion[1] != 0 || motion[2] != 0;
    }

    private static void fill(int[][][] grid, int x, int y, int width, int height, int[] value) {
        for (int j = y; j < y + height; j++) {
            for (int i = x; i < x + width; i++) {
                grid[j][i] = value;
            }
        }
    }

    /** The 8x8 block at (x, y) of a macroblock, which may lie in a neighbour; null where there is none yet. */
    private MacroblockInfo at(int column, int row, int x, int y) {
        return info(column + (x < 0 ? -1 : x > 1 ? 1 : 0), row + (y < 0 ? -1 : 0));
    }

    private int[] motionAt(int column, int row, int x, int y) {
        if (x > 1 && y >= 0) {
            return null;
        }
        MacroblockInfo info = at(column, row, x, y);
        return info == null ? null : info.motion[y & 1][x & 1];
    }

    private void motion(MacroblockInfo info, int column, int row, int width, int height) {
        int[][] indices = new int[2][2];
        for (int y = 0; y < 2; y += height) {
            for (int x = 0; x < 2; x += width) {
                int left = x > 0 ? indices[y][0] : reference(column, row, -1, y);
                int above = y > 0 ? indices[0][x] : reference(column, row, x, -1);
                int index = 0;
                if (references == 2 && bits.decision(54 + (left > 0 ? 1 : 0) + (above > 0 ? 2 : 0)) == 1) {
                    expect(0, bits.decision(58), "ref_idx above 1");
                    index = 1;
                }
                for (int i = 0; i < 4; i++) {
                    if (i / 2 >= y && i / 2 < y + height && i % 2 >= x && i % 2 < x + width) {
                        indices[i / 2][i % 2] = index;
                    }
                }
            }
        }
        for (int y = 0; y < 2; y += height) {
            for (int x = 0; x < 2; x += width) {
                int[] predicted = predictVector(column, row, x, y, width, height, indices[y][x]);
                int[] left = difference(column, row, x - 1, y);
                int[] above = difference(column, row, x, y - 1);
                int dx = vectorDifference(40, left[0] + above[0]);
                int dy = vectorDifference(47, left[1] + above[1]);
                fill(info.motion, x, y, width, height, new int[] {indices[y][x], predicted[1] + dx, predicted[2] + dy});
                fill(info.difference, x, y, width, height, new int[] {Math.abs(dx), Math.abs(dy)});
            }
        }
    }

    private int reference(int column, int row, int x, int y) {
        int[] motion = motionAt(column, row, x, y);
        return motion == null ? 0 : motion[0];
    }

    private int[] difference(int column, int row, int x, int y) {
        MacroblockInfo info = at(column, row, x, y);
        return info == null ? new int[2] : info.difference[y & 1][x & 1];
    }

    private int vectorDifference(int offset, int sum) {
        int magnitude = 0;
        int context = offset + (sum < 3 ? 0 : sum > 32 ? 2 : 1);
        while (magnitude < 9 && bits.decision(context) == 1) {
            magnitude++;
            context = offset + Math.min(6, 2 + magnitude);
        }
        if (magnitude == 9) {
            magnitude += bits.bypassExpGolomb(3);
        }
        return magnitude != 0 && bits.bypass() == 1 ? -magnitude : magnitude;
    }

    /** Clause 8.4.1.3 for the partition at 8x8 block (x, y); motions are {reference index, x, y}. */
    private int[] predictVector(int column, int row, int x, int y, int width, int height, int index) {
        int[] a = motionAt(column, row, x - 1, y);
        int[] b = motionAt(column, row, x, y - 1);
        int[] c = motionAt(column, row, x + width, y - 1);
        if (c == null) {
            c = motionAt(column, row, x - 1, y - 1);
        }
        if (width == 2 && height == 1) {
            int[] preferred = y == 0 ? b : a;
            if (preferred != null && preferred[0] == index) {
                return preferred;
            }
        }
        if (width == 1 && height == 2) {
            int[] preferred = x == 0 ? a : c;
            if (preferred != null && preferred[0] == index) {
                return preferred;
            }
        }
        if (b == null && c == null && a != null) {
            return a;
        }
        int[][] all = {a, b, c};
        int[] only = null;
        int matches = 0;
        for (int[] motion : all) {
            if (motion != null && motion[0] == index) {
                only = motion;
                matches++;
            }
        }
        return matches == 1 ? only : new int[] {index, MacroblockInfo.median(all, 1), MacroblockInfo.median(all, 2)};
    }

    private void predictInter(MacroblockInfo info, int column, int row) {
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                int[] motion = info.motion[y / 8][x / 8];
                PlaneDecoder[] reference = motion[0] == 1 || shortTerm == null ? longTerm : shortTerm;
                int px = 16 * column + x;
                int py = 16 * row + y;
                current[0].samples[py][px] = reference[0].interpolateLuma(px, py, motion[1], motion[2]);
                if (x % 2 == 0 && y % 2 == 0) {
                    for (int plane = 1; plane < 3; plane++) {
                        current[plane].samples[py / 2][px / 2] =
                                reference[plane].interpolateChroma(px / 2, py / 2, motion[1], motion[2]);
                    }
                }
            }
        }
    }
}
