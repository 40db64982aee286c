package org.epochreel.files;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epochreel.text.JsonText;

/**
 * Tells this program's own files from all others: a file is its own if a record beside it lists the file's SHA-256, and a
 * record is if it says so. A record that is still being written, or that a killed run has left, counts, too, since the
 * files that it lists get their names before it does.
 */
public final class Ownership {

    /** The record of a gallery's wall and page, whose files have several names. */
    private static final String GALLERY = "wall";

    private static final ImmutableSet<String> PAGE = ImmutableSet.of("index.html", "gallery.json");

    /** No record is larger, not that of the largest network; a video that is being written may be. */
    private static final int MOST_BYTES = 256 << 20;

    private static final String RECORD = ".json";
    private static final String HASH = "_sha256";

    private Ownership() {}

    /** Whether this program wrote the file, which exists, and nobody has changed it since. */
    public static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (file.getFileName().toString().endsWith(RECORD) && record(file).isPresent()) {
            return true;
        }
        String hash = hash(file);
        for (Path candidate : candidates(file)) {
            if (record(candidate).filter(members -> lists(members, hash)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** SHA-256 of a file, in lower-case hexadecimal. */
    public static String hash(Path file) throws IOException {
        return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    }

    /** Whether a record lists the hash of one of its files. */
    private static boolean lists(ImmutableMap<String, String> record, String hash) {
        return record.entrySet().stream()
                .anyMatch(member -> member.getKey().endsWith(HASH) && member.getValue().equals(hash));
    }

    /** The members of a record that are texts; nothing if the file is none of this program's records. */
    private static Optional<ImmutableMap<String, String>> record(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES || !beginsAsAnObject(file)) {
                return Optional.empty();
            }
            ImmutableMap<String, String> members = JsonText.strings(Files.readString(file));
            boolean ours = members.containsKey("tool_version") && (members.containsKey("scene_hash")
                    || members.containsKey("gallery_hash") || members.containsKey("shard"));
            return ours ? Optional.of(members) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // What cannot be read, or is no JSON, says nothing about whose it is.
            return Optional.empty();
        }
    }

    /** So that no video is read as a text. */
    private static boolean beginsAsAnObject(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '{';
        }
    }

    private static List<Path> candidates(Path file) throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String name : ImmutableSet.of(stem(file), GALLERY)) {
            Path record = file.resolveSibling(name + RECORD);
            candidates.add(record);
            candidates.addAll(begun(record));
        }
        return candidates;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    /** The temporary files of a record, whoever writes or wrote them. */
    private static List<Path> begun(Path record) throws IOException {
        return siblings(record, file -> TemporaryName.isOf(file, record));
    }

    private static List<Path> siblings(Path file, DirectoryStream.Filter<Path> wanted) throws IOException {
        List<Path> siblings = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.toAbsolutePath().getParent(), wanted)) {
            files.forEach(siblings::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return siblings;
    }

    /**
     * Undoes what a killed run had begun to name: deletes the files that only its unfinished record lists, which without
     * that record would be nobody's.
     *
     * @param unfinished a temporary file of that run; nothing is done if it is no record
     */
    public static void undo(Path unfinished) throws IOException {
        Optional<ImmutableMap<String, String>> left = record(unfinished);
        if (left.isEmpty()) {
            return;
        }
        for (Path file : siblings(unfinished, file -> Files.isRegularFile(file) && !file.equals(unfinished))) {
            boolean page = PAGE.contains(file.getFileName().toString());
            Path record = file.resolveSibling((page ? GALLERY : stem(file)) + RECORD);
            if (TemporaryName.isOf(unfinished, record)) {
                String hash = hash(file);
                if (lists(left.get(), hash) && record(record).filter(members -> lists(members, hash)).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
