package org.epochreel.video.mp4;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.ParameterSets;
import org.jcodec.common.model.Rational;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.ChunkOffsets64Box;
import org.jcodec.containers.mp4.boxes.ChunkOffsetsBox;
import org.jcodec.containers.mp4.boxes.CompositionOffsetsBox;
import org.jcodec.containers.mp4.boxes.DataInfoBox;
import org.jcodec.containers.mp4.boxes.DataRefBox;
import org.jcodec.containers.mp4.boxes.Edit;
import org.jcodec.containers.mp4.boxes.EditListBox;
import org.jcodec.containers.mp4.boxes.FileTypeBox;
import org.jcodec.containers.mp4.boxes.FullBox;
import org.jcodec.containers.mp4.boxes.Header;
import org.jcodec.containers.mp4.boxes.MediaBox;
import org.jcodec.containers.mp4.boxes.MediaInfoBox;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
import org.jcodec.containers.mp4.boxes.PixelAspectExt;
import org.jcodec.containers.mp4.boxes.SampleDescriptionBox;
import org.jcodec.containers.mp4.boxes.SampleEntry;
import org.jcodec.containers.mp4.boxes.SampleSizesBox;
import org.jcodec.containers.mp4.boxes.SampleToChunkBox;
import org.jcodec.containers.mp4.boxes.SampleToChunkBox.SampleToChunkEntry;
import org.jcodec.containers.mp4.boxes.SyncSamplesBox;
import org.jcodec.containers.mp4.boxes.TimeToSampleBox;
import org.jcodec.containers.mp4.boxes.TimeToSampleBox.TimeToSampleEntry;
import org.jcodec.containers.mp4.boxes.TrakBox;
import org.jcodec.containers.mp4.boxes.UrlBox;
import org.jcodec.containers.mp4.boxes.VideoMediaHeaderBox;
import org.jcodec.containers.mp4.boxes.VideoSampleEntry;

/**
 * Everything of an MP4 file that stands before its coded pictures: {@code ftyp}, {@code moov} and the head of
 * {@code mdat}, for one H.264 track whose pictures follow each other without gaps (ISO/IEC 14496-12 and 14496-15).
 * Where pictures are decoded in another order than they are shown, composition offsets tell their times and an edit
 * list takes away the delay that comes with them.
 *
 * <p>Time is counted in units of 1/numerator of the frame rate, so every duration is exact. All dates are zero, the
 * format's epoch of 1904.
 *
 * @param sampleSizes bytes of each access unit, in the order of the media, which is that of decoding
 * @param times when each of them is shown
 * @param keyframes numbers of the keyframes in the order of decoding, counted from 1, ascending
 */
