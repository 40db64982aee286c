package org.epochreel.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file, or a folder of files, that gets its name when it is complete: written under a temporary name in the same directory, forced to disk,
 * then moved over the final name in one step. Closing without {@link #complete} deletes it.
 */
public final class PendingFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private boolean completed;

    /** Creates the target's directory if need be; the file itself is created by whoever writes it. */
    public PendingFile(Path target) throws OutputException {
        this.target = target;
        this.temporary = TemporaryName.of(target, ProcessIdentity.current());
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Writes the whole content. */
    public void write(byte[] content) throws OutputException {
        try {
            Files.write(temporary, content);
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Writes text in UTF-8. */
    public void write(TextSource text) throws OutputException {
        try (Writer out = Files.newBufferedWriter(temporary)) {
            text.writeTo(out);
        } catch (UncheckedIOException e) {
            throw new OutputException(target, e.getCause());
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Somebody who has text to write. */
    public interface TextSource {
        void writeTo(Writer out) throws IOException;
    }

    /** The name that the complete file gets. */
    public Path target() {
        return target;
    }

    /** The name under which to write. */
    public Path temporary() {
        return temporary;
    }

    /** Forces to disk what is written so far, for files that name others and must not be lost before those are there. */
    public void persist() throws OutputException {
        try {
            if (Files.isDirectory(temporary)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary)) {
                    for (Path file : files) {
                        force(file, StandardOpenOption.WRITE);
                    }
                }
            } else {
                force(temporary, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
    }

    /** Gives the file its name for good: after a power cut the name is there with all of the content, or not at all. */
    public void complete() throws OutputException {
        persist();
        try {
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                replaceFolder();
            } else {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            completed = true;
        } catch (IOException e) {
            throw new OutputException(target, e);
        }
        try {
            force(target.toAbsolutePath().getParent(), StandardOpenOption.READ);
        } catch (IOException e) {
            // Not every system can force a directory. The complete file is there under its name all the same; without
            // this, a power cut in the next seconds may take the name back, and the file is rendered again.
        }
    }

    /** No system moves one folder over another: for a moment neither has the name. */
    private void replaceFolder() throws IOException {
        Path old = TemporaryName.scratch(temporary);
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        TemporaryName.deleteAll(old);
    }

    private static void force(Path file, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(file, access)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws OutputException {
        if (completed) {
            return;
        }
        try {
            TemporaryName.deleteAll(temporary);
        } catch (IOException e) {
            throw new OutputException(temporary, e);
        }
    }
}
