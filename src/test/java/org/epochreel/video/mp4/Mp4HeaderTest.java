package org.epochreel.video.mp4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.Mp4Box;
import org.epochreel.video.stream.ParameterSets;
import org.junit.jupiter.api.Test;

class Mp4HeaderTest {

    private static final byte[] SPS = {0x67, 0x42, (byte) 0xc0, 0x15, 1, 2, 3};
    private static final byte[] PPS = {0x68, 9, 8};

    private static Mp4Header header(FrameRate rate, ImmutableIntArray sizes, ImmutableIntArray keyframes) {
        ImmutableIntArray frames = ImmutableIntArray.copyOf(IntStream.range(0, sizes.length()));
        return header(rate, sizes, frames, keyframes);
    }

    private static Mp4Header header(
            FrameRate rate, ImmutableIntArray sizes, ImmutableIntArray frames, ImmutableIntArray keyframes) {
        return new Mp4Header(ImmutableList.of(Mp4Writer.track(new FrameSize(430, 290), rate,
                new ParameterSets(ByteBuffer.wrap(SPS), ByteBuffer.wrap(PPS)), sizes, new CompositionTimes(frames),
                keyframes)));
    }

    private static Mp4Header sevenPictures() {
        return header(FrameRate.of(3), ImmutableIntArray.of(100, 10, 20, 30, 40, 50, 60), ImmutableIntArray.of(1, 5));
    }

    /** A keyframe, P right behind it, P with two B before it, P with one; a second keyframe, P, P with one B. */
    private static Mp4Header reordered() {
        return header(new FrameRate(30000, 1001), ImmutableIntArray.of(90, 8, 7, 6, 5, 4, 3, 90, 8, 7, 6),
                ImmutableIntArray.of(0, 1, 4, 2, 3, 6, 5, 7, 8, 10, 9), ImmutableIntArray.of(1, 8));
    }

    @Test
    void theMovieStandsBeforeTheMediaAndHoldsOnlyIsoBoxes() {
        assertEquals(
                List.of("ftyp", "moov", "mvhd", "trak", "tkhd", "mdia", "mdhd", "hdlr", "minf", "vmhd", "dinf", "dref",
                        "url ", "stbl", "stsd", "avc1", "avcC", "colr", "pasp", "stts", "stss", "stsc", "stsz", "stco",
                        "mdat"),
                Mp4Box.types(Mp4Box.read(sevenPictures().bytes())));
    }

    @Test
    void brandsAreThoseOfTheIsoFormat() {
        ByteBuffer body = Mp4Box.only(Mp4Box.read(sevenPictures().bytes()), "ftyp").body();
        byte[] brands = new byte[body.limit()];
        body.get(brands);
        assertEquals("isom\0\0\2\0isomiso2avc1mp41", new String(brands, StandardCharsets.US_ASCII));
    }

    @Test
    void durationsCountTheFramesExactly() {
        List<Mp4Box> boxes = Mp4Box.read(header(new FrameRate(30000, 1001), ImmutableIntArray.of(9, 9, 9, 9, 9),
                ImmutableIntArray.of(1)).bytes());
        Mp4Box movie = Mp4Box.only(boxes, "mvhd");
        assertEquals(30000, movie.word(12));
        assertEquals(5005, movie.word(16));
        Mp4Box media = Mp4Box.only(boxes, "mdhd");
        assertEquals(30000, media.word(12));
        assertEquals(5005, media.word(16));
        assertEquals(5005, Mp4Box.only(boxes, "tkhd").word(20));
        Mp4Box times = Mp4Box.only(boxes, "stts");
        assertEquals(1, times.word(4));
        assertEquals(5, times.word(8));
        assertEquals(1001, times.word(12));
    }

    @Test
    void datesAreZero() {
        List<Mp4Box> boxes = Mp4Box.read(sevenPictures().bytes());
        for (String type : List.of("mvhd", "tkhd", "mdhd")) {
            assertEquals(0, Mp4Box.only(boxes, type).word(4), type + " created");
            assertEquals(0, Mp4Box.only(boxes, type).word(8), type + " modified");
        }
    }

    @Test
    void theTrackIsEnabledAndHasThePicturesSize() {
        Mp4Box track = Mp4Box.only(Mp4Box.read(sevenPictures().bytes()), "tkhd");
        assertEquals(3, track.word(0));
        assertEquals(1, track.word(12));
        assertEquals(430L << 16, track.word(76));
        assertEquals(290L << 16, track.word(80));
    }

