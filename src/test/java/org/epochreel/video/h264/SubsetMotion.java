package org.epochreel.video.h264;

import com.google.common.collect.Multiset;
import java.util.List;

/**
 * The motion of a slice's macroblocks: mb_pred( ) and sub_mb_pred( ) (clauses 7.3.5.1, 7.3.5.2 and 9.3.3.1.1), vector
 * prediction (8.4.1.3), P_Skip (8.4.1.1) and temporal direct prediction (8.4.1.2.3). Motions are {reference index, x,
 * y}, those of a list that is not used {-1, 0, 0}.
 */
final class SubsetMotion {

    /** Bits of the lists that a partition uses. */
    static final int DIRECT = 0;
    static final int LIST_0 = 1;
    static final int LIST_1 = 2;
    static final int BOTH = 3;

    private static final int[] UNUSED = {-1, 0, 0};
    /** The reach of a horizontal vector component, clause A.3. */
    private static final int HORIZONTAL_REACH = 4 * 2048;

    /** A partition or a sub-macroblock, in 8x8 blocks of its macroblock. */
    record Part(int x, int y, int width, int height, int lists) {

        static List<Part> quarters(int first, int second, int third, int fourth) {
            return List.of(new Part(0, 0, 1, 1, first), new Part(1, 0, 1, 1, second), new Part(0, 1, 1, 1, third),
                    new Part(1, 1, 1, 1, fourth));
        }
    }

    private final CabacDecoder bits;
    private final SubsetSlice slice;
    private final SubsetPicture current;
    private final Multiset<String> seen;

    SubsetMotion(CabacDecoder bits, SubsetSlice slice, SubsetPicture current, Multiset<String> seen) {
        this.seen = seen;
        this.bits = bits;
        this.slice = slice;
        this.current = current;
    }

    void skipP(MacroblockInfo info, int column, int row) {
        MacroblockInfo a = current.info(column - 1, row);
        MacroblockInfo b = current.info(column, row - 1);
        int[] vector = {0, 0, 0};
        if (a != null && b != null && moves(a.motion[0][0][1]) && moves(b.motion[0][1][0])) {
            int[] predicted = predictVector(column, row, new Part(0, 0, 2, 2, LIST_0), 0, 0);
            vector = new int[] {0, predicted[1], predicted[2]};
        }
        Part whole = new Part(0, 0, 2, 2, LIST_0);
        fill(info.motion[0], whole, vector);
        fill(info.motion[1], whole, UNUSED);
    }

    private static boolean moves(int[] motion) {
        return motion[0] != 0 || motion[1] != 0 || motion[2] != 0;
    }

    /** Derives the motion of the 8x8 block at (x, y) from that of the picture first in list 1. */
    void direct(MacroblockInfo info, int column, int row, int x, int y) {
        SubsetPicture behind = current.lists.get(1).get(0);
        Refusal.unless(behind.shortTerm, "direct prediction from a long-term picture's motion");
        int[] colocated = behind.info(column, row).motion[0][y][x];
        int index = 0;
        int[] vector = {0, 0, 0};
        if (colocated != null) {
            index = current.lists.get(0).indexOf(behind.lists.get(0).get(colocated[0]));
            Refusal.unless(index >= 0, "direct prediction by a reference that is not in list 0");
            vector = colocated;
        }
        int scale = current.distanceScale(current.lists.get(0).get(index), behind);
        int[] before = {index, vector[1], vector[2]};
        int[] after = {0, 0, 0};
        if (moves(vector)) {
            seen.add(scale == SubsetPicture.NO_SCALE ? "direct motion from the long-term picture"
                    : "direct motion in proportion");
        }
        if (scale != SubsetPicture.NO_SCALE) {
            for (int i = 1; i < 3; i++) {
                before[i] = scale * vector[i] + 128 >> 8;
                after[i] = before[i] - vector[i];
            }
        }
        info.motion[0][y][x] = inReach(before);
        info.motion[1][y][x] = inReach(after);
    }

