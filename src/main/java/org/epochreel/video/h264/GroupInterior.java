package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.AccessUnit;
import org.epochreel.video.PictureChange;
import org.epochreel.video.YuvPicture;

/**
 * Encodes the pictures between two anchors. No picture refers to them, so while it does the encoder goes on to the next
 * anchor, if on another thread: once it {@linkplain #begin began}, it has copies of all that changes, and the pictures around
 * stay as they are until it is done.
 */
final class GroupInterior implements Supplier<List<AccessUnit>> {

    private final BitWriter header = new BitWriter();
    private final CabacEncoder cabac = new CabacEncoder();
    private final Quantisers quantisers;
    private final MotionField behind;
    private final ColumnMotion columns;
    private final BidirectionalPicture coder;
    private final MacroblockSet touched;
    /** The picture that is encoded; before the first, the anchor before. */
    private final YuvPicture source;
    private final BitSet work = new BitSet();
    private final List<PictureChange> changes = new ArrayList<>();
    private Reconstructions reconstructions = Reconstructions.UNWATCHED;
    private Position position;
    private YuvPicture previous;
    private YuvPicture longTerm;
    private YuvPicture next;

    /**
     * Where a group stands in the stream.
     *
     * @param anchor how many P pictures there are since the IDR picture, that of the group included
     * @param sinceIdr frames from the IDR picture to the anchor before
     * @param frame number of the group's first frame in the video
     */
    record Position(int anchor, int sinceIdr, int frame) {}

    GroupInterior(FrameSize size, MacroblockGrid grid, Quantisers quantisers, ImmutableList<RateModel> rates) {
        this.quantisers = quantisers;
        this.behind = new MotionField(grid);
        this.columns = new ColumnMotion(grid);
        this.touched = MacroblockSet.noneOf(size);
        this.source = new YuvPicture(size);
        this.coder = new BidirectionalPicture(grid, cabac, behind, new CommonSyntax(cabac, grid),
                new ResidualSyntax(cabac, grid), source, columns, rates);
    }

    /** Has a listener told of each picture as a decoder shows it. */
    void watch(Reconstructions listener) {
        reconstructions = listener;
    }

    /**
     * Takes a group whose anchor is encoded.
     *
     * @param pictures of the group, the anchor last
     * @param changed macroblocks that are not the same in all of them, in the anchor before, and as decoded
     * @param anchorField the anchor's motion
     */
    void begin(Position where, List<PictureChange> pictures, BitSet changed, MotionField anchorField,
            ColumnMotion anchorColumns, YuvPicture previousAnchor, YuvPicture idrPicture, YuvPicture anchor) {
        position = where;
        changes.addAll(pictures);
        work.clear();
        work.or(changed);
        anchorField.copyTo(behind);
        anchorColumns.copyTo(columns);
        previous = previousAnchor;
        longTerm = idrPicture;
        next = anchor;
    }

    /** Encodes the pictures between, in the order in which they are shown. */
    @Override
    public List<AccessUnit> get() {
        List<AccessUnit> units = new ArrayList<>();
        int distance = changes.size();
        for (int since = 1; since <= distance; since++) {
            changes.get(since - 1).apply(source, touched);
            if (since < distance) {
                units.add(encode(since, distance));
            }
        }
        return units;
    }

    private AccessUnit encode(int since, int distance) {
        int quantiser = quantisers.between();
        SliceHeader.writeBetween(header, position.anchor(), position.sinceIdr() + since, quantiser);
        cabac.start(header, SliceHeader.INITIALISATION, quantiser);
        YuvPicture reconstruction = reconstructions.copyOf(next);
        coder.encode(source, work, since, distance, quantisers, previous, longTerm, next, reconstruction, cabac);
        cabac.finish();
        int frame = position.frame() + since - 1;
        reconstructions.made(frame, reconstruction);
        NalUnits units = new NalUnits();
        units.appendWithLength(NalUnits.UNREFERENCED_SLICE, cabac.bytes(), cabac.length());
        return new AccessUnit(ByteBuffer.wrap(units.bytes(), 0, units.length()), false, frame);
    }

    /** The changes of the group that is done, free to be used again. */
    List<PictureChange> release() {
        List<PictureChange> done = List.copyOf(changes);
        changes.clear();
        return done;
    }

    /** Follows a change of the picture that is in no group: an IDR picture. */
    void skipTo(YuvPicture picture, BitSet changed) {
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            Samples.copy(picture, source, i);
        }
    }
}