    @Test
    void theSampleEntryDescribesTheStream() {
        List<Mp4Box> boxes = Mp4Box.read(sevenPictures().bytes());
        Mp4Box entry = Mp4Box.only(boxes, "avc1");
        assertEquals(430, entry.body().getShort(24));
        assertEquals(290, entry.body().getShort(26));
        assertArrayEquals(new byte[] {1, 0x42, (byte) 0xc0, 0x15, (byte) 0xff, (byte) 0xe1, 0, 7, 0x67, 0x42,
                (byte) 0xc0, 0x15, 1, 2, 3, 1, 0, 3, 0x68, 9, 8}, bytes(Mp4Box.only(boxes, "avcC")));
        assertArrayEquals(new byte[] {'n', 'c', 'l', 'x', 0, 1, 0, 1, 0, 1, 0}, bytes(Mp4Box.only(boxes, "colr")));
        assertArrayEquals(new byte[] {0, 0, 0, 1, 0, 0, 0, 1}, bytes(Mp4Box.only(boxes, "pasp")));
    }

    @Test
    void everyPictureIsFoundThroughTheTables() {
        ByteBuffer bytes = sevenPictures().bytes();
        List<Mp4Box> boxes = Mp4Box.read(bytes.duplicate());
        Mp4Box sizes = Mp4Box.only(boxes, "stsz");
        assertEquals(0, sizes.word(4));
        assertEquals(7, sizes.word(8));
        assertEquals(100, sizes.word(12));
        assertEquals(60, sizes.word(36));
        Mp4Box runs = Mp4Box.only(boxes, "stsc");
        assertEquals(2, runs.word(4));
        assertEquals(List.of(1L, 3L, 1L, 3L, 1L, 1L),
                List.of(runs.word(8), runs.word(12), runs.word(16), runs.word(20), runs.word(24), runs.word(28)));
        Mp4Box chunks = Mp4Box.only(boxes, "stco");
        long media = bytes.limit();
        assertEquals(3, chunks.word(4));
        assertEquals(media, chunks.word(8));
        assertEquals(media + 130, chunks.word(12));
        assertEquals(media + 250, chunks.word(16));
        Mp4Box keyframes = Mp4Box.only(boxes, "stss");
        assertEquals(List.of(2L, 1L, 5L), List.of(keyframes.word(4), keyframes.word(8), keyframes.word(12)));
        assertEquals(310 + 8, bytes.getInt(bytes.limit() - 8));
    }

    @Test
    void aVideoOfFewerFramesThanASecondIsOneChunk() {
        Mp4Box runs = Mp4Box.only(Mp4Box.read(
                header(FrameRate.of(25), ImmutableIntArray.of(7, 7), ImmutableIntArray.of(1)).bytes()), "stsc");
        assertEquals(List.of(1L, 1L, 2L, 1L), List.of(runs.word(4), runs.word(8), runs.word(12), runs.word(16)));
    }

    @Test
    void mediaBeyondFourGigabytesHaveLongOffsets() {
        ByteBuffer bytes = header(FrameRate.of(1), ImmutableIntArray.of(2_000_000_000, 2_000_000_000, 2_000_000_000),
                ImmutableIntArray.of(1)).bytes();
        Mp4Box chunks = Mp4Box.only(Mp4Box.read(bytes.duplicate()), "co64");
        assertEquals(3, chunks.word(4));
        assertEquals(bytes.limit(), chunks.body().getLong(8));
        assertEquals(bytes.limit() + 4_000_000_000L, chunks.body().getLong(24));
        assertEquals(1, bytes.getInt(bytes.limit() - 16));
        assertEquals(6_000_000_016L, bytes.getLong(bytes.limit() - 8));
    }

