package org.epochreel.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.epochreel.files.ProcessIdentity;

/** The right of one process to render one scene, held in a file that names host, process and time; see {@link Claims}. */
final class Claim {

    // All texts are of one length, so that a later one can be written over an earlier one.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Path file;
    private final ProcessIdentity owner;
    private final Optional<ProcessIdentity> before;
    private final Clock clock;
    private final Instant since;
    private volatile boolean lost;

    /**
     * @param file in {@code directory}, alone
     * @param before whose the claim was, if it was taken over
     */
    Claim(Path directory, Path file, ProcessIdentity owner, Optional<ProcessIdentity> before, Clock clock) {
        this.directory = directory;
        this.file = file;
        this.owner = owner;
        this.before = before;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Whose the claim was, if it was taken over. */
    Optional<ProcessIdentity> before() {
        return before;
    }

    /** What the claim's file says now. */
    byte[] text() {
        return ("host: " + ProcessIdentity.hostName() + "\nprocess: " + owner.pid() + "\nidentity: " + owner
                + "\nsince: " + TIME.format(since) + "\nrefreshed: " + TIME.format(clock.instant()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Shows that work goes on. The file is written since a write, unlike a time that we set, gets the file server's time.
     *
     * @throws IOException if that fails for another reason than that the claim is lost
     */
    void refresh() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text()));
        } catch (NoSuchFileException e) {
            lost = true;
        }
    }

    /** Whether another process took it over because it was not refreshed for too long. */
    boolean isLost() {
        lost |= !Files.exists(file);
        return lost;
    }

    /** Gives the claim back; does nothing if it is lost. */
    void release() throws IOException {
        try {
            Files.delete(file);
        } catch (NoSuchFileException e) {
            lost = true;
            return;
        }
        try {
            Files.delete(directory);
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            // Between the two steps somebody claimed the scene anew: the directory is theirs, or gone with their claim.
        }
    }
}
