package org.epochreel.sound.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A file's bytes at any place. */
final class FileBytes {

    private final FileChannel channel;
    private final long size;

    /** Does not close the channel. */
    FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        size = channel.size();
    }

    long size() {
        return size;
    }

    /**
     * So many bytes from {@code position} on, big-endian.
     *
     * @throws TrackException if the file ends before
     */
    ByteBuffer read(long position, int count) throws IOException, TrackException {
        if (position < 0 || position + count > size) {
            throw TrackException.truncated("it has " + size + " bytes, at least " + (position + count) + " are needed");
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.BIG_ENDIAN);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position + bytes.position());
            if (read < 0) {
                throw TrackException.truncated("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
