package org.epochreel.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.H264Level;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.AspectRatio;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;

/**
 * A second encoder behind the seam, to test everything around it: JCodec's own as it comes, but with parameter sets
 * that say what the stream is: Constrained Baseline, its true level, BT.709 in limited range, its frame rate. Slow; it
 * codes every macroblock of every picture, and each at once.
 */
public final class JcodecEncoder implements PictureEncoder {

    /**
     * Up to here the deblocking filter changes nothing (its alpha is 0, clause 8.7.2.2), so that decoders show exactly
     * what the encoder predicts from.
     */
    private static final int QUANTISER = 15;

    private static final int HIGHEST_NAL_PRIORITY = 3 << 5;
    private static final int NAL_TYPE_MASK = 0x1f;

    private final FrameSize size;
    private final SeqParameterSet sps;
    private final PictureParameterSet pps = new PictureParameterSet();
    private final ParameterSets parameterSets;
    private final H264Encoder encoder;
    /** The identification of all IDR pictures; absent if it alternates. */
    private final OptionalInt lane;
    private final Picture source;
    private final ByteBuffer stream;
    private final ByteBuffer accessUnit;
    private int frameNumber;
    private int idrPictureId;
    private boolean afterKeyframe;
    private int pictures;

    /** @throws IllegalArgumentException if no level of H.264 admits such a video */
    public JcodecEncoder(FrameSize size, FrameRate rate) {
        this(size, rate, OptionalInt.empty());
    }

    private JcodecEncoder(FrameSize size, FrameRate rate, OptionalInt lane) {
        this.size = size;
        this.lane = lane;
        this.sps = sequenceParameters(size, rate);
        this.parameterSets = new ParameterSets(
                nalUnit(NALUnitType.SPS, sps::write), nalUnit(NALUnitType.PPS, pps::write));
        this.encoder = new ParameterisedEncoder();
        this.source = emptySource();
        int capacity = 3 * 256 * size.macroblocks() + 4096;
        this.stream = ByteBuffer.allocate(capacity);
        this.accessUnit = ByteBuffer.allocate(capacity);
    }

    /** Encoders 0 and 1 of a video, which take turns from keyframe to keyframe. */
    public static IntFunction<PictureEncoder> lanes(FrameSize size, FrameRate rate) {
        return lane -> new JcodecEncoder(size, rate, OptionalInt.of(lane));
    }

    private static SeqParameterSet sequenceParameters(FrameSize size, FrameRate rate) {
        SeqParameterSet sps = new SeqParameterSet();
        sps.profileIdc = 66;
        sps.constraintSet0Flag = true;
        sps.constraintSet1Flag = true;
        sps.levelIdc = H264Level.forStream(size, rate, 1).idc();
        sps.chromaFormatIdc = ColorSpace.YUV420J;
        sps.log2MaxFrameNumMinus4 = 12;
        sps.picOrderCntType = 2;
        sps.numRefFrames = 1;
        sps.frameMbsOnlyFlag = true;
        sps.direct8x8InferenceFlag = true;
        sps.picWidthInMbsMinus1 = size.macroblockColumns() - 1;
        sps.picHeightInMapUnitsMinus1 = size.macroblockRows() - 1;
        sps.frameCropRightOffset = (16 * size.macroblockColumns() - size.width()) / 2;
        sps.frameCropBottomOffset = (16 * size.macroblockRows() - size.height()) / 2;
        sps.frameCroppingFlag = sps.frameCropRightOffset + sps.frameCropBottomOffset > 0;
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
        vui.colourPrimaries = 1;
        vui.transferCharacteristics = 1;
        vui.matrixCoefficients = 1;
        // A chroma sample lies amid its four pixels (figure E-1).
        vui.chromaLocInfoPresentFlag = true;
        vui.chromaSampleLocTypeTopField = 1;
        vui.chromaSampleLocTypeBottomField = 1;
        // A tick is one field, half a frame (clause E.2.1).
        vui.timingInfoPresentFlag = true;
        vui.numUnitsInTick = rate.denominator();
        vui.timeScale = 2 * rate.numerator();
        vui.fixedFrameRateFlag = true;
        VUIParameters.BitstreamRestriction restriction = new VUIParameters.BitstreamRestriction();
        restriction.motionVectorsOverPicBoundariesFlag = true;
        restriction.log2MaxMvLengthHorizontal = 13;
        restriction.log2MaxMvLengthVertical = 13;
        restriction.numReorderFrames = 0;
        restriction.maxDecFrameBuffering = 1;
        vui.bitstreamRestriction = restriction;
        return vui;
    }

    private interface PayloadWriter {
        void write(ByteBuffer target);
    }