record Mp4Header(FrameSize size, FrameRate rate, ParameterSets parameterSets, ImmutableIntArray sampleSizes,
        CompositionTimes times, ImmutableIntArray keyframes) {

    /** The most units of time that a file can last. */
    static final long MAX_DURATION = 0xffff_ffffL;

    private static final long MAX_OFFSET_32 = 0xffff_ffffL;
    private static final int TRACK_ID = 1;
    private static final int TRACK_ENABLED_IN_MOVIE = 3;
    private static final short UNDETERMINED_LANGUAGE = 0x55c4;
    /** 1 as a number with 16 binary places, and full volume, which has 8. */
    private static final int ONE = 1 << 16;
    private static final short FULL_VOLUME = 1 << 8;
    private static final int BYTES_BESIDE_TABLES = 4096;

    Mp4Header {
        if (sampleSizes.isEmpty()) {
            throw new IllegalArgumentException("an MP4 file needs at least one picture");
        }
        if (times.frames().length() != sampleSizes.length()) {
            throw new IllegalArgumentException(
                    sampleSizes.length() + " pictures have the times of " + times.frames().length());
        }
        // With its delay, the last composition time fits, too, and so does every offset.
        if (duration((long) sampleSizes.length() + times.delay(), rate) > MAX_DURATION) {
            throw new IllegalArgumentException(sampleSizes.length() + " pictures at " + rate
                    + " frames a second are longer than an MP4 file can last");
        }
    }

    /** The duration of so many frames in units of time. */
    static long duration(long frames, FrameRate rate) {
        return frames * rate.denominator();
    }

    /** The header's bytes, to be followed at once by the media. */
    ByteBuffer bytes() {
        long media = 0;
        for (int i = 0; i < sampleSizes.length(); i++) {
            media += sampleSizes.get(i);
        }
        ByteBuffer fileType = serialise(
                FileTypeBox.createFileTypeBox("isom", 512, List.of("isom", "iso2", "avc1", "mp41")));
        long length = fileType.limit() + serialise(movie(0, false)).limit() + 8L;
        boolean large = length + media > MAX_OFFSET_32;
        if (large) {
            length = fileType.limit() + serialise(movie(0, true)).limit() + 16L;
        }
        ByteBuffer movie = serialise(movie(length, large));
        ByteBuffer header = ByteBuffer.allocate((int) length).put(fileType).put(movie);
        header.putInt(large ? 1 : (int) (media + 8)).put(ascii("mdat"));
        if (large) {
            header.putLong(media + 16);
        }
        return header.flip();
    }

    private ByteBuffer serialise(Box box) {
        int tables = 4 * sampleSizes.length() + 4 * keyframes.length() + 8 * chunks() + 8 * compositionOffsets().length;
        ByteBuffer target = ByteBuffer.allocate(BYTES_BESIDE_TABLES + tables);
        box.write(target);
        return target.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private MovieBox movie(long mediaStart, boolean large) {
        MovieBox movie = MovieBox.createMovieBox();
        long duration = duration(sampleSizes.length(), rate);
        movie.add(movieHeader(duration));
        TrakBox track = TrakBox.createTrakBox();
        track.add(trackHeader(duration));
        if (times.delay() > 0) {
            track.add(edits(duration));
        }
        MediaBox media = MediaBox.createMediaBox();
        media.add(mediaHeader(duration));
        media.add(handler());
        media.add(mediaInformation(mediaStart, large));
        track.add(media);
        movie.add(track);
        return movie;
    }

    /** The presentation begins where the first frame is shown (ISO/IEC 14496-12, 8.6.6). */
    private NodeBox edits(long duration) {
        NodeBox edits = new NodeBox(new Header("edts"));
        edits.add(EditListBox.createEditListBox(List.of(new Edit(duration, duration(times.delay(), rate), 1))));
        return edits;
    }

    // JCodec's own three headers look up the calendar of the user's locale, which takes longer than all the rest of this
    // file, to say that no time is known: 0 in the fields of creation and modification (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2).

    private Box movieHeader(long duration) {
        ByteBuffer body = ByteBuffer.allocate(100);
        body.putInt(12, rate.numerator()).putInt(16, (int) duration).putInt(20, ONE).putShort(24, FULL_VOLUME);
        putIdentity(body, 36);
        return leaf("mvhd", body.putInt(96, TRACK_ID + 1));
    }

    private Box trackHeader(long duration) {
        ByteBuffer body = ByteBuffer.allocate(84);
        body.putInt(0, TRACK_ENABLED_IN_MOVIE).putInt(12, TRACK_ID).putInt(20, (int) duration);
        putIdentity(body, 40);
        return leaf("tkhd", body.putInt(76, size.width() << 16).putInt(80, size.height() << 16));
    }

    /** The samples' durations together, without the delay: players that read no edit list show this one. */
    private Box mediaHeader(long duration) {
        ByteBuffer body = ByteBuffer.allocate(24);
        return leaf("mdhd", body.putInt(12, rate.numerator()).putInt(16, (int) duration)
                .putShort(20, UNDETERMINED_LANGUAGE));
    }

    private static void putIdentity(ByteBuffer body, int matrix) {
        body.putInt(matrix, ONE).putInt(matrix + 16, ONE).putInt(matrix + 32, 0x40000000);
    }

    private static Box flagged(FullBox box, int flags) {
        box.setFlags(flags);
        return box;
    }

    /** JCodec's own is QuickTime's, without the zero that ends an ISO file's name. */
    private static Box handler() {
        byte[] name = ascii("VideoHandler\0");
        ByteBuffer body = ByteBuffer.allocate(24 + name.length);
        body.position(8);
        body.put(ascii("vide"));
        body.position(24);
        return leaf("hdlr", body.put(name).flip());
    }

    private static Box leaf(String type, ByteBuffer body) {
        return Box.createLeafBox(Header.createHeader(type, 8L + body.remaining()), body);
    }

    private NodeBox mediaInformation(long mediaStart, boolean large) {
        DataRefBox references = DataRefBox.createDataRefBox();
        // This flag says that the media are in the same file.
        references.add(flagged(UrlBox.createUrlBox(null), 1));
        DataInfoBox dataInformation = DataInfoBox.createDataInfoBox();
        dataInformation.add(references);
        MediaInfoBox information = MediaInfoBox.createMediaInfoBox();
        information.add(flagged(VideoMediaHeaderBox.createVideoMediaHeaderBox(0, 0, 0, 0), 1));
        information.add(dataInformation);
        information.add(sampleTable(mediaStart, large));
        return information;
    }

    private NodeBox sampleTable(long mediaStart, boolean large) {
        NodeBox table = new NodeBox(new Header("stbl"));
        table.add(SampleDescriptionBox.createSampleDescriptionBox(new SampleEntry[] {sampleEntry()}));
        table.add(TimeToSampleBox.createTimeToSampleBox(
                new TimeToSampleEntry[] {new TimeToSampleEntry(sampleSizes.length(), rate.denominator())}));
        if (times.delay() > 0) {
            table.add(CompositionOffsetsBox.createCompositionOffsetsBox(compositionOffsets()));
        }
        table.add(SyncSamplesBox.createSyncSamplesBox(keyframes.toArray()));
        table.add(SampleToChunkBox.createSampleToChunkBox(samplesToChunks()));
        table.add(SampleSizesBox.createSampleSizesBox2(sampleSizes.toArray()));
        long[] offsets = chunkOffsets(mediaStart);
        table.add(large
                ? ChunkOffsets64Box.createChunkOffsets64Box(offsets)
                : ChunkOffsetsBox.createChunkOffsetsBox(offsets));
        return table;
    }

    /** Runs of equal offsets; none where pictures are decoded as they are shown. */
    private CompositionOffsetsBox.Entry[] compositionOffsets() {
        int delay = times.delay();
        int pictures = delay == 0 ? 0 : sampleSizes.length();
        List<CompositionOffsetsBox.Entry> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= pictures; i++) {
            if (i == pictures || times.lead(i) != times.lead(start)) {
                int offset = (int) duration(times.lead(start) + delay, rate);
                runs.add(new CompositionOffsetsBox.Entry(i - start, offset));
                start = i;
            }
        }
        return runs.toArray(CompositionOffsetsBox.Entry[]::new);
    }

    private SampleEntry sampleEntry() {
        VideoSampleEntry entry = VideoSampleEntry.createVideoSampleEntry(new Header("avc1"), (short) 0, (short) 0,
                "\0\0\0\0", 0, 0, (short) size.width(), (short) size.height(), 72, 72, (short) 1, "", (short) 24,
                (short) 1, (short) -1);
        entry.add(leaf("avcC", decoderConfiguration()));
        entry.add(leaf("colr", colour()));
        entry.add(PixelAspectExt.createPixelAspectExt(Rational.R(1, 1)));
        return entry;
    }

    /** JCodec's own leaves the constraint flags out (ISO/IEC 14496-15, 5.3.3.1). */
    private ByteBuffer decoderConfiguration() {
        ByteBuffer sps = parameterSets.sps();
        ByteBuffer pps = parameterSets.pps();
        ByteBuffer body = ByteBuffer.allocate(11 + sps.remaining() + pps.remaining());
        body.put((byte) 1);
        body.put((byte) parameterSets.profile());
        body.put((byte) parameterSets.profileCompatibility());
        body.put((byte) parameterSets.level());
        body.put((byte) (0xfc | 3));
        body.put((byte) (0xe0 | 1)).putShort((short) sps.remaining()).put(sps);
        body.put((byte) 1).putShort((short) pps.remaining()).put(pps);
        return body.flip();
    }

    /** BT.709 three times and a zero bit for the limited range; JCodec's own is QuickTime's, without the range. */
    private static ByteBuffer colour() {
        return ByteBuffer.allocate(11).put(ascii("nclx"))
                .putShort((short) 1).putShort((short) 1).putShort((short) 1).put((byte) 0).flip();
    }

    /** About a second's frames, so that a player that reads chunk by chunk need not hold more. */
    private int samplesPerChunk() {
        return (rate.numerator() + rate.denominator() - 1) / rate.denominator();
    }

    private int chunks() {
        return (sampleSizes.length() + samplesPerChunk() - 1) / samplesPerChunk();
    }

    private SampleToChunkEntry[] samplesToChunks() {
        int perChunk = samplesPerChunk();
        int fullChunks = sampleSizes.length() / perChunk;
        SampleToChunkEntry rest = new SampleToChunkEntry(fullChunks + 1, sampleSizes.length() % perChunk, 1);
        SampleToChunkEntry full = new SampleToChunkEntry(1, perChunk, 1);
        if (fullChunks == 0) {
            return new SampleToChunkEntry[] {rest};
        }
        return rest.getCount() == 0 ? new SampleToChunkEntry[] {full} : new SampleToChunkEntry[] {full, rest};
    }

    private long[] chunkOffsets(long mediaStart) {
        long[] offsets = new long[chunks()];
        long position = mediaStart;
        for (int i = 0; i < sampleSizes.length(); i++) {
            if (i % samplesPerChunk() == 0) {
                offsets[i / samplesPerChunk()] = position;
            }
            position += sampleSizes.get(i);
        }
        return offsets;
    }
}
