package org.epochreel.video.stream;

import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;

/**
 * The levels of ITU-T H.264 Table A-1 and their limits. Those below 2.1 are left out: what they save a decoder of
 * today is nothing, and a small picture of fine lines soon exceeds their bit rates.
 */
public enum H264Level {
    LEVEL_2_1(21, 19_800, 792, 4_752),
    LEVEL_2_2(22, 20_250, 1_620, 8_100),
    LEVEL_3(30, 40_500, 1_620, 8_100),
    LEVEL_3_1(31, 108_000, 3_600, 18_000),
    LEVEL_3_2(32, 216_000, 5_120, 20_480),
    LEVEL_4(40, 245_760, 8_192, 32_768),
    LEVEL_4_2(42, 522_240, 8_704, 34_816),
    LEVEL_5(50, 589_824, 22_080, 110_400),
    LEVEL_5_1(51, 983_040, 36_864, 184_320),
    LEVEL_5_2(52, 2_073_600, 36_864, 184_320),
    LEVEL_6(60, 4_177_920, 139_264, 696_320),
    LEVEL_6_1(61, 8_355_840, 139_264, 696_320),
    LEVEL_6_2(62, 16_711_680, 139_264, 696_320);

    private final int idc;
    private final int maxMacroblocksPerSecond;
    private final int maxMacroblocks;
    private final int maxDecodedMacroblocks;

    H264Level(int idc, int maxMacroblocksPerSecond, int maxMacroblocks, int maxDecodedMacroblocks) {
        this.idc = idc;
        this.maxMacroblocksPerSecond = maxMacroblocksPerSecond;
        this.maxMacroblocks = maxMacroblocks;
        this.maxDecodedMacroblocks = maxDecodedMacroblocks;
    }

    /**
     * The lowest level that admits such a stream (clause A.3.1: frame size, side lengths, rate and decoded picture
     * buffer).
     *
     * @param referenceFrames the most pictures that a decoder keeps for prediction
     * @throws IllegalArgumentException if none admits it
     */
    public static H264Level forStream(FrameSize size, FrameRate rate, int referenceFrames) {
        for (H264Level level : values()) {
            if (level.admits(size, rate, referenceFrames)) {
                return level;
            }
        }
        throw new IllegalArgumentException("a video of " + size + " pixels at " + rate
                + " frames a second is more than the highest level of H.264, 6.2, allows");
    }

    private boolean admits(FrameSize size, FrameRate rate, int referenceFrames) {
        long macroblocks = size.macroblocks();
        long longestSide = Math.max(size.macroblockColumns(), size.macroblockRows());
        return macroblocks <= maxMacroblocks
                && longestSide * longestSide <= 8L * maxMacroblocks
                && macroblocks * rate.numerator() <= (long) maxMacroblocksPerSecond * rate.denominator()
                && macroblocks * referenceFrames <= maxDecodedMacroblocks;
    }

    /** The level_idc of the parameter sets: ten times the level. */
    public int idc() {
        return idc;
    }
}
