package org.epochreel.video.h264;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.h264.cabac.BitWriter;
import org.epochreel.video.h264.cabac.CabacEncoder;
import org.epochreel.video.h264.predict.ColumnMotion;
import org.epochreel.video.h264.predict.MacroblockGrid;
import org.epochreel.video.h264.predict.MotionField;
import org.epochreel.video.h264.predict.RateModel;
import org.epochreel.video.h264.predict.Reconstructions;
import org.epochreel.video.h264.predict.Reference;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.h264.residual.ResidualSyntax;
import org.epochreel.video.h264.syntax.CommonSyntax;
import org.epochreel.video.h264.syntax.NalUnits;
import org.epochreel.video.h264.syntax.SliceHeader;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.PictureChange;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;

/** Encodes the pictures between two anchors, to which no picture refers. */
final class GroupInterior {

    private final BitWriter header = new BitWriter();
    private final CabacEncoder cabac = new CabacEncoder();
    private final NalUnits units = new NalUnits();
    private final Quantisers quantisers;
    private final BSlicePicture coder;
    private final MacroblockSet touched;
    /** The picture that is encoded; before the first, the anchor before. */
    private final YuvPicture source;
    private Reconstructions reconstructions = Reconstructions.UNWATCHED;

    /**
     * Where a group stands in the stream.
     *
     * @param anchor how many P pictures there are since the IDR picture, that of the group included
     * @param sinceIdr frames from the IDR picture to the anchor before
     * @param frame number of the group's first frame in the video
     */
    record Position(int anchor, int sinceIdr, int frame) {}

    /**
     * @param source the latest picture that is encoded; follows each group
     * @param field the motion of the latest anchor
     * @param columns the motion of its columns
     */
    GroupInterior(YuvPicture source, MacroblockGrid grid, Quantisers quantisers, MotionField field, ColumnMotion columns,
            ImmutableList<RateModel> rates) {
        this.quantisers = quantisers;
        this.touched = MacroblockSet.noneOf(source.size());
        this.source = source;
        this.coder = new BSlicePicture(grid, cabac, field, new CommonSyntax(cabac, grid),
                new ResidualSyntax(cabac, grid), columns, rates);
    }

    /** Has a listener told of each picture as a decoder shows it. */
    void watch(Reconstructions listener) {
        reconstructions = listener;
    }

    /**
     * Encodes the pictures of a group whose anchor is encoded, but the anchor, in the order in which they are shown.
     *
     * @param group the changes of its pictures, the anchor last
     * @param changed macroblocks that are not the same in all of them, in the anchor before, and as decoded
     * @param previous the anchor before, or the IDR picture
     * @param longTerm the IDR picture
     * @param next the group's anchor
     */
    void encode(Position where, List<PictureChange> group, BitSet changed, Reference previous, Reference longTerm,
            Reference next, PictureEncoder.Sink sink) throws IOException {
        int distance = group.size();
        int quantiser = quantisers.between();
        for (int since = 1; since <= distance; since++) {
            group.get(since - 1).apply(source, touched);
            if (since < distance) {
                SliceHeader.writeBetween(header, where.anchor(), where.sinceIdr() + since, quantiser);
                cabac.start(header, SliceHeader.INITIALISATION, quantiser);
                YuvPicture reconstruction = reconstructions.copyOf(next.picture());
                coder.encode(source, changed, since, distance, quantisers, previous, longTerm, next, reconstruction,
                        cabac);
                cabac.finish();
                int frame = where.frame() + since - 1;
                reconstructions.made(frame, reconstruction);
                units.clear();
                units.appendWithLength(NalUnits.UNREFERENCED_SLICE, cabac.bytes(), cabac.length());
                sink.take(new AccessUnit(ByteBuffer.wrap(units.bytes(), 0, units.length()), false, frame));
            }
        }
    }
}
