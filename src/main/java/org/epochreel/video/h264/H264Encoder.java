package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.ArrayList;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.AccessUnit;
import org.epochreel.video.ParameterSets;
import org.epochreel.video.PictureChange;
import org.epochreel.video.PictureEncoder;
import org.epochreel.video.YuvPicture;

/**
 * An H.264 encoder whose cost per picture is that of the macroblocks that changed. It writes the Main profile: one slice a
 * picture, CABAC, no deblocking, so that text stays sharp and a skipped macroblock shows the same samples again.
 *
 * <p>Pictures come in groups: an anchor, which is a P picture, and before it, in the order shown, B pictures that no other
 * refers to. A curve that moves on evenly is in them where the pictures around say, for next to no bits. How many there
 * are follows from how fast things move.
 *
 * <p>An anchor has two references: the anchor before it, and the last IDR picture, kept as the long-term reference.
 * The latter shows the axes, the grid and the data wherever no curve ran at that time, so wiping out a curve there
 * costs a reference index and no residual. Which picture is clean where need not be known, so nobody draws an extra
 * one: each macroblock takes the reference that costs least. What a curve leaves behind where neither is clean is
 * coded like any change and refined in the next anchor before which it stands still, as is everything that comes to rest.
 *
 * <p>A macroblock counts as changed if its samples differ from those of the picture before, not if it was merely
 * touched.
 */
public final class H264Encoder implements PictureEncoder {

    /** Least and most frames from one anchor to the next. */
    private static final int LEAST_GROUP = 2;
    private static final int LARGEST_GROUP = 6;

    /** How far a curve may go from one anchor to the next, on average, in quarters of a sample. */
    private static final int FAR = 16;

    private final FrameSize size;
    private final Quantisers quantisers;
    private final ParameterSets parameterSets;
    private final BitWriter header = new BitWriter();
    private final CabacEncoder cabac = new CabacEncoder();
    private final NalUnits units = new NalUnits();
    private final ColumnMotion columns;
    private final IntraPicture intra;
    private final InterPicture inter;
    private final BidirectionalPicture bidirectional;

    /** The newest picture, and the one encoded last of those not between others. */
    private final YuvPicture newest;
    private final YuvPicture source;
    private final YuvPicture longTerm;
    /** The latest anchor or IDR picture as a decoder has it, and a second buffer to make the next in. */
    private YuvPicture decoded;
    private YuvPicture spare;
    /** Where {@link #decoded} differs from the anchor before it, which {@link #spare} still holds. */
    private final BitSet altered = new BitSet();
    /** The latest picture between anchors as a decoder has it, and where it differs from {@link #decoded}. */
    private final YuvPicture decodedBetween;
    private final BitSet differsBetween = new BitSet();
    private boolean latestIsBetween;

    /** The pictures of the group that is being gathered, and the macroblocks that change in it. */
    private final List<PictureChange> group = new ArrayList<>();
    private final List<PictureChange> free = new ArrayList<>();
    private final BitSet changedInGroup = new BitSet();
    /** Macroblocks that changed since the last IDR picture. */
    private final BitSet changed = new BitSet();
    /** Macroblocks of an anchor that differ from the anchor before, those due to be refined, and those not refined yet. */
    private final BitSet moving = new BitSet();
    private final BitSet resting = new BitSet();
    private final BitSet unrefined = new BitSet();
    private final MacroblockSet changedNow;
    private final MacroblockSet touchedThen;
    private int framesEncoded;
    private int framesSinceIdr;
    private int anchorsSinceIdr;
    private int idrPictures;

