package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.epochreel.files.OutputException;
import org.epochreel.files.PendingFile;
import org.epochreel.render.ToolVersion;
import org.epochreel.text.JsonText;

/** The file {@code wall.json}: from what a gallery's wall and page were made, and the hashes by which they are recognised. */
final class GalleryRecord {

    private static final String GALLERY_HASH = "gallery_hash";
    private static final String SCENE = "scene";
    private static final ImmutableList<String> FILES =
            ImmutableList.of("wall.mp4", "wall.png", "index.html", "gallery.json");

    private final Path directory;
    private final String scene;
    private final String hash;

    GalleryRecord(Path directory, String scene, String hash) {
        this.directory = directory;
        this.scene = scene;
        this.hash = hash;
    }

    private static Path file(Path directory) {
        return directory.resolve("wall.json");
    }

    static Optional<String> sceneOf(Path directory) {
        return strings(directory).map(strings -> strings.get(SCENE));
    }

    private static Optional<ImmutableMap<String, String>> strings(Path directory) {
        try {
            return Optional.of(JsonText.strings(Files.readString(file(directory))));
        } catch (IOException | IllegalArgumentException e) {
            // Whatever cannot be read is not the record of a finished gallery.
            return Optional.empty();
        }
    }

    /** Whether wall and page are there, unchanged, and belong to this very gallery. */
    boolean matches() {
        Optional<ImmutableMap<String, String>> strings = strings(directory);
        if (strings.isEmpty() || !hash.equals(strings.get().get(GALLERY_HASH))) {
            return false;
        }
        try {
            for (String name : FILES) {
                if (!hash(directory.resolve(name)).equals(strings.get().get(key(name)))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the record of the files as they are. */
    void write() throws OutputException, IOException {
        JsonText json = new JsonText().beginObject();
        json.key(GALLERY_HASH).value(hash);
        json.key("tool_version").value(ToolVersion.current());
        json.key(SCENE).value(scene);
        for (String name : FILES) {
            json.key(key(name)).value(hash(directory.resolve(name)));
        }
        String text = json.endObject().finish();
        try (PendingFile file = new PendingFile(file(directory))) {
            file.write(out -> out.write(text));
            file.complete();
        }
    }

    private static String key(String name) {
        return name.replace('.', '_') + "_sha256";
    }

    private static String hash(Path file) throws IOException {
        return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    }
}
