package org.epochreel.video.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.ReorderingEncoder;
import org.epochreel.video.VideoFile;
import org.epochreel.video.VideoFile.Encoding;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.residual.Quantisers;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ParameterSets;
import org.epochreel.video.stream.PictureChange;
import org.epochreel.video.stream.PictureEncoder;
import org.epochreel.video.stream.YuvPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingLanesTest {

    private static final FrameSize SIZE = new FrameSize(98, 66);
    private static final FrameRate RATE = FrameRate.of(10);
    private static final Path NAME = Path.of("a.mp4");

    @TempDir
    private Path folder;

    private enum Film {
        KEYFRAMES_OF_THE_SCHEDULE(75, 40, i -> false),
        KEYFRAMES_IN_A_ROW(60, 40, i -> i % 16 < 5),
        ONLY_KEYFRAMES(12, 40, i -> true),
        SHORTER_THAN_A_GROUP(7, 40, i -> false),
        ONE_FRAME(1, 40, i -> false),
        TWO_KEYFRAMES(2, 40, i -> true),
        EVERYTHING_CHANGES(50, 5000, i -> i == 33),
        NOTHING_CHANGES(45, 0, i -> i == 17);

        private final int frames;
        private final int changes;
        private final IntPredicate keyframes;

        Film(int frames, int changes, IntPredicate keyframes) {
            this.frames = frames;
            this.changes = changes;
            this.keyframes = keyframes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVideoIsTheSameWithAndWithoutThreads(Film film) throws IOException {
        byte[] same = write(film, Encoding.SAME_THREAD);
        assertTrue(same.length > 1000);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(same, write(film, Encoding.OWN_THREADS));
        }
    }

    private byte[] write(Film film, Encoding encoding) throws IOException {
        Path file = folder.resolve(encoding + ".mp4");
        Random random = new Random(5);
        int[] pixels = new int[SIZE.pixels()];
        try (VideoFile video = new VideoFile(file, SIZE, RATE,
                lane -> H264Encoder.ofLane(SIZE, RATE, new Quantisers(14, 22, 14), lane), encoding)) {
            for (int i = 0; i < film.frames; i++) {
                MacroblockSet touched = i == 0 ? MacroblockSet.allOf(SIZE) : MacroblockSet.noneOf(SIZE);
                for (int j = 0; j < film.changes; j++) {
                    int at = random.nextInt(pixels.length);
                    pixels[at] = random.nextInt(1 << 24);
                    touched.addPixels(at % 98, at / 98, at % 98, at / 98);
                }
                video.write(new Frame(SIZE, pixels, touched), film.keyframes.test(i));
            }
            video.finish();
            assertEquals(film.frames, video.frames());
        }
        return Files.readAllBytes(file);
    }

    /** Follows what it is told was touched, and checks that nothing else was. */
    private static final class Follower implements PictureEncoder {

        private final YuvPicture followed = new YuvPicture(SIZE);
        private int pictures;

        @Override
        public ParameterSets parameterSets() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void encode(YuvPicture picture, MacroblockSet touched, boolean keyframe, Sink sink) throws IOException {
            PictureChange change = new PictureChange();
            change.record(picture, touched);
            change.apply(followed, MacroblockSet.noneOf(SIZE));
            assertArrayEquals(picture.luma(), followed.luma());
            assertArrayEquals(picture.redChroma(), followed.redChroma());
            byte[] unit = {0, 0, 0, 1, picture.luma()[0]};
            sink.take(new AccessUnit(ByteBuffer.wrap(unit), keyframe, pictures++));
        }

        @Override
        public void flush(Sink sink) {
            // Nothing is held back.
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachLaneHearsOfAllThatChangedSinceItsLastPicture(Encoding encoding) throws IOException {
        Random random = new Random(3);
        List<Integer> expected = new ArrayList<>();
        List<Integer> frames = new ArrayList<>();
        List<Integer> samples = new ArrayList<>();
        YuvPicture picture = new YuvPicture(SIZE);
        MacroblockSet changed = MacroblockSet.allOf(SIZE);
        try (EncodingLanes lanes = lanes(encoding, lane -> new Follower(), unit -> {
            frames.add(unit.frame());
            samples.add((int) unit.bytes().get(4));
        })) {
            for (int i = 0; i < 400; i++) {
                int column = random.nextInt(SIZE.macroblockColumns());
                int row = random.nextInt(SIZE.macroblockRows());
                changed.add(column, row);
                changed.add(0, 0);
                picture.luma()[(row * 16 + 3) * picture.lumaStride() + column * 16 + 5] = (byte) random.nextInt(256);
                picture.redChroma()[(row * 8 + 7) * picture.chromaStride() + column * 8] = (byte) random.nextInt(256);
                picture.luma()[0] = (byte) i;
                expected.add((int) (byte) i);
                lanes.encode(picture, changed, i == 0 || random.nextInt(8) == 0);
                changed.clear();
            }
            lanes.finish();
        }
        assertEquals(expected, samples);
        for (int i = 0; i < 400; i++) {
            assertEquals(i, frames.get(i));
        }
    }

    private static EncodingLanes lanes(
            Encoding encoding, IntFunction<PictureEncoder> encoders, PictureEncoder.Sink target) {
        return encoding == Encoding.OWN_THREADS ? EncodingLanes.onOwnThreads(NAME, SIZE, RATE, encoders, target)
                : EncodingLanes.onSameThread(NAME, SIZE, encoders, target);
    }

    @Test
    void aShortFilmNeedsOneEncoder() throws IOException {
        List<Integer> made = new ArrayList<>();
        try (EncodingLanes lanes = lanes(Encoding.OWN_THREADS, lane -> {
            made.add(lane);
            return new Follower();
        }, unit -> { })) {
            hand(lanes, 19, 20);
            lanes.finish();
        }
        assertEquals(List.of(0), made);
    }

    /** Hands over pictures that change all over. */
    private static void hand(EncodingLanes lanes, int count, int keyframeDistance) throws IOException {
        for (int i = 0; i < count; i++) {
            lanes.encode(new YuvPicture(SIZE), MacroblockSet.allOf(SIZE), i % keyframeDistance == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureOfTheTargetReachesWhoeverHandsOverPictures(Encoding encoding) {
        IOException full = new IOException("no room");
        try (EncodingLanes lanes = lanes(encoding, lane -> new Follower(), unit -> {
            if (unit.frame() == 15) {
                throw full;
            }
        })) {
            IOException thrown = assertThrows(IOException.class, () -> {
                hand(lanes, 1000, 10);
                lanes.finish();
            });
            assertSame(full, thrown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureAtTheEndIsNotLost(Encoding encoding) {
        try (EncodingLanes lanes = lanes(encoding, lane -> {
            if (lane == 1) {
                throw new IllegalStateException("no such lane");
            }
            return new Follower();
        }, unit -> { })) {
            Exception thrown = assertThrows(IllegalStateException.class, () -> {
                hand(lanes, 12, 11);
                lanes.finish();
            });
            assertEquals("a.mp4: frame 11 could not be encoded: no such lane", thrown.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureOfTheLaterTurnLetsTheEarlierGo(Encoding encoding) {
        try (EncodingLanes lanes = lanes(encoding, lane -> lane == 0 ? new Follower() : new ReorderingEncoder(
                2, Set.of(2), Set.of()), unit -> { })) {
            Exception thrown = assertThrows(IllegalStateException.class, () -> {
                hand(lanes, 1000, 2);
                lanes.finish();
            });
            assertEquals("a.mp4: frame 2 could not be encoded: too hard", thrown.getMessage());
        }
    }

    /** An encoder that never gets done, unless it is interrupted. */
    private static PictureEncoder stuck(CountDownLatch busy, List<Thread> threads) {
        return new PictureEncoder() {
            @Override
            public ParameterSets parameterSets() {
                throw new AssertionError("nobody asks");
            }

            @Override
            public void encode(YuvPicture picture, MacroblockSet touched, boolean keyframe, Sink sink)
                    throws IOException {
                synchronized (threads) {
                    threads.add(Thread.currentThread());
                }
                busy.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void flush(Sink sink) {
                throw new AssertionError("nothing was encoded");
            }
        };
    }

    @Test
    void closingEndsThreadsThatAreBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(2);
        List<Thread> threads = new ArrayList<>();
        EncodingLanes lanes = lanes(Encoding.OWN_THREADS, lane -> stuck(busy, threads), unit -> { });
        hand(lanes, 4, 2);
        busy.await();
        lanes.close();
        assertEquals(2, threads.size());
        for (Thread thread : threads) {
            assertEnds(thread);
        }
    }

    @Test
    void closingEndsALaneThatWaitsForTheOther() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        EncodingLanes lanes = lanes(Encoding.OWN_THREADS, lane -> lane == 0 ? stuck(busy, threads) : new Follower(),
                unit -> { });
        hand(lanes, 7, 2);
        busy.await();
        lanes.close();
        assertEnds(threads.get(0));
    }

    /** A thread that is done with its work may take a moment more. */
    private static void assertEnds(Thread thread) throws InterruptedException {
        thread.join(60_000);
        assertFalse(thread.isAlive());
    }

    @Test
    void whoeverWaitsForRoomCanBeInterrupted() {
        try (EncodingLanes lanes = lanes(
                Encoding.OWN_THREADS, lane -> stuck(new CountDownLatch(1), new ArrayList<>()), unit -> { })) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> hand(lanes, 1000, 20));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whoeverWaitsForTheEndCanBeInterrupted() throws IOException {
        try (EncodingLanes lanes = lanes(
                Encoding.OWN_THREADS, lane -> stuck(new CountDownLatch(1), new ArrayList<>()), unit -> { })) {
            hand(lanes, 3, 2);
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, lanes::finish);
            assertTrue(Thread.interrupted());
        }
    }
}
