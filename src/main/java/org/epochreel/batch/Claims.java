package org.epochreel.batch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.files.TemporaryName;

/**
 * Claims scenes for this process among all that share an output directory, also over a network. A claim is a directory
 * {@code .NAME.claim} with one file in it, whose name was never used before, so that each step is one operation that the
 * file system does whole or not at all:
 *
 * <ul>
 *   <li>A new claim is prepared under a temporary name, file included, and renamed, which fails where a directory that is
 *       not empty has the name.
 *   <li>A claim is taken over by renaming its file; of several takers one finds the file under its old name.
 *   <li>An owner refreshes its file and deletes it; if somebody took the claim over, the file is not there.
 * </ul>
 *
 * <p>A claim may be taken over when its file was not written for {@link #PATIENCE} by the clock of the file server, which
 * every process asks for the time by writing a file of its own, or at once when its owner was a process of this machine
 * and is gone.
 */
final class Claims {

    /** After so long without a refresh, an owner counts as dead. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String SUFFIX = ".claim";

    private static final int MOST_ATTEMPTS = 5;

    private final ProcessIdentity self;
    private final Clock clock;
    private final Duration patience;

    /** @param patience for tests that cannot wait for {@link #PATIENCE} */
    Claims(ProcessIdentity self, Clock clock, Duration patience) {
        this.self = self;
        this.clock = clock;
        this.patience = patience;
    }

    /** Where the claim of a scene is, or would be. */
    static Path directory(OutputFiles target) {
        return target.directory().resolve(TemporaryName.hidden(target.name()) + SUFFIX);
    }

    /**
     * Claims the scene that becomes {@code target}; its directory must exist.
     *
     * @return nothing if another process holds the claim
     */
    Optional<Claim> take(OutputFiles target) throws IOException {
        return take(directory(target));
    }

    Optional<Claim> take(Path directory) throws IOException {
        Path mine = directory.resolve(self + "." + UUID.randomUUID());
        Optional<Path> present = holder(directory);
        if (present.isEmpty()) {
            Claim claim = new Claim(directory, mine, self, Optional.empty(), clock);
            return create(directory, mine, claim) ? Optional.of(claim) : Optional.empty();
        }
        Optional<ProcessIdentity> owner = owner(present.get());
        if (owner.filter(ProcessIdentity::isKnownDead).isEmpty() && !isOverdue(present.get())) {
            return Optional.empty();
        }
        Claim claim = new Claim(directory, mine, self, owner, clock);
        return takeOver(present.get(), mine, claim) ? Optional.of(claim) : Optional.empty();
    }

    /** The file of a claim's owner; nothing if nobody holds it. */
    static Optional<Path> holder(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            Iterator<Path> file = files.iterator();
            return file.hasNext() ? Optional.of(file.next()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Who made a claim's file; nothing if its name is none of ours. */
    static Optional<ProcessIdentity> owner(Path file) {
        String name = file.getFileName().toString();
        int point = name.indexOf('.');
        return point < 0 ? Optional.empty() : ProcessIdentity.parse(name.substring(0, point));
    }

    private boolean create(Path directory, Path mine, Claim claim) throws IOException {
        Path prepared = TemporaryName.of(directory.resolveSibling(UUID.randomUUID() + SUFFIX), self);
        Path file = prepared.resolve(mine.getFileName());
        try {
            Files.createDirectory(prepared);
            Files.write(file, claim.text());
            return rename(prepared, directory, mine);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(prepared);
        }
    }

    private static boolean rename(Path prepared, Path directory, Path mine) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(prepared, directory, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (FileSystemException e) {
                if (Files.exists(mine)) {
                    // A server whose answer was lost is asked again, and then finds the work done.
                    return true;
                }
                if (holder(directory).isPresent()) {
                    return false;
                }
                // The claim in our way may have been given back in the meantime.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static boolean takeOver(Path present, Path mine, Claim claim) throws IOException {
        try {
            Files.move(present, mine, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (!Files.exists(mine)) {
                return false;
            }
        }
        claim.refresh();
        return !claim.isLost();
    }

    /** Whether a claim's file was neither written nor renamed for too long; what is gone is not. */
    private boolean isOverdue(Path file) throws IOException {
        try {
            // Opening a file makes a network file system ask its server; asking for the time alone may be answered from memory.
            Files.readAllBytes(file);
            Duration age = Duration.between(changed(file), serverTime(file.getParent()));
            return age.compareTo(patience) > 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** How long ago a file was last changed, by the clock that stamps it. */
    Duration age(Path file) throws IOException {
        return Duration.between(changed(file), serverTime(file));
    }

    /** The time by the clock that stamps files beside {@code sibling}. */
    private Instant serverTime(Path sibling) throws IOException {
        Path probe = TemporaryName.of(sibling.resolveSibling(UUID.randomUUID() + ".time"), self);
        try {
            Files.write(probe, new byte[1]);
            return changed(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Where files have a time of their last change, it counts: a renaming changes it, so that a claim just taken over is fresh. */
    private static Instant changed(Path file) throws IOException {
        FileTime time = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : Files.getLastModifiedTime(file);
        return time.toInstant();
    }
}
