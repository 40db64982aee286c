package org.epochreel.video.mp4;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.stream.Chapter;
import org.jcodec.containers.mp4.boxes.Box;
import org.jcodec.containers.mp4.boxes.ChunkOffsets64Box;
import org.jcodec.containers.mp4.boxes.ChunkOffsetsBox;
import org.jcodec.containers.mp4.boxes.CompositionOffsetsBox;
import org.jcodec.containers.mp4.boxes.DataInfoBox;
import org.jcodec.containers.mp4.boxes.DataRefBox;
import org.jcodec.containers.mp4.boxes.Edit;
import org.jcodec.containers.mp4.boxes.EditListBox;
import org.jcodec.containers.mp4.boxes.FileTypeBox;
import org.jcodec.containers.mp4.boxes.Header;
import org.jcodec.containers.mp4.boxes.MediaBox;
import org.jcodec.containers.mp4.boxes.MediaInfoBox;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
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

/**
 * Everything of an MP4 file that stands before its media: {@code ftyp}, {@code moov} and the head of {@code mdat}, for
 * tracks whose chunks are interleaved by time (ISO/IEC 14496-12). Where samples are decoded in another order than they
 * are shown, composition offsets tell their times; an edit list takes away what is decoded only.
 *
 * <p>The movie's time is counted in the units of the first track. All dates are zero, the format's epoch of 1904.
 *
 * @param tracks at least one; their numbers in the file are 1, 2, ...
 * @param chapters by their start; at most {@link ChapterList#MOST} are told
 */
record Mp4Header(ImmutableList<Track> tracks, ImmutableList<Chapter> chapters) {

    private static final long MAX_OFFSET_32 = 0xffff_ffffL;
    private static final int TRACK_ENABLED_IN_MOVIE = 3;
    private static final short UNDETERMINED_LANGUAGE = 0x55c4;
    /** 1 as a number with 16 binary places, and full volume, which has 8. */
    private static final int ONE = 1 << 16;
    private static final short FULL_VOLUME = 1 << 8;
    private static final int BYTES_BESIDE_TABLES = 4096;

    /** A chunk of a track, both counted from 0. */
    record Chunk(int track, int number) {}

    /** A file without chapters. */
    Mp4Header(ImmutableList<Track> tracks) {
        this(tracks, ImmutableList.of());
    }