    /** Reads the reference indices and vectors of a macroblock's parts; direct ones are filled in. */
    void read(MacroblockInfo info, int column, int row, List<Part> parts) {
        for (int list = 0; list < 2; list++) {
            for (Part part : parts) {
                if ((part.lists >> list & 1) == 1) {
                    int index = slice.active[list] > 1 ? readIndex(column, row, part, list) : 0;
                    for (int i = 0; i < part.width * part.height; i++) {
                        info.index[list][part.y + i / part.width][part.x + i % part.width] = index;
                    }
                } else if (part.lists != DIRECT) {
                    fill(info.motion[list], part, UNUSED);
                }
            }
        }
        for (int list = 0; list < 2; list++) {
            for (Part part : parts) {
                if ((part.lists >> list & 1) == 1) {
                    readVector(info, column, row, part, list);
                }
            }
        }
    }

    private int readIndex(int column, int row, Part part, int list) {
        MacroblockInfo left = at(column, row, part.x - 1, part.y);
        MacroblockInfo above = at(column, row, part.x, part.y - 1);
        int context = 54 + (left != null && left.index[list][part.y][part.x - 1 & 1] > 0 ? 1 : 0)
                + (above != null && above.index[list][part.y - 1 & 1][part.x] > 0 ? 2 : 0);
        int index = 0;
        while (bits.decision(context) == 1) {
            index++;
            context = index == 1 ? 58 : 59;
            Refusal.unless(index < slice.active[list], "ref_idx_l" + list + " beyond the active references");
        }
        return index;
    }

    private void readVector(MacroblockInfo info, int column, int row, Part part, int list) {
        int index = info.index[list][part.y][part.x];
        int[] predicted = predictVector(column, row, part, list, index);
        int[] left = difference(column, row, part.x - 1, part.y, list);
        int[] above = difference(column, row, part.x, part.y - 1, list);
        int dx = vectorDifference(40, left[0] + above[0]);
        int dy = vectorDifference(47, left[1] + above[1]);
        fill(info.motion[list], part, inReach(new int[] {index, predicted[1] + dx, predicted[2] + dy}));
        fill(info.difference[list], part, new int[] {Math.abs(dx), Math.abs(dy)});
    }

    private int[] inReach(int[] motion) {
        int reach = current.parameters.verticalReach;
        Refusal.unless(motion[1] >= -HORIZONTAL_REACH && motion[1] < HORIZONTAL_REACH && motion[2] >= -reach
                && motion[2] < reach, "a vector beyond what the level allows");
        return motion;
    }

    private static void fill(int[][][] grid, Part part, int[] value) {
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                grid[y][x] = value;
            }
        }
    }

    /** The macroblock of the 8x8 block at (x, y), which may lie in a neighbour; null where there is none yet. */
    private MacroblockInfo at(int column, int row, int x, int y) {
        return current.info(column + (x < 0 ? -1 : x > 1 ? 1 : 0), row + (y < 0 ? -1 : 0));
    }

    private int[] motionAt(int column, int row, int x, int y, int list) {
        if (x > 1 && y >= 0) {
            return null;
        }
        MacroblockInfo info = at(column, row, x, y);
        return info == null ? null : info.motion[list][y & 1][x & 1];
    }

    private int[] difference(int column, int row, int x, int y, int list) {
        MacroblockInfo info = at(column, row, x, y);
        return info == null ? new int[2] : info.difference[list][y & 1][x & 1];
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

    /** Clause 8.4.1.3, whose neighbours in a list that they do not use are there and have index -1. */
    private int[] predictVector(int column, int row, Part part, int list, int index) {
        int[] a = motionAt(column, row, part.x - 1, part.y, list);
        int[] b = motionAt(column, row, part.x, part.y - 1, list);
        int[] c = motionAt(column, row, part.x + part.width, part.y - 1, list);
        if (c == null) {
            c = motionAt(column, row, part.x - 1, part.y - 1, list);
        }
        if (part.width == 2 && part.height == 1) {
            int[] preferred = part.y == 0 ? b : a;
            if (preferred != null && preferred[0] == index) {
                return preferred;
            }
        }
        if (part.width == 1 && part.height == 2) {
            int[] preferred = part.x == 0 ? a : c;
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
}
