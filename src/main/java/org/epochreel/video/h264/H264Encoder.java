package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.AccessUnit;
import org.epochreel.video.ParameterSets;
import org.epochreel.video.PictureEncoder;
import org.epochreel.video.YuvPicture;

/**
 * An H.264 encoder whose cost per picture is that of the macroblocks that changed. It writes the Main profile without B
 * pictures: one slice a picture, CABAC, no deblocking, so that text stays sharp and a skipped macroblock shows the same
 * samples again.
 *
 * <p>A P picture has two references: the picture before it, and the last IDR picture, kept as the long-term reference.
 * The latter shows the axes, the grid and the data wherever no curve ran at that time, so wiping out a curve there
 * costs a reference index and no residual. Which picture is clean where need not be known, so nobody draws an extra
 * one: each macroblock takes the reference that costs least. What a curve leaves behind where neither is clean is
 * coded like any change and refined in the next picture in which it stands still, as is everything that comes to rest.
 *
 * <p>A macroblock counts as changed if its samples differ from those of the picture before, not if it was merely
 * touched.
 */
public final class H264Encoder implements PictureEncoder {

    /** How many pictures after its last change a macroblock is refined. */
    private static final int REST = 1;

    private static final int FRAME_NUMBERS = 1 << StreamParameters.FRAME_NUMBER_BITS;

    private final FrameSize size;
    private final Quantisers quantisers;
    private final ParameterSets parameterSets;
    private final BitWriter header = new BitWriter();
    private final CabacEncoder cabac = new CabacEncoder();
    private final NalUnits units = new NalUnits();
    private final IntraPicture intra;
    private final InterPicture inter;

    private final YuvPicture shown;
    private final YuvPicture longTerm;
    /** The latest picture as a decoder has it, and a second buffer to make the next in. */
    private YuvPicture decoded;
    private YuvPicture spare;
    /** Where {@link #decoded} differs from the picture before it, which {@link #spare} still holds. */
    private final BitSet altered = new BitSet();
    /** Macroblocks that changed since the last IDR picture. */
    private final BitSet changed = new BitSet();
    /** Macroblocks of this picture that changed, and those due to be refined. */
    private final BitSet moving = new BitSet();
    private final BitSet resting = new BitSet();
    /** Macroblocks not yet refined since their last change, and the number of the picture of that change. */
    private final BitSet unrefined = new BitSet();
    private final int[] changedAt;
    private int pictures;
    private int picturesSinceIdr;
    private int idrPictures;

    /** An encoder for one stream. */
    public H264Encoder(FrameSize size, FrameRate rate, Quantisers quantisers) {
        this.size = size;
        this.quantisers = quantisers;
        this.parameterSets = StreamParameters.of(size, rate);
        this.shown = new YuvPicture(size);
        this.longTerm = new YuvPicture(size);
        this.decoded = new YuvPicture(size);
        this.spare = new YuvPicture(size);
        this.changedAt = new int[size.macroblocks()];
        MacroblockGrid grid = MacroblockGrid.of(size);
        MotionField field = new MotionField(grid);
        CommonSyntax common = new CommonSyntax(cabac, grid);
        ResidualSyntax residual = new ResidualSyntax(cabac, grid);
        ImmutableList<RateModel> rates = RateModel.table();
        this.intra = new IntraPicture(grid, new IntraSyntax(cabac, grid, common, residual), rates);
        this.inter = new InterPicture(grid, new InterSyntax(cabac, grid, field, common, residual), field, shown, rates);
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
        findChanges(picture, touched);
        units.clear();
        header.clear();
        if (idr) {
            encodeIntra(picture);
        } else {
            encodeInter(picture);
        }
        cabac.finish();
        units.appendWithLength(idr ? NalUnits.IDR_SLICE : NalUnits.SLICE, cabac.bytes(), cabac.length());
        sink.take(new AccessUnit(ByteBuffer.wrap(units.bytes(), 0, units.length()), idr, pictures));
        pictures++;
    }

    @Override
    public void finish(Sink sink) {
        // Every picture was encoded when it came.
    }

    private void findChanges(YuvPicture picture, MacroblockSet touched) {
        moving.clear();
        for (int macroblock = touched.next(0); macroblock >= 0; macroblock = touched.next(macroblock + 1)) {
            if (pictures == 0 || !Samples.equal(picture, shown, macroblock)) {
                moving.set(macroblock);
                changedAt[macroblock] = pictures;
                Samples.copy(picture, shown, macroblock);
            }
        }
        changed.or(moving);
    }

    private void encodeIntra(YuvPicture picture) {
        SliceHeader.writeIdr(header, idrPictures & 1, quantisers.keyframe());
        cabac.start(header, -1, quantisers.keyframe());
        intra.encode(picture, changed, quantisers.keyframe(), longTerm, cabac);
        Samples.copy(longTerm, decoded);
        Samples.copy(longTerm, spare);
        changed.clear();
        altered.clear();
        unrefined.clear();
        idrPictures++;
        picturesSinceIdr = 0;
    }

    private void encodeInter(YuvPicture picture) {
        findResting();
        unrefined.or(moving);
        YuvPicture previous = decoded;
        startFromPrevious();
        picturesSinceIdr++;
        // Right after an IDR picture that picture is the only reference.
        int references = picturesSinceIdr == 1 ? 1 : 2;
        SliceHeader.writeInter(header, picturesSinceIdr % FRAME_NUMBERS, references, quantisers.moving());
        cabac.start(header, SliceHeader.INITIALISATION, quantisers.moving());
        inter.encode(picture, moving, resting, quantisers, previous, references == 1 ? null : longTerm, decoded,
                altered, cabac);
    }

    private void findResting() {
        resting.clear();
        for (int i = unrefined.nextSetBit(0); i >= 0; i = unrefined.nextSetBit(i + 1)) {
            if (pictures - changedAt[i] >= REST) {
                resting.set(i);
                unrefined.clear(i);
            }
        }
    }

    /** Makes {@link #decoded} a copy of the latest picture in the other buffer. */
    private void startFromPrevious() {
        for (int macroblock = altered.nextSetBit(0); macroblock >= 0; macroblock = altered.nextSetBit(macroblock + 1)) {
            Samples.copy(decoded, spare, macroblock);
        }
        altered.clear();
        YuvPicture previous = decoded;
        decoded = spare;
        spare = previous;
    }

    /** The latest picture as a decoder shows it, its padding included; valid until the next. */
    YuvPicture reconstruction() {
        return decoded;
    }
}
