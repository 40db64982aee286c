package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.h264.cabac.BitWriter;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.ColumnMotion;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.predict.PictureSamples;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.predict.Reconstructions;
import org.epochreel.video.h264.predict.Reference;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.h264.residual.ResidualSyntax;
import org.epochreel.video.h264.syntax.CommonSyntax;
import org.epochreel.video.h264.syntax.IntraSyntax;
import org.epochreel.video.h264.syntax.NalUnits;
import org.epochreel.video.h264.syntax.PSliceSyntax;
import org.epochreel.video.h264.syntax.SliceHeader;
import org.epochreel.video.h264.syntax.StreamParameters;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.PictureChange;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/**
 * An H.264 encoder whose cost per picture is that of the macroblocks that changed. It writes the Main profile: one
 * slice a picture, CABAC, no deblocking, so that text stays sharp and a skipped macroblock shows the same samples again.
 *
 * <p>Pictures come in groups: an anchor, which is a P picture, and before it, in the order shown, B pictures that no
 * other refers to. A curve that moves on evenly is in them where the pictures around say, for next to no bits. How many
 * there are follows from how fast things move.
 *
 * <p>An anchor has two references: the anchor before it, and the last IDR picture, kept as the long-term reference.
 * The latter shows the axes, the grid and the data wherever no curve ran at that time, so wiping out a curve there
 * costs a reference index and no residual. Which picture is clean where need not be known, so nobody draws an extra
 * one: each macroblock takes the reference that costs least. What a curve leaves behind where neither is clean is
 * coded like any change and refined in the next anchor before which it stands still, as is everything that comes to
 * rest.
 *
 * <p>A macroblock counts as changed if its samples differ from those of the picture before, not if it was merely
 * touched.
 */
public final class H264Encoder implements PictureEncoder {

    /** Least and most frames from one anchor to the next. */
    private static final int LEAST_GROUP = 2;
    private static final int LARGEST_GROUP = 6;

    /** How far a curve may go from one anchor to the next, on average, in quarters of a sample. */
    private static final int FAR = 40;

    private final FrameSize size;
    private final Quantisers quantisers;
    private final ParameterSets parameterSets;
    private final BitWriter header = new BitWriter();
    private final CabacEncoder cabac = new CabacEncoder();
    private final NalUnits units = new NalUnits();
    private final MotionField field;
    private final ColumnMotion columns;
    private final IntraPicture intra;
    private final PSlicePicture inter;
    private final GroupInterior interior;
    /** idr_pic_id by the number of IDR pictures before. */
    private final IntUnaryOperator idrPictureIds;
    private Reconstructions reconstructions = Reconstructions.UNWATCHED;

    /** The newest picture, and the latest that is encoded, which {@link #interior} keeps up. */
    private final YuvPicture newest;
    private final YuvPicture source;
    private final Reference longTerm;
    /** The latest anchor or IDR picture as a decoder has it, the one before, and where they differ. */
    private Reference decoded;
    private Reference previous;
    private final BitSet altered = new BitSet();

    /** The pictures of the group that is being gathered, and the macroblocks that change in it. */
    private final List<PictureChange> group = new ArrayList<>();
    private final List<PictureChange> free = new ArrayList<>();
    private final BitSet changedInGroup = new BitSet();
    /** Macroblocks that changed since the last IDR picture. */
    private final BitSet changed = new BitSet();
    /** Macroblocks in which an anchor differs from the one before, those due to be refined, and those not refined yet. */
    private final BitSet moving = new BitSet();
    private final BitSet resting = new BitSet();
    private final BitSet unrefined = new BitSet();
    private final MacroblockSet changedNow;
    private int framesEncoded;
    private int framesSinceIdr;
    private int anchorsSinceIdr;
    private int idrPictures;

    /** An encoder for one stream. */
    public H264Encoder(FrameSize size, FrameRate rate, Quantisers quantisers) {
        this(size, rate, quantisers, idrPictures -> idrPictures & 1);
    }

    private H264Encoder(FrameSize size, FrameRate rate, Quantisers quantisers, IntUnaryOperator idrPictureIds) {
        this.size = size;
        this.quantisers = quantisers;
        this.idrPictureIds = idrPictureIds;
        this.parameterSets = StreamParameters.of(size, rate);
        this.newest = new YuvPicture(size);
        this.source = new YuvPicture(size);
        this.longTerm = new Reference(new YuvPicture(size));
        this.decoded = new Reference(new YuvPicture(size));
        this.previous = new Reference(new YuvPicture(size));
        this.changedNow = MacroblockSet.noneOf(size);
        MacroblockGrid grid = MacroblockGrid.of(size);
        CommonSyntax common = new CommonSyntax(cabac, grid);
        ResidualSyntax residual = new ResidualSyntax(cabac, grid);
        ImmutableList<RateModel> rates = RateModel.table();
        this.field = new MotionField(grid);
        this.columns = new ColumnMotion(grid);
        this.intra = new IntraPicture(grid, new IntraSyntax(cabac, grid, common, residual), rates);
        this.inter = new PSlicePicture(grid, new PSliceSyntax(cabac, grid, field, common, residual), field, columns,
                rates);
        this.interior = new GroupInterior(source, grid, quantisers, field, columns, rates);
    }

