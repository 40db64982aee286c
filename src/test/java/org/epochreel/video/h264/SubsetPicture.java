package org.epochreel.video.h264;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** A decoded picture, with what later pictures need to know of it. */
final class SubsetPicture {

    /** A value that no DistScaleFactor has. */
    static final int NO_SCALE = Integer.MIN_VALUE;

    final SubsetParameters parameters;
    final PlaneDecoder[] planes = new PlaneDecoder[3];
    final MacroblockInfo[] infos;
    final int frameNumber;
    /** PicOrderCnt of the frame. */
    final int orderCount;
    /** The references by index, for both lists. */
    List<List<SubsetPicture>> lists = List.of();
    boolean shortTerm;
    boolean longTerm;
    boolean neededForOutput;

    SubsetPicture(SubsetParameters parameters, int frameNumber, int orderCount) {
        this.parameters = parameters;
        this.frameNumber = frameNumber;
        this.orderCount = orderCount;
        infos = new MacroblockInfo[parameters.columns * parameters.rows];
        for (int plane = 0, side = 16; plane < 3; plane++, side = 8) {
            planes[plane] = new PlaneDecoder(side * parameters.columns, side * parameters.rows);
        }
    }

    boolean isReference() {
        return shortTerm || longTerm;
    }

    /** What was decoded of the macroblock there; null where there is none or none yet. */
    MacroblockInfo info(int column, int row) {
        return column < 0 || column >= parameters.columns || row < 0 ? null : infos[row * parameters.columns + column];
    }

    /**
     * DistScaleFactor (clause 8.4.1.2.3) of this picture between two others.
     *
     * @return {@link #NO_SCALE} where it does not apply: with a long-term reference, or two pictures of the same time
     */
    int distanceScale(SubsetPicture before, SubsetPicture behind) {
        int td = Math.max(-128, Math.min(127, behind.orderCount - before.orderCount));
        if (before.longTerm || behind.longTerm || td == 0) {
            return NO_SCALE;
        }
        int tb = Math.max(-128, Math.min(127, orderCount - before.orderCount));
        int tx = (16384 + Math.abs(td / 2)) / td;
        return Math.max(-1024, Math.min(1023, tb * tx + 32 >> 6));
    }

    /** The samples within the cropping rectangle, plane by plane. */
    byte[] visible() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int plane = 0; plane < 3; plane++) {
            int divisor = plane == 0 ? 1 : 2;
            for (int y = 0; y < parameters.visibleHeight / divisor; y++) {
                for (int x = 0; x < parameters.visibleWidth / divisor; x++) {
                    out.write(planes[plane].samples[y][x]);
                }
            }
        }
        return out.toByteArray();
    }
}
