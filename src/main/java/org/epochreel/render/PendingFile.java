package org.epochreel.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that gets its name when it is complete: written under a temporary name in the same directory, forced to disk,
 * then moved over the final name in one step. Closing without {@link #complete} deletes it.
 */
final class PendingFile implements AutoCloseable {

    private final Path target;
    private final Path temporary;
    private boolean completed;

    /** Creates the target's directory if need be; the file itself is created by whoever writes it. */
    PendingFile(Path target) throws OutputException {
        this.target = target;
        this.temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Writes the whole content. */
    void write(byte[] content) throws OutputException {
        try {
            Files.write(temporary, content);
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Writes text in UTF-8. */
    void write(TextSource text) throws OutputException {
        try (Writer out = Files.newBufferedWriter(temporary)) {
            text.writeTo(out);
        } catch (UncheckedIOException e) {
            throw new OutputException(target, e.getCause());
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Somebody who has text to write. */
    interface TextSource {
        void writeTo(Writer out) throws IOException;
    }

    /** The name that the complete file gets. */
    Path target() {
        return target;
    }

    /** The name under which to write. */
    Path temporary() {
        return temporary;
    }

    void complete() throws OutputException {
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            completed = true;
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    @Override
    public void close() throws OutputException {
        if (completed) {
            return;
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new OutputException(temporary, e);
        }
    }
}
