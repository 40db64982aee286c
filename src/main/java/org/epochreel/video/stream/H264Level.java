package org.epochreel.video.stream;

import com.google.common.primitives.ImmutableIntArray;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;

/**
 * The levels of ITU-T H.264 Table A-1 and their limits. Those below 2.1 are left out: what they save a decoder of
 * today is nothing, and a small picture of fine lines soon exceeds their bit rates. Rates and buffers are in 1000 bits.
 */
public enum H264Level {
    LEVEL_2_1(21, 19_800, 792, 4_752, 4_000, 4_000),
    LEVEL_2_2(22, 20_250, 1_620, 8_100, 4_000, 4_000),
    LEVEL_3(30, 40_500, 1_620, 8_100, 10_000, 10_000),
    LEVEL_3_1(31, 108_000, 3_600, 18_000, 14_000, 14_000),
    LEVEL_3_2(32, 216_000, 5_120, 20_480, 20_000, 20_000),
    LEVEL_4(40, 245_760, 8_192, 32_768, 20_000, 25_000),
    LEVEL_4_1(41, 245_760, 8_192, 32_768, 50_000, 62_500),
    LEVEL_4_2(42, 522_240, 8_704, 34_816, 50_000, 62_500),
    LEVEL_5(50, 589_824, 22_080, 110_400, 135_000, 135_000),
    LEVEL_5_1(51, 983_040, 36_864, 184_320, 240_000, 240_000),
    LEVEL_5_2(52, 2_073_600, 36_864, 184_320, 240_000, 240_000),
    LEVEL_6(60, 4_177_920, 139_264, 696_320, 240_000, 240_000),
    LEVEL_6_1(61, 8_355_840, 139_264, 696_320, 480_000, 480_000),
    LEVEL_6_2(62, 16_711_680, 139_264, 696_320, 800_000, 800_000);

    private final int idc;
    private final int maxMacroblocksPerSecond;
    private final int maxMacroblocks;
    private final int maxDecodedMacroblocks;
    private final int maxKilobitsPerSecond;
    private final int maxBufferedKilobits;

    H264Level(int idc, int maxMacroblocksPerSecond, int maxMacroblocks, int maxDecodedMacroblocks,
            int maxKilobitsPerSecond, int maxBufferedKilobits) {
        this.idc = idc;
        this.maxMacroblocksPerSecond = maxMacroblocksPerSecond;
        this.maxMacroblocks = maxMacroblocks;
        this.maxDecodedMacroblocks = maxDecodedMacroblocks;
        this.maxKilobitsPerSecond = maxKilobitsPerSecond;
        this.maxBufferedKilobits = maxBufferedKilobits;
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

    /**
     * The lowest level from {@code least} on whose bit rate and coded picture buffer admit such pictures, the highest of
     * all if none does. A decoder's buffer is full when the first picture is taken out of it, then gets the level's most
     * bits a second, and loses a picture a frame (Annex C, with MaxBR and MaxCPB of the Main profile).
     *
     * @param least a level_idc
     * @param sizes bytes of each picture, in decoding order
     */
    public static H264Level admitting(int least, FrameRate rate, ImmutableIntArray sizes) {
        for (H264Level level : values()) {
            if (level.idc >= least && level.admits(rate, sizes)) {
                return level;
            }
        }
        return values()[values().length - 1];
    }

    private boolean admits(FrameRate rate, ImmutableIntArray sizes) {
        // In bits times the rate's numerator, so that a frame's share of a second is a whole number.
        long full = 1000L * maxBufferedKilobits * rate.numerator();
        long aFrame = 1000L * maxKilobitsPerSecond * rate.denominator();
        long buffered = full;
        for (int i = 0; i < sizes.length(); i++) {
            buffered -= 8L * sizes.get(i) * rate.numerator();
            if (buffered < 0) {
                return false;
            }
            buffered = Math.min(full, buffered + aFrame);
        }
        return true;
    }

    /** The level_idc of the parameter sets: ten times the level. */
    public int idc() {
        return idc;
    }
}
