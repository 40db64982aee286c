package org.epochreel.batch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.files.OutputFiles;
import org.epochreel.files.Ownership;
import org.epochreel.files.ProcessIdentity;
import org.epochreel.files.TemporaryName;

/** Removes what dead runs left behind, and never what a live one is writing. */
public final class Sweep {

    /**
     * A process of another machine that has not touched its file for so long is dead: a file that is being written
     * changes with every few frames.
     */
    private static final Duration ABANDONED = Duration.ofMinutes(30);

    private final Claims claims;

    Sweep(Claims claims) {
        this.claims = claims;
    }

    /** Removes temporary files and claims of dead processes from a directory; it need not exist. */
    public static void directory(Path directory) throws IOException {
        new Sweep(new Claims(ProcessIdentity.current(), Clock.systemUTC(), Claims.PATIENCE)).clean(directory);
    }

    /** Removes temporary files and claims of dead processes from a directory; it need not exist. */
    void clean(Path directory) throws IOException {
        for (Path file : hidden(directory)) {
            Optional<ProcessIdentity> writer = TemporaryName.owner(file);
            if (writer.isPresent()) {
                if (writer.get().isKnownDead() || !writer.get().isOfThisMachine() && claims.age(file).compareTo(ABANDONED) > 0) {
                    delete(file);
                }
            } else if (file.toString().endsWith(Claims.SUFFIX) && Files.isDirectory(file)) {
                giveBack(file);
            }
        }
    }

    /** A claim whose scene is complete, or no longer wanted, would never be taken over. */
    private void giveBack(Path claim) throws IOException {
        Optional<Path> holder = Claims.holder(claim);
        if (holder.flatMap(Claims::owner).filter(ProcessIdentity::isKnownDead).isPresent()) {
            Optional<Claim> taken = claims.take(claim);
            if (taken.isPresent()) {
                taken.get().release();
            }
        }
    }

    /** Removes what the dead owner of a claim had begun to write. */
    static void clean(OutputFiles target, ProcessIdentity dead) throws IOException {
        for (Path file : target.possible()) {
            Path temporary = TemporaryName.of(file, dead);
            Ownership.undo(temporary);
            TemporaryName.deleteAll(temporary);
            TemporaryName.deleteAll(TemporaryName.scratch(temporary));
        }
    }

    private static List<Path> hidden(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                directory, file -> file.getFileName().toString().startsWith("."))) {
            all.forEach(files::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files;
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Optional<Path> within = Claims.holder(file);
            if (within.isPresent()) {
                Files.deleteIfExists(within.get());
            }
        }
        Ownership.undo(file);
        TemporaryName.deleteAll(file);
    }
}