    /** An encoder for one stream. */
    public H264Encoder(FrameSize size, FrameRate rate, Quantisers quantisers) {
        this.size = size;
        this.quantisers = quantisers;
        this.parameterSets = StreamParameters.of(size, rate);
        this.newest = new YuvPicture(size);
        this.source = new YuvPicture(size);
        this.longTerm = new YuvPicture(size);
        this.decoded = new YuvPicture(size);
        this.spare = new YuvPicture(size);
        this.decodedBetween = new YuvPicture(size);
        this.changedNow = MacroblockSet.noneOf(size);
        this.touchedThen = MacroblockSet.noneOf(size);
        MacroblockGrid grid = MacroblockGrid.of(size);
        MotionField field = new MotionField(grid);
        CommonSyntax common = new CommonSyntax(cabac, grid);
        ResidualSyntax residual = new ResidualSyntax(cabac, grid);
        ImmutableList<RateModel> rates = RateModel.table();
        this.columns = new ColumnMotion(grid);
        this.intra = new IntraPicture(grid, new IntraSyntax(cabac, grid, common, residual), rates);
        this.inter = new InterPicture(grid, new InterSyntax(cabac, grid, field, common, residual), field, newest, columns, rates);
        this.bidirectional = new BidirectionalPicture(grid, cabac, field, common, residual, newest, columns, rates);
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
            change.record(newest, changedNow, false);
            group.add(change);
            if (group.size() >= groupSize()) {
                encodeGroup(sink);
            }
        }
    }

    @Override
    public void finish(Sink sink) throws IOException {
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
            if (idrPictures == 0 || !Samples.equal(picture, newest, macroblock)) {
                changedNow.add(macroblock % size.macroblockColumns(), macroblock / size.macroblockColumns());
                changedInGroup.set(macroblock);
                Samples.copy(picture, newest, macroblock);
            }
        }
    }

    private void encodeIntra(Sink sink) throws IOException {
        changed.or(changedInGroup);
        for (int i = changedInGroup.nextSetBit(0); i >= 0; i = changedInGroup.nextSetBit(i + 1)) {
            Samples.copy(newest, source, i);
        }
        SliceHeader.writeIdr(header, idrPictures & 1, quantisers.keyframe());
        cabac.start(header, -1, quantisers.keyframe());
        intra.encode(newest, changed, quantisers.keyframe(), longTerm, cabac);
        Samples.copy(longTerm, decoded);
        Samples.copy(longTerm, spare);
        Samples.copy(longTerm, decodedBetween);
        differsBetween.clear();
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
        encodeAnchor(distance, sink);
        changedInGroup.or(altered);
        prepareBetween();
        for (int since = 1; since <= distance; since++) {
            PictureChange change = group.get(since - 1);
            change.apply(source, touchedThen);
            if (since < distance) {
                encodeBetween(since, distance, sink);
            }
            free.add(change);
        }
        group.clear();
        changedInGroup.clear();
        framesEncoded += distance;
        framesSinceIdr += distance;
    }

    private void encodeAnchor(int distance, Sink sink) throws IOException {
        moving.clear();
        for (int i = changedInGroup.nextSetBit(0); i >= 0; i = changedInGroup.nextSetBit(i + 1)) {
            if (!Samples.equal(newest, source, i)) {
                moving.set(i);
            }
        }
        changed.or(changedInGroup);
        resting.clear();
        resting.or(unrefined);
        resting.andNot(changedInGroup);
        unrefined.clear();
        unrefined.or(changedInGroup);
        YuvPicture previous = decoded;
        startFromPrevious();
        anchorsSinceIdr++;
        columns.startPicture(distance);
        SliceHeader.writeAnchor(header, anchorsSinceIdr, framesSinceIdr + distance, quantisers.moving());
        cabac.start(header, SliceHeader.INITIALISATION, quantisers.moving());
        inter.encode(newest, moving, resting, quantisers, previous, anchorsSinceIdr == 1 ? null : longTerm, decoded,
                altered, cabac);
        hand(NalUnits.SLICE, framesEncoded + distance - 1, sink);
    }

    /** Makes {@link #decodedBetween} a copy of the latest anchor. */
    private void prepareBetween() {
        differsBetween.or(altered);
        for (int i = differsBetween.nextSetBit(0); i >= 0; i = differsBetween.nextSetBit(i + 1)) {
            Samples.copy(decoded, decodedBetween, i);
        }
        differsBetween.clear();
    }

    private void encodeBetween(int since, int distance, Sink sink) throws IOException {
        SliceHeader.writeBetween(header, anchorsSinceIdr, framesSinceIdr + since, quantisers.between());
        cabac.start(header, SliceHeader.INITIALISATION, quantisers.between());
        bidirectional.encode(source, changedInGroup, since, distance, quantisers.between(), spare, longTerm, decoded,
                decodedBetween, cabac);
        differsBetween.or(changedInGroup);
        latestIsBetween = true;
        hand(NalUnits.UNREFERENCED_SLICE, framesEncoded + since - 1, sink);
        latestIsBetween = false;
    }

    private void hand(int header, int frame, Sink sink) throws IOException {
        cabac.finish();
        units.clear();
        units.appendWithLength(header, cabac.bytes(), cabac.length());
        sink.take(new AccessUnit(ByteBuffer.wrap(units.bytes(), 0, units.length()), header == NalUnits.IDR_SLICE, frame));
    }

    /** Makes {@link #decoded} a copy of the latest anchor in the other buffer. */
    private void startFromPrevious() {
        for (int macroblock = altered.nextSetBit(0); macroblock >= 0; macroblock = altered.nextSetBit(macroblock + 1)) {
            Samples.copy(decoded, spare, macroblock);
        }
        altered.clear();
        YuvPicture previous = decoded;
        decoded = spare;
        spare = previous;
    }

    /** The picture handed over last as a decoder shows it, its padding included; valid until the next. */
    YuvPicture reconstruction() {
        return latestIsBetween ? decodedBetween : decoded;
    }
}
