package org.epochreel.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.epochreel.frame.Frame;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.frame.MacroblockSet;
import org.epochreel.video.h264.H264Encoder;
import org.epochreel.video.h264.Quantisers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingThreadTest {

    private static final FrameSize SIZE = new FrameSize(98, 66);

    @TempDir
    private Path folder;

    @Test
    void aVideoIsTheSameWithAndWithoutTheThread() throws IOException {
        Path own = write(VideoFile.Encoding.OWN_THREAD);
        Path same = write(VideoFile.Encoding.SAME_THREAD);
        assertArrayEquals(Files.readAllBytes(same), Files.readAllBytes(own));
    }

    @Test
    void picturesArriveInOrderWithAllTheirSamples() throws IOException {
        List<Integer> firstSamples = new ArrayList<>();
        YuvPicture picture = new YuvPicture(SIZE);
        MacroblockSet changed = MacroblockSet.allOf(SIZE);
        try (EncodingThread thread = new EncodingThread("test", SIZE, (encoded, touched, keyframe) -> {
            firstSamples.add((int) encoded.luma()[0]);
            assertEquals(keyframe, encoded.luma()[0] % 10 == 0);
        })) {
            for (int i = 0; i < 100; i++) {
                picture.luma()[0] = (byte) i;
                thread.encode(picture, changed, i % 10 == 0);
                changed.clear();
                changed.add(0, 0);
            }
            thread.finish();
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(i, firstSamples.get(i));
        }
    }

    @Test
    void aFailureReachesWhoeverHandsOverPictures() throws IOException {
        IOException full = new IOException("no room");
        try (EncodingThread thread = new EncodingThread("test", SIZE, (picture, touched, keyframe) -> {
            throw full;
        })) {
            IOException thrown = assertThrows(IOException.class, () -> {
                for (int i = 0; i < 1000; i++) {
                    thread.encode(new YuvPicture(SIZE), MacroblockSet.allOf(SIZE), false);
                }
                thread.finish();
            });
            assertSame(full, thrown);
        }
    }

    @Test
    void closingEndsAThreadThatIsBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        EncodingThread thread = new EncodingThread("test", SIZE, (picture, touched, keyframe) -> {
            threads.add(Thread.currentThread());
            busy.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        thread.encode(new YuvPicture(SIZE), MacroblockSet.allOf(SIZE), true);
        busy.await();
        thread.close();
        assertFalse(threads.get(0).isAlive());
    }

    private Path write(VideoFile.Encoding encoding) throws IOException {
        Path file = folder.resolve(encoding + ".mp4");
        Random random = new Random(5);
        int[] pixels = new int[SIZE.pixels()];
        FrameRate rate = FrameRate.of(10);
        try (VideoFile video =
                new VideoFile(file, SIZE, rate, new H264Encoder(SIZE, rate, new Quantisers(14, 22, 14)), encoding)) {
            for (int i = 0; i < 60; i++) {
                MacroblockSet touched = i == 0 ? MacroblockSet.allOf(SIZE) : MacroblockSet.noneOf(SIZE);
                for (int j = 0; j < random.nextInt(40); j++) {
                    int at = random.nextInt(pixels.length);
                    pixels[at] = random.nextInt(1 << 24);
                    touched.addPixels(at % 98, at / 98, at % 98, at / 98);
                }
                video.write(new Frame(SIZE, pixels, touched), i % 25 == 24);
            }
            video.finish();
            assertEquals(60, video.frames());
        }
        assertTrue(Files.size(file) > 1000);
        return file;
    }
}