    private static ByteBuffer nalUnit(NALUnitType type, PayloadWriter writer) {
        ByteBuffer payload = ByteBuffer.allocate(256);
        writer.write(payload);
        payload.flip();
        ByteBuffer unit = ByteBuffer.allocate(512).put((byte) (HIGHEST_NAL_PRIORITY | type.getValue()));
        H264Utils.escapeNAL(payload, unit);
        return unit.flip();
    }

    private Picture emptySource() {
        int width = 16 * size.macroblockColumns();
        int height = 16 * size.macroblockRows();
        byte[][] planes = {new byte[width * height], new byte[width * height / 4], new byte[width * height / 4]};
        // JCodec gives a slice one byte for each pixel that the picture claims to have, too few for noise, and reads
        // only as far as the parameter set says: so it claims twice its height.
        return Picture.createPicture(width, 2 * height, planes, ColorSpace.YUV420J);
    }

    @Override
    public ParameterSets parameterSets() {
        return parameterSets;
    }

    @Override
    public void encode(YuvPicture picture, MacroblockSet touched, boolean keyframe, Sink sink) throws IOException {
        if (!picture.size().equals(size)) {
            throw new IllegalArgumentException("a picture of " + picture.size() + " pixels in a stream of " + size);
        }
        boolean idr = keyframe || pictures == 0;
        copyToSource(picture, touched);
        frameNumber = idr ? 0 : frameNumber + 1 & 0xffff;
        // Two IDR pictures in a row must differ in this number (clause 7.4.3).
        idrPictureId = idr ? lane.orElse(afterKeyframe ? 1 - idrPictureId : 0) : 0;
        afterKeyframe = idr;
        stream.clear();
        ByteBuffer units = encoder.doEncodeFrame(source, stream, idr, frameNumber, idr ? SliceType.I : SliceType.P);
        sink.take(new AccessUnit(lengthPrefixed(sliceOf(units)), idr, pictures));
        pictures++;
    }

    @Override
    public void flush(Sink sink) {
        // Every picture was encoded when it came.
    }

    /** JCodec's samples are signed, from -128. */
    private void copyToSource(YuvPicture picture, MacroblockSet touched) {
        int columns = size.macroblockColumns();
        IntConsumer copy = macroblock -> {
            int column = macroblock % columns;
            int row = macroblock / columns;
            copyBlock(picture.luma(), source.getPlaneData(0), 16, column, row);
            copyBlock(picture.blueChroma(), source.getPlaneData(1), 8, column, row);
            copyBlock(picture.redChroma(), source.getPlaneData(2), 8, column, row);
        };
        touched.forEach(copy);
    }

    private void copyBlock(byte[] from, byte[] to, int side, int column, int row) {
        int stride = side * size.macroblockColumns();
        for (int y = row * side; y < (row + 1) * side; y++) {
            for (int x = column * side; x < (column + 1) * side; x++) {
                to[y * stride + x] = (byte) (from[y * stride + x] ^ 0x80);
            }
        }
    }

    private ByteBuffer sliceOf(ByteBuffer units) {
        for (ByteBuffer unit = H264Utils.nextNALUnit(units); unit != null; unit = H264Utils.nextNALUnit(units)) {
            int type = unit.get(unit.position()) & NAL_TYPE_MASK;
            if (type == NALUnitType.IDR_SLICE.getValue() || type == NALUnitType.NON_IDR_SLICE.getValue()) {
                return unit;
            }
        }
        throw new IllegalStateException("JCodec encoded a picture without a slice");
    }

    private ByteBuffer lengthPrefixed(ByteBuffer slice) {
        accessUnit.clear();
        accessUnit.position(4);
        if (idrPictureId == 0) {
            accessUnit.put(slice);
        } else {
            renumber(slice);
        }
        accessUnit.flip();
        accessUnit.putInt(0, accessUnit.remaining() - 4);
        return accessUnit.asReadOnlyBuffer();
    }

    private void renumber(ByteBuffer slice) {
        NALUnit header = NALUnit.read(slice);
        header.write(accessUnit);
        new H264Utils.SliceHeaderTweaker() {
            @Override
            protected void tweak(SliceHeader sliceHeader) {
                sliceHeader.idrPicId = idrPictureId;
            }
        }.runSpsPps(slice, accessUnit, header, sps, pps);
        // Shifting the bits may leave a byte after the stop bit, and no NAL unit ends in zero (clause 7.4.1).
        while (accessUnit.get(accessUnit.position() - 1) == 0) {
            accessUnit.position(accessUnit.position() - 1);
        }
    }

    private final class ParameterisedEncoder extends H264Encoder {

        ParameterisedEncoder() {
            super(new ConstantQuantiser());
        }

        @Override
        public SeqParameterSet initSPS(Size ignored) {
            return sps;
        }

        @Override
        public PictureParameterSet initPPS() {
            return pps;
        }
    }

    private static final class ConstantQuantiser implements RateControl {

        @Override
        public int startPicture(Size size, int maxBytes, SliceType type) {
            return QUANTISER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