    Mp4Header {
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("an MP4 file needs at least one track");
        }
        if (tracks.stream().anyMatch(track -> inMovieTime(track.played(), track, tracks.get(0)) > Track.MAX_DURATION)) {
            throw new IllegalArgumentException("a track is longer than an MP4 file can last");
        }
    }

    /** All chunks in the order in which they lie in the file: by the time at which they are decoded. */
    ImmutableList<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            for (int number = 0; number < tracks.get(track).chunks(); number++) {
                chunks.add(new Chunk(track, number));
            }
        }
        if (tracks.size() > 1) {
            chunks.sort(Comparator.comparingDouble(
                    chunk -> (double) tracks.get(chunk.track).startOf(chunk.number) / tracks.get(chunk.track).timeScale()));
        }
        return ImmutableList.copyOf(chunks);
    }

    /** The header's bytes, to be followed at once by the {@link #chunks}. */
    ByteBuffer bytes() {
        long media = 0;
        for (Chunk chunk : chunks()) {
            media += tracks.get(chunk.track).bytesOf(chunk.number);
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
        header.putInt(large ? 1 : (int) (media + 8)).put(Boxes.ascii("mdat"));
        if (large) {
            header.putLong(media + 16);
        }
        return header.flip();
    }

    private ByteBuffer serialise(Box box) {
        int length = BYTES_BESIDE_TABLES + ChapterList.MOST_BYTES;
        for (Track track : tracks) {
            length += BYTES_BESIDE_TABLES + 4 * track.count() + 8 * track.chunks() + 8 * compositionOffsets(track).length
                    + 4 * track.keyframes().map(keyframes -> keyframes.length()).orElse(0);
        }
        ByteBuffer target = ByteBuffer.allocate(length);
        box.write(target);
        return target.flip();
    }

    private MovieBox movie(long mediaStart, boolean large) {
        MovieBox movie = MovieBox.createMovieBox();
        movie.add(movieHeader());
        long[][] offsets = chunkOffsets(mediaStart);
        for (int i = 0; i < tracks.size(); i++) {
            movie.add(track(i, offsets[i], large));
        }
        if (!chapters.isEmpty()) {
            NodeBox userData = new NodeBox(new Header("udta"));
            userData.add(ChapterList.box(chapters));
            movie.add(userData);
        }
        return movie;
    }

    private TrakBox track(int number, long[] chunkOffsets, boolean large) {
        Track track = tracks.get(number);
        TrakBox box = TrakBox.createTrakBox();
        box.add(trackHeader(number + 1, track));
        if (track.start() > 0) {
            box.add(edits(track));
        }
        MediaBox media = MediaBox.createMediaBox();
        media.add(mediaHeader(track));
        media.add(handler(track.media()));
        media.add(mediaInformation(track, chunkOffsets, large));
        box.add(media);
        return box;
    }

    private static long inMovieTime(long units, Track track, Track first) {
        // Rounded down, so that no track ends after its media.
        return track.timeScale() == first.timeScale() ? units
                : (long) ((double) units * first.timeScale() / track.timeScale());
    }

    private long played(Track track) {
        return inMovieTime(track.played(), track, tracks.get(0));
    }

    /** The presentation begins at the track's start (ISO/IEC 14496-12, 8.6.6). */
    private NodeBox edits(Track track) {
        NodeBox edits = new NodeBox(new Header("edts"));
        edits.add(EditListBox.createEditListBox(List.of(new Edit(played(track), track.start(), 1))));
        return edits;
    }

    // JCodec's own three headers look up the calendar of the user's locale, which takes longer than all the rest of this
    // file, to say that no time is known: 0 in the fields of creation and modification (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2).

    private Box movieHeader() {
        long duration = tracks.stream().mapToLong(this::played).max().orElseThrow();
        ByteBuffer body = ByteBuffer.allocate(100);
        body.putInt(12, tracks.get(0).timeScale()).putInt(16, (int) duration).putInt(20, ONE).putShort(24, FULL_VOLUME);
        putIdentity(body, 36);
        return Boxes.leaf("mvhd", body.putInt(96, tracks.size() + 1));
    }

    private Box trackHeader(int number, Track track) {
        ByteBuffer body = ByteBuffer.allocate(84);
        body.putInt(0, TRACK_ENABLED_IN_MOVIE).putInt(12, number).putInt(20, (int) played(track));
        putIdentity(body, 40);
        Optional<FrameSize> size = track.media().size();
        if (size.isPresent()) {
            body.putInt(76, size.get().width() << 16).putInt(80, size.get().height() << 16);
        } else {
            body.putShort(36, FULL_VOLUME);
        }
        return Boxes.leaf("tkhd", body);
    }

    /** The samples' durations together, whatever is played of them: players that read no edit list show this one. */
    private static Box mediaHeader(Track track) {
        ByteBuffer body = ByteBuffer.allocate(24);
        return Boxes.leaf("mdhd", body.putInt(12, track.timeScale()).putInt(16, (int) track.duration())
                .putShort(20, UNDETERMINED_LANGUAGE));
    }

    private static void putIdentity(ByteBuffer body, int matrix) {
        body.putInt(matrix, ONE).putInt(matrix + 16, ONE).putInt(matrix + 32, 0x40000000);
    }

    /** JCodec's own is QuickTime's, without the zero that ends an ISO file's name. */
    private static Box handler(TrackMedia media) {
        byte[] name = Boxes.ascii(media.handlerName() + "\0");
        ByteBuffer body = ByteBuffer.allocate(24 + name.length);
        body.position(8);
        body.put(Boxes.ascii(media.handler()));
        body.position(24);
        return Boxes.leaf("hdlr", body.put(name).flip());
    }

    private static NodeBox mediaInformation(Track track, long[] chunkOffsets, boolean large) {
        DataRefBox references = DataRefBox.createDataRefBox();
        // This flag says that the media are in the same file.
        references.add(Boxes.flagged(UrlBox.createUrlBox(null), 1));
        DataInfoBox dataInformation = DataInfoBox.createDataInfoBox();
        dataInformation.add(references);
        MediaInfoBox information = MediaInfoBox.createMediaInfoBox();
        information.add(track.media().mediaHeader());
        information.add(dataInformation);
        information.add(sampleTable(track, chunkOffsets, large));
        return information;
    }

    private static NodeBox sampleTable(Track track, long[] chunkOffsets, boolean large) {
        NodeBox table = new NodeBox(new Header("stbl"));
        table.add(SampleDescriptionBox.createSampleDescriptionBox(new SampleEntry[] {track.media().sampleEntry()}));
        table.add(TimeToSampleBox.createTimeToSampleBox(durations(track)));
        CompositionOffsetsBox.Entry[] offsets = compositionOffsets(track);
        if (offsets.length > 0) {
            table.add(CompositionOffsetsBox.createCompositionOffsetsBox(offsets));
        }
        track.keyframes().ifPresent(
                keyframes -> table.add(SyncSamplesBox.createSyncSamplesBox(keyframes.toArray())));
        table.add(SampleToChunkBox.createSampleToChunkBox(samplesToChunks(track)));
        table.add(SampleSizesBox.createSampleSizesBox2(track.sampleSizes().toArray()));
        table.add(large
                ? ChunkOffsets64Box.createChunkOffsets64Box(chunkOffsets)
                : ChunkOffsetsBox.createChunkOffsetsBox(chunkOffsets));
        track.media().furtherTables(track.count()).forEach(table::add);
        return table;
    }

    private static TimeToSampleEntry[] durations(Track track) {
        if (track.lastDuration() == track.sampleDuration() || track.count() == 1) {
            return new TimeToSampleEntry[] {new TimeToSampleEntry(track.count(), track.lastDuration())};
        }
        return new TimeToSampleEntry[] {new TimeToSampleEntry(track.count() - 1, track.sampleDuration()),
                new TimeToSampleEntry(1, track.lastDuration())};
    }

    /** Runs of equal offsets; none where samples are decoded as they are shown. */
    private static CompositionOffsetsBox.Entry[] compositionOffsets(Track track) {
        Optional<CompositionTimes> order = track.order();
        if (order.isEmpty() || order.get().delay() == 0) {
            return new CompositionOffsetsBox.Entry[0];
        }
        CompositionTimes times = order.get();
        List<CompositionOffsetsBox.Entry> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= track.count(); i++) {
            if (i == track.count() || times.lead(i) != times.lead(start)) {
                int offset = (times.lead(start) + times.delay()) * track.sampleDuration();
                runs.add(new CompositionOffsetsBox.Entry(i - start, offset));
                start = i;
            }
        }
        return runs.toArray(CompositionOffsetsBox.Entry[]::new);
    }

    private static SampleToChunkEntry[] samplesToChunks(Track track) {
        int perChunk = track.samplesPerChunk();
        int fullChunks = track.count() / perChunk;
        SampleToChunkEntry rest = new SampleToChunkEntry(fullChunks + 1, track.count() % perChunk, 1);
        SampleToChunkEntry full = new SampleToChunkEntry(1, perChunk, 1);
        if (fullChunks == 0) {
            return new SampleToChunkEntry[] {rest};
        }
        return rest.getCount() == 0 ? new SampleToChunkEntry[] {full} : new SampleToChunkEntry[] {full, rest};
    }

    private long[][] chunkOffsets(long mediaStart) {
        long[][] offsets = new long[tracks.size()][];
        for (int i = 0; i < tracks.size(); i++) {
            offsets[i] = new long[tracks.get(i).chunks()];
        }
        long position = mediaStart;
        for (Chunk chunk : chunks()) {
            offsets[chunk.track][chunk.number] = position;
            position += tracks.get(chunk.track).bytesOf(chunk.number);
        }
        return offsets;
    }
}
