package org.epochreel.sound.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A box of an MP4 file held in memory (ISO/IEC 14496-12, 4.2).
 *
 * @param type its four characters
 * @param body what follows the header, big-endian; positions are relative to it
 */
record Box(String type, ByteBuffer body) {

    /** The first box of that type within this one from {@code offset} of its body on. */
    Optional<Box> child(String wanted, int offset) throws TrackException {
        int position = offset;
        while (position + 8 <= body.limit()) {
            long size = body.getInt(position) & 0xffff_ffffL;
            int head = 8;
            if (size == 1 && position + 16 <= body.limit()) {
                size = body.getLong(position + 8);
                head = 16;
            } else if (size == 0) {
                size = body.limit() - position;
            }
            if (size < head || position + size > body.limit()) {
                throw TrackException.truncated("a part of its header is incomplete");
            }
            if (typeAt(body, position + 4).equals(wanted)) {
                return Optional.of(new Box(wanted, body.slice(position + head, (int) size - head)));
            }
            position += (int) size;
        }
        return Optional.empty();
    }

    /** The box at the end of a path of types. */
    Optional<Box> find(String... path) throws TrackException {
        Box box = this;
        for (String step : path) {
            Optional<Box> next = box.child(step, 0);
            if (next.isEmpty()) {
                return next;
            }
            box = next.get();
        }
        return Optional.of(box);
    }

    /** @throws TrackException if there is none */
    Box need(String... path) throws TrackException {
        Optional<Box> box = find(path);
        if (box.isEmpty()) {
            throw new TrackException("the file's header lacks " + String.join("/", path) + "; it is damaged");
        }
        return box.get();
    }

    static String typeAt(ByteBuffer bytes, int position) {
        StringBuilder type = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            type.append((char) (bytes.get(position + i) & 0xff));
        }
        return type.toString();
    }

    /** An unsigned number of 32 bits at {@code position}. */
    long unsigned(int position) throws TrackException {
        return number(position, 4) & 0xffff_ffffL;
    }

    /** A number of 4 or 8 bytes at {@code position}, signed. */
    long number(int position, int size) throws TrackException {
        if (position < 0 || position + size > body.limit()) {
            throw TrackException.truncated("its box \"" + type + "\" is incomplete");
        }
        return size == 8 ? body.getLong(position) : body.getInt(position);
    }

    /** The version of a full box, which says how wide its fields are. */
    int version() throws TrackException {
        return (int) (unsigned(0) >>> 24);
    }

    /**
     * The number of entries in a table of which each takes {@code entrySize} bytes.
     *
     * @throws TrackException if the box is too short for them
     */
    int entries(int position, int entrySize) throws TrackException {
        long count = unsigned(position);
        if (position + 4 + count * entrySize > body.limit()) {
            throw TrackException.truncated("its box \"" + type + "\" is incomplete");
        }
        return (int) count;
    }

    /** The movie box of a file. */
    static Box movie(FileBytes bytes) throws TrackException, IOException {
        long position = 0;
        boolean fragments = false;
        while (position + 8 <= bytes.size()) {
            ByteBuffer head = bytes.read(position, (int) Math.min(16, bytes.size() - position));
            long size = head.getInt(0) & 0xffff_ffffL;
            String type = typeAt(head, 4);
            int headSize = 8;
            if (size == 1 && head.limit() == 16) {
                size = head.getLong(8);
                headSize = 16;
            } else if (size == 0) {
                size = bytes.size() - position;
            }
            fragments |= type.equals("moof");
            if (size < headSize || position + size > bytes.size() || position + size < 0) {
                throw TrackException.truncated("its box \"" + type.replaceAll("[^ -~]", "?") + "\" reaches beyond the end");
            }
            if (type.equals("moov")) {
                if (size - headSize > Integer.MAX_VALUE - 64) {
                    throw new TrackException("the file's header is too large");
                }
                return new Box(type, bytes.read(position + headSize, (int) (size - headSize)));
            }
            position += size;
        }
        throw fragments ? Mp4Track.fragmented()
                : TrackException.truncated("it has no header (moov), as when recording was interrupted");
    }
}
