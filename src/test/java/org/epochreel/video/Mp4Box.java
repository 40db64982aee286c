package org.epochreel.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A box of an MP4 file as a witness that shares nothing with the writer reads it.
 *
 * @param start where the box begins in the file
 * @param body what follows the size and the type
 */
public record Mp4Box(String type, long start, ByteBuffer body, List<Mp4Box> children) {

    private static final Set<String> PLAIN_CONTAINERS = Set.of("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl");

    public static List<Mp4Box> read(Path file) throws IOException {
        return read(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    public static List<Mp4Box> read(ByteBuffer bytes) {
        return boxes(bytes, 0);
    }

    private static List<Mp4Box> boxes(ByteBuffer bytes, long base) {
        List<Mp4Box> boxes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            long length = bytes.getInt() & 0xffff_ffffL;
            byte[] name = new byte[4];
            bytes.get(name);
            if (length == 1) {
                length = bytes.getLong();
            }
            String type = new String(name, StandardCharsets.US_ASCII);
            // The media itself may be missing: a header can be read alone.
            long whole = start + length;
            int end = Math.toIntExact(type.equals("mdat") ? Math.min(whole, bytes.limit()) : whole);
            int bodyStart = bytes.position();
            ByteBuffer body = bytes.slice(bodyStart, end - bodyStart);
            boxes.add(new Mp4Box(type, base + start, body, childrenOf(type, body, base + bodyStart)));
            bytes.position(end);
        }
        return boxes;
    }

    private static List<Mp4Box> childrenOf(String type, ByteBuffer body, long base) {
        int skipped;
        if (PLAIN_CONTAINERS.contains(type)) {
            skipped = 0;
        } else if (type.equals("stsd") || type.equals("dref")) {
            skipped = 8;
        } else if (type.equals("avc1")) {
            skipped = 78;
        } else {
            return List.of();
        }
        return boxes(body.slice(skipped, body.limit() - skipped), base + skipped);
    }

    /** The one box of this type at or below these. */
    public static Mp4Box only(List<Mp4Box> boxes, String type) {
        List<Mp4Box> found = new ArrayList<>();
        collect(boxes, type, found);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " boxes of type " + type);
        }
        return found.get(0);
    }

    /** All boxes of this type at or below these. */
    public static List<Mp4Box> all(List<Mp4Box> boxes, String type) {
        List<Mp4Box> found = new ArrayList<>();
        collect(boxes, type, found);
        return found;
    }

    private static void collect(List<Mp4Box> boxes, String type, List<Mp4Box> found) {
        for (Mp4Box box : boxes) {
            if (box.type.equals(type)) {
                found.add(box);
            }
            collect(box.children, type, found);
        }
    }

    /** The 32-bit word at this byte of the body, unsigned. */
    public long word(int offset) {
        return body.getInt(offset) & 0xffff_ffffL;
    }

    /** Every type in the order of the file, containers before their children. */
    public static List<String> types(List<Mp4Box> boxes) {
        List<String> types = new ArrayList<>();
        for (Mp4Box box : boxes) {
            types.add(box.type);
            types.addAll(types(box.children));
        }
        return types;
    }
}
