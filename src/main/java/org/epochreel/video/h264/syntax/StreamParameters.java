package org.epochreel.video.h264.syntax;

import java.nio.ByteBuffer;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.H264Level;
import org.epochreel.video.stream.ParameterSets;
import org.jcodec.codecs.h264.H264Const;
import org.jcodec.codecs.h264.io.model.AspectRatio;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.ColorSpace;

/** The parameter sets of the streams that this encoder writes (clauses 7.3.2.1, 7.3.2.2 and E.1.1). */
public final class StreamParameters {

    /** The long-term picture and, while pictures between them are decoded, the two around those. */
    static final int REFERENCE_FRAMES = 3;

    /** Pictures that list 0 has by default: the one before and the long-term one. */
    static final int FORWARD_REFERENCES = 2;

    /** Bits of frame_num and of pic_order_cnt_lsb in slice headers. */
    static final int FRAME_NUMBER_BITS = 8;
    static final int ORDER_BITS = 8;

    /** QP that slice headers count from: 26 + pic_init_qp_minus26. */
    static final int INITIAL_QUANTISER = 26;

    /** Colour primaries, transfer and matrix of BT.709 in Tables E-3 to E-5. */
    private static final int BT_709 = 1;

    private StreamParameters() {}

    public static ParameterSets of(FrameSize size, FrameRate rate) {
        ByteBuffer sequence = ByteBuffer.allocate(256);
        sequence(size, rate).write(sequence);
        ByteBuffer picture = ByteBuffer.allocate(256);
        picture().write(picture);
        return new ParameterSets(
                unit(NalUnits.SEQUENCE_PARAMETERS, sequence), unit(NalUnits.PICTURE_PARAMETERS, picture));
    }

    private static ByteBuffer unit(int header, ByteBuffer payload) {
        NalUnits units = new NalUnits();
        units.append(header, payload.array(), payload.position());
        return ByteBuffer.wrap(units.bytes(), 0, units.length());
    }

    private static SeqParameterSet sequence(FrameSize size, FrameRate rate) {
        SeqParameterSet sps = new SeqParameterSet();
        sps.profileIdc = H264Const.PROFILE_MAIN;
        // Nothing of the Main profile that the Extended profile or an interlaced decoder would be needed for.
        sps.constraintSet1Flag = true;
        sps.levelIdc = H264Level.forStream(size, rate, REFERENCE_FRAMES).idc();
        sps.chromaFormatIdc = ColorSpace.YUV420J;
        sps.log2MaxFrameNumMinus4 = FRAME_NUMBER_BITS - 4;
        sps.picOrderCntType = 0;
        sps.log2MaxPicOrderCntLsbMinus4 = ORDER_BITS - 4;
        sps.numRefFrames = REFERENCE_FRAMES;
        sps.picWidthInMbsMinus1 = size.macroblockColumns() - 1;
        sps.picHeightInMapUnitsMinus1 = size.macroblockRows() - 1;
        sps.frameMbsOnlyFlag = true;
        sps.direct8x8InferenceFlag = true;
        // Cropping counts in chroma samples.
        sps.frameCropRightOffset = (size.macroblockColumns() * 16 - size.width()) / 2;
        sps.frameCropBottomOffset = (size.macroblockRows() * 16 - size.height()) / 2;
        sps.frameCroppingFlag = sps.frameCropRightOffset != 0 || sps.frameCropBottomOffset != 0;
        sps.vuiParams = usability(rate);
        return sps;
    }

    private static VUIParameters usability(FrameRate rate) {
        VUIParameters vui = new VUIParameters();
        vui.aspectRatioInfoPresentFlag = true;
        vui.aspectRatio = AspectRatio.fromValue(1);
        vui.videoSignalTypePresentFlag = true;
        vui.videoFormat = 5;
        vui.videoFullRangeFlag = false;
        vui.colourDescriptionPresentFlag = true;
        vui.colourPrimaries = BT_709;
        vui.transferCharacteristics = BT_709;
        vui.matrixCoefficients = BT_709;
        // Chroma is the mean of 2x2 pixels, so its samples lie between them.
        vui.chromaLocInfoPresentFlag = true;
        vui.chromaSampleLocTypeTopField = 1;
        vui.chromaSampleLocTypeBottomField = 1;
        vui.timingInfoPresentFlag = true;
        // A tick is the time of a field.
        vui.numUnitsInTick = rate.denominator();
        vui.timeScale = 2 * rate.numerator();
        vui.fixedFrameRateFlag = true;
        VUIParameters.BitstreamRestriction restriction = new VUIParameters.BitstreamRestriction();
        restriction.motionVectorsOverPicBoundariesFlag = false;
        restriction.log2MaxMvLengthHorizontal = 16;
        restriction.log2MaxMvLengthVertical = 16;
        restriction.numReorderFrames = 1;
        restriction.maxDecFrameBuffering = REFERENCE_FRAMES;
        vui.bitstreamRestriction = restriction;
        return vui;
    }

    private static PictureParameterSet picture() {
        PictureParameterSet pps = new PictureParameterSet();
        pps.entropyCodingModeFlag = true;
        pps.numRefIdxActiveMinus1 = new int[] {FORWARD_REFERENCES - 1, 0};
        // Implicit: by distance in time.
        pps.weightedBipredIdc = 2;
        pps.picInitQpMinus26 = INITIAL_QUANTISER - 26;
        pps.deblockingFilterControlPresentFlag = true;
        return pps;
    }
}
