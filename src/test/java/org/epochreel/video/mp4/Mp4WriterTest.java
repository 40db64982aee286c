package org.epochreel.video.mp4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.video.Mp4Box;
import org.epochreel.video.stream.AccessUnit;
import org.epochreel.video.stream.ParameterSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4WriterTest {

    private static final ParameterSets PARAMETER_SETS = new ParameterSets(
            ByteBuffer.wrap(new byte[] {0x67, 0x42, (byte) 0xc0, 0x15}), ByteBuffer.wrap(new byte[] {0x68, 1}));

    @TempDir
    private Path folder;

    private Mp4Writer writer(Path file) throws IOException {
        return new Mp4Writer(file, new FrameSize(64, 48), FrameRate.of(10), PARAMETER_SETS);
    }

    private static AccessUnit unit(int length, int content, boolean keyframe, int frame) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) content);
        return new AccessUnit(ByteBuffer.wrap(bytes), keyframe, frame);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void picturesFollowTheHeaderInOrderAndTheScratchFileGoes() throws IOException {
        Path file = folder.resolve("a.mp4.part");
        try (Mp4Writer writer = writer(file)) {
            writer.write(unit(5, 1, true, 0));
            writer.write(unit(7, 2, false, 1));
            assertEquals(2, writer.frames());
            writer.finish();
        }
        assertEquals(List.of("a.mp4.part"), files());
        List<Mp4Box> boxes = Mp4Box.read(file);
        assertEquals(List.of("ftyp", "moov", "mdat"), boxes.stream().map(Mp4Box::type).toList());
        byte[] media = new byte[12];
        boxes.get(2).body().get(media);
        assertArrayEquals(new byte[] {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2}, media);
        assertEquals(boxes.get(2).start() + 8, Mp4Box.only(boxes, "stco").word(8));
    }

    @Test
    void thousandsOfPicturesKeepTheirSizes() throws IOException {
        Path file = folder.resolve("many.mp4");
        try (Mp4Writer writer = writer(file)) {
            for (int i = 0; i < 5000; i++) {
                writer.write(unit(5 + i % 11, i, i % 20 == 0, i));
            }
            writer.finish();
        }
        List<Mp4Box> boxes = Mp4Box.read(file);
        Mp4Box sizes = Mp4Box.only(boxes, "stsz");
        assertEquals(5000, sizes.word(8));
        for (int i = 0; i < 5000; i++) {
            assertEquals(5 + i % 11, sizes.word(12 + 4 * i));
        }
        assertEquals(250, Mp4Box.only(boxes, "stss").word(4));
        assertEquals(500, Mp4Box.only(boxes, "stco").word(4));
    }

    @Test
    void thousandsOfReorderedPicturesKeepTheirTimes() throws IOException {
        Path file = folder.resolve("reordered.mp4");
        try (Mp4Writer writer = writer(file)) {
            writer.write(unit(5, 0, true, 0));
            for (int group = 1; group < 5000; group += 3) {
                writer.write(unit(5, group, false, group + 2));
                writer.write(unit(5, group, false, group));
                writer.write(unit(5, group, false, group + 1));
            }
            writer.finish();
        }
        List<Mp4Box> boxes = Mp4Box.read(file);
        Mp4Box offsets = Mp4Box.only(boxes, "ctts");
        assertEquals(1 + 2 * 1667, offsets.word(4));
        assertEquals(List.of(1L, 512L), List.of(offsets.word(8), offsets.word(12)));
        for (int run = 0; run < 1667; run++) {
            assertEquals(List.of(1L, 3 * 512L, 2L, 0L), List.of(offsets.word(16 * run + 16), offsets.word(16 * run + 20),
                    offsets.word(16 * run + 24), offsets.word(16 * run + 28)));
        }
        assertEquals(5002 * 512, Mp4Box.only(boxes, "elst").word(8));
        assertEquals(512, Mp4Box.only(boxes, "elst").word(12));
    }

    @Test
    void framesThatAreMissingOrComeTwiceAreNamedAndLeaveNoFile() throws IOException {
        Path file = folder.resolve("a.mp4");
        refused(file, List.of(0, 1, 3), file + ": the video is not complete: frame 2 is missing");
        refused(file, List.of(0, 2, 1, 1), file + ": the video is not complete: frame 1 comes twice");
        assertEquals(List.of(), files());
    }

    private void refused(Path file, List<Integer> frames, String complaint) throws IOException {
        try (Mp4Writer writer = writer(file)) {
            for (int frame : frames) {
                writer.write(unit(5, 1, frame == 0, frame));
            }
            assertEquals(complaint, assertThrows(IllegalStateException.class, writer::finish).getMessage());
        }
    }

    @Test
    void aKeyframeIsDecodedInItsTurn() throws IOException {
        Path file = folder.resolve("a.mp4");
        try (Mp4Writer writer = writer(file)) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(unit(5, 1, true, 1)));
            writer.write(unit(5, 1, true, 0));
            writer.write(unit(5, 1, false, 2));
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> writer.write(unit(5, 1, true, 3)));
            assertEquals(file + ": a keyframe shows frame 3 after 2 pictures; those before it are all shown before it, "
                    + "and no others", refusal.getMessage());
        }
    }

    @Test
    void closedWithoutAFinishItLeavesNothing() throws IOException {
        Path file = folder.resolve("a.mp4");
        Mp4Writer writer = writer(file);
        writer.write(unit(5, 1, true, 0));
        assertEquals(List.of("a.mp4.media"), files());
        writer.close();
        assertEquals(List.of(), files());
        Files.writeString(file, "somebody else's");
        writer.close();
        assertEquals(List.of("a.mp4"), files());
    }

    @Test
    void aFileThatCannotBeCompletedIsNamedAndItsScratchFileGoes() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.mp4"));
        Mp4Writer writer = writer(file);
        writer.write(unit(5, 1, true, 0));
        IOException failure = assertThrows(IOException.class, writer::finish);
        assertTrue(failure.getMessage().startsWith(file.toString()), failure.getMessage());
        assertNotNull(failure.getCause());
        writer.close();
        assertEquals(List.of("a.mp4"), files());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere").resolve("a.mp4");
        IOException failure = assertThrows(IOException.class, () -> writer(file));
        assertTrue(failure.getMessage().startsWith(file.toString()), failure.getMessage());
        assertNotNull(failure.getCause());
    }

    @Test
    void misuseIsRefused() throws IOException {
        Path file = folder.resolve("a.mp4");
        try (Mp4Writer writer = writer(file)) {
            assertThrows(IllegalStateException.class, writer::finish);
            assertThrows(IllegalArgumentException.class, () -> writer.write(unit(5, 1, false, 0)));
            writer.write(unit(5, 1, true, 0));
            writer.finish();
            assertThrows(IllegalStateException.class, writer::finish);
            assertThrows(IllegalStateException.class, () -> writer.write(unit(5, 1, true, 0)));
        }
        assertTrue(Files.exists(file));
    }
}
