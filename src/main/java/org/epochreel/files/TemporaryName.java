package org.epochreel.files;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files that are not complete: hidden, beside the complete file, with the process that writes them. */
public final class TemporaryName {

    // The video's writer puts a scratch file beside the file that it was given.
    private static final Pattern NAME = Pattern.compile("\\..+\\.([^.]+)\\.part(\\.media)?", Pattern.DOTALL);

    /** File systems allow names of 255 bytes; what is added here must fit in, too. */
    private static final int MOST_BYTES = 180;

    private static final int KEPT_CHARACTERS = 40;

    private TemporaryName() {}

    /** The name under which {@code owner} writes {@code target}. */
    public static Path of(Path target, ProcessIdentity owner) {
        return target.resolveSibling(hidden(target.getFileName().toString()) + "." + owner + ".part");
    }

    /** Where the video's writer keeps its scratch file while it writes {@code temporary}. */
    public static Path scratch(Path temporary) {
        return temporary.resolveSibling(temporary.getFileName() + ".media");
    }

    /** A hidden file's name that tells {@code name} from all others, shortened where it is very long. */
    public static String hidden(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return "." + name;
        }
        return "." + name.substring(0, name.offsetByCodePoints(0, KEPT_CHARACTERS)) + "~"
                + Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString().substring(0, 16);
    }

    /** Removes what {@code owner} has written of {@code target} so far; what cannot be removed is left to later runs. */
    public static void delete(Path target, ProcessIdentity owner) {
        Path temporary = of(target, owner);
        try {
            deleteAll(temporary);
            deleteAll(scratch(temporary));
        } catch (IOException e) {
            // Every run removes what dead ones have left in its folder.
        }
    }

    /** Removes a file, or a folder with all that is in it, if it is there. */
    public static void deleteAll(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            MoreFiles.deleteRecursively(file, RecursiveDeleteOption.ALLOW_INSECURE);
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** Whether a temporary file, whoever writes it, is one of {@code target}; both lie in one folder. */
    static boolean isOf(Path temporary, Path target) {
        return owner(temporary)
                .filter(owner -> of(target, owner).getFileName().equals(temporary.getFileName()))
                .isPresent();
    }

    /** Who writes, or wrote, the file of this name; nothing if it is no temporary file of this program. */
    public static Optional<ProcessIdentity> owner(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? ProcessIdentity.parse(matcher.group(1)) : Optional.empty();
    }
}