    @Test
    void aDurationThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> header(new FrameRate(999_999, 5000),
                ImmutableIntArray.copyOf(new int[858_994]), ImmutableIntArray.of(1)));
    }

    @Test
    void picturesInAnotherOrderHaveCompositionOffsetsAndAnEditThatTakesTheirDelayAway() {
        List<Mp4Box> boxes = Mp4Box.read(reordered().bytes());
        assertEquals(
                List.of("ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf", "vmhd",
                        "dinf", "dref", "url ", "stbl", "stsd", "avc1", "avcC", "colr", "pasp", "stts", "ctts", "stss",
                        "stsc", "stsz", "stco", "mdat"),
                Mp4Box.types(boxes));
        // Version and flags, how many runs, then each run's samples and offset.
        assertEquals(List.of(0L, 8L, 2L, 1001L, 1L, 3003L, 2L, 0L, 1L, 2002L, 1L, 0L, 2L, 1001L, 1L, 2002L, 1L, 0L),
                words(Mp4Box.only(boxes, "ctts")));
        // Version and flags, one edit: its duration, where in the media it begins, at normal speed.
        assertEquals(List.of(0L, 1L, 11 * 1001L, 1001L, 0x10000L), words(Mp4Box.only(boxes, "elst")));
    }

    @Test
    void everyFrameBeginsWhenTheOneBeforeItEndsInWhateverOrderTheyAreDecoded() {
        List<Mp4Box> boxes = Mp4Box.read(reordered().bytes());
        List<Long> runs = words(Mp4Box.only(boxes, "ctts"));
        long begin = words(Mp4Box.only(boxes, "elst")).get(3);
        List<Long> shown = new ArrayList<>();
        for (int run = 2; run < runs.size(); run += 2) {
            for (int i = 0; i < runs.get(run); i++) {
                shown.add(1001L * shown.size() + runs.get(run + 1) - begin);
            }
        }
        assertEquals(Stream.of(0, 1, 4, 2, 3, 6, 5, 7, 8, 10, 9).map(frame -> 1001L * frame).toList(), shown);
    }

    @Test
    void theDurationIsThatOfTheFramesAlsoWhenTheyAreReordered() {
        List<Mp4Box> boxes = Mp4Box.read(reordered().bytes());
        assertEquals(11 * 1001, Mp4Box.only(boxes, "mvhd").word(16));
        assertEquals(11 * 1001, Mp4Box.only(boxes, "tkhd").word(20));
        assertEquals(11 * 1001, Mp4Box.only(boxes, "mdhd").word(16));
        assertEquals(List.of(0L, 1L, 11L, 1001L), words(Mp4Box.only(boxes, "stts")));
    }

    @Test
    void keyframesAndSizesAreThoseOfTheDecodingOrder() {
        ByteBuffer bytes = reordered().bytes();
        List<Mp4Box> boxes = Mp4Box.read(bytes.duplicate());
        assertEquals(List.of(0L, 2L, 1L, 8L), words(Mp4Box.only(boxes, "stss")));
        assertEquals(List.of(0L, 0L, 11L, 90L, 8L, 7L, 6L, 5L, 4L, 3L, 90L, 8L, 7L, 6L),
                words(Mp4Box.only(boxes, "stsz")));
        assertEquals(List.of(0L, 1L, (long) bytes.limit()), words(Mp4Box.only(boxes, "stco")));
    }

    @Test
    void theDelayCountsAgainstTheLongestDuration() {
        int frames = 858_993;
        FrameRate rate = new FrameRate(999_999, 5000);
        int[] order = IntStream.range(0, frames).toArray();
        ImmutableIntArray sizes = ImmutableIntArray.copyOf(new int[frames]);
        header(rate, sizes, ImmutableIntArray.copyOf(order), ImmutableIntArray.of(1));
        order[frames - 2] = frames - 1;
        order[frames - 1] = frames - 2;
        assertThrows(IllegalArgumentException.class,
                () -> header(rate, sizes, ImmutableIntArray.copyOf(order), ImmutableIntArray.of(1)));
    }

    @Test
    void chunksOfSeveralTracksLieInTheFileByTimeAndEachTrackFindsItsOwn() {
        Track pictures = sevenPictures().tracks().get(0);
        // A second of 4 samples in 2 chunks; its first sample is decoded only, its last is cut short.
        Track other = new Track(pictures.media(), 4, ImmutableIntArray.of(1000, 2000, 3000, 4000, 5000), 1, 1,
                Optional.empty(), Optional.empty(), 1, 3, 2);
        Mp4Header header = new Mp4Header(ImmutableList.of(pictures, other));
        assertEquals("[0.0, 1.0, 1.1, 0.1, 1.2, 0.2]",
                header.chunks().stream().map(chunk -> chunk.track() + "." + chunk.number()).toList().toString());
        ByteBuffer bytes = header.bytes();
        List<Mp4Box> boxes = Mp4Box.read(bytes.duplicate());
        List<Mp4Box> tables = Mp4Box.all(boxes, "stco");
        long media = bytes.limit();
        assertEquals(List.of(0L, 3L, media, media + 130 + 3000 + 7000, media + 130 + 3000 + 7000 + 120 + 5000),
                words(tables.get(0)));
        assertEquals(List.of(0L, 3L, media + 130, media + 130 + 3000, media + 130 + 3000 + 7000 + 120),
                words(tables.get(1)));
        assertEquals(1, Mp4Box.all(boxes, "stss").size(), "a track without keyframes can start anywhere");
        assertEquals(List.of(0L, 1L, 2L, 1L, 0x10000L), words(Mp4Box.only(boxes, "elst")));
        assertEquals(3, Mp4Box.only(boxes, "mvhd").word(96));
        assertEquals(List.of(1L, 2L), Mp4Box.all(boxes, "tkhd").stream().map(track -> track.word(12)).toList());
    }

    private static List<Long> words(Mp4Box box) {
        return IntStream.range(0, box.body().limit() / 4).mapToObj(word -> box.word(4 * word)).toList();
    }

    private static byte[] bytes(Mp4Box box) {
        byte[] bytes = new byte[box.body().limit()];
        box.body().get(bytes);
        return bytes;
    }
}