    /**
     * One of two encoders that take turns at one stream, from keyframe to keyframe. Between two IDR pictures of one of
     * them stands one of the other, and the two must differ in idr_pic_id (clause 7.4.3).
     *
     * @param lane 0 for one of them, 1 for the other
     */
    public static H264Encoder ofLane(FrameSize size, FrameRate rate, Quantisers quantisers, int lane) {
        if (lane != 0 && lane != 1) {
            throw new IllegalArgumentException("lane " + lane + " is neither 0 nor 1");
        }
        return new H264Encoder(size, rate, quantisers, idrPictures -> lane);
    }

    /** Has a listener told of each picture as a decoder shows it; before the first picture. */
    void watch(Reconstructions listener) {
        reconstructions = listener;
        interior.watch(listener);
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
        boolean idr = keyframe || idrPictures == 0;
        if (idr) {
            encodeGroup(sink);
        }
        findChanges(picture, touched);
        if (idr) {
            encodeIntra(sink);
        } else {
            PictureChange change = free.isEmpty() ? new PictureChange() : free.remove(free.size() - 1);
            change.record(newest, changedNow);
            group.add(change);
            if (group.size() >= groupSize()) {
                encodeGroup(sink);
            }
        }
    }

    @Override
    public void flush(Sink sink) throws IOException {
        encodeGroup(sink);
    }

    /** Frames from the latest anchor to the next. */
    private int groupSize() {
        return anchorsSinceIdr == 0 ? 1 : Math.max(LEAST_GROUP, Math.min(LARGEST_GROUP, columns.framesFor(FAR)));
    }

    /** Brings {@link #newest} up to date. */
    private void findChanges(YuvPicture picture, MacroblockSet touched) {
        changedNow.clear();
        for (int macroblock = touched.next(0); macroblock >= 0; macroblock = touched.next(macroblock + 1)) {
            if (idrPictures == 0 || !PictureSamples.equal(picture, newest, macroblock)) {
                changedNow.add(macroblock % size.macroblockColumns(), macroblock / size.macroblockColumns());
                changedInGroup.set(macroblock);
            }
        }
        PictureSamples.copy(picture, newest, changedNow);
    }

    private void encodeIntra(Sink sink) throws IOException {
        changed.or(changedInGroup);
        PictureSamples.copy(newest, source, changedInGroup);
        SliceHeader.writeIdr(header, idrPictureIds.applyAsInt(idrPictures), quantisers.keyframe());
        cabac.start(header, -1, quantisers.keyframe());
        intra.encode(newest, changed, quantisers.keyframe(), longTerm.picture(), cabac);
        // What never changed since the last IDR picture differs only where its prediction does.
        changed.or(intra.altered());
        longTerm.changed(changed);
        decoded.copyFrom(longTerm, changed);
        previous.copyFrom(longTerm, changed);
        changedInGroup.clear();
        changed.clear();
        altered.clear();
        unrefined.clear();
        idrPictures++;
        anchorsSinceIdr = 0;
        framesSinceIdr = 0;
        hand(NalUnits.IDR_SLICE, framesEncoded, sink);
        framesEncoded++;
    }

    private void encodeGroup(Sink sink) throws IOException {
        if (group.isEmpty()) {
            return;
        }
        int distance = group.size();
        encodeAnchor(distance);
        hand(NalUnits.SLICE, framesEncoded + distance - 1, sink);
        changedInGroup.or(altered);
        GroupInterior.Position where = new GroupInterior.Position(anchorsSinceIdr, framesSinceIdr, framesEncoded);
        interior.encode(where, group, changedInGroup, previous, longTerm, decoded, sink);
        free.addAll(group);
        group.clear();
        changedInGroup.clear();
        framesEncoded += distance;
        framesSinceIdr += distance;
    }

    private void encodeAnchor(int distance) {
        moving.clear();
        for (int i = changedInGroup.nextSetBit(0); i >= 0; i = changedInGroup.nextSetBit(i + 1)) {
            if (!PictureSamples.equal(newest, source, i)) {
                moving.set(i);
            }
        }
        changed.or(changedInGroup);
        resting.clear();
        resting.or(unrefined);
        resting.andNot(changedInGroup);
        unrefined.clear();
        unrefined.or(changedInGroup);
        startFromPrevious();
        anchorsSinceIdr++;
        columns.startPicture(distance);
        SliceHeader.writeAnchor(header, anchorsSinceIdr, framesSinceIdr + distance, quantisers.moving());
        cabac.start(header, SliceHeader.INITIALISATION, quantisers.moving());
        inter.encode(newest, moving, resting, quantisers, previous, anchorsSinceIdr == 1 ? null : longTerm, decoded,
                altered, cabac);
    }

    /** Makes {@link #decoded} a copy of the latest anchor in the buffer of the one before, which nobody needs now. */
    private void startFromPrevious() {
        previous.copyFrom(decoded, altered);
        Reference latest = decoded;
        decoded = previous;
        previous = latest;
        altered.clear();
    }

    private void hand(int unit, int frame, Sink sink) throws IOException {
        cabac.finish();
        units.clear();
        units.appendWithLength(unit, cabac.bytes(), cabac.length());
        reconstructions.made(frame, decoded.picture());
        ByteBuffer bytes = ByteBuffer.wrap(units.bytes(), 0, units.length());
        sink.take(new AccessUnit(bytes, unit == NalUnits.IDR_SLICE, frame));
    }
}
