package org.epochreel.gallery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epochreel.files.Ownership;
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
                if (!Ownership.hash(directory.resolve(name)).equals(strings.get().get(key(name)))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The text of the record of these files, in the order of {@link #FILES}, under the names they have at present. */
    String text(List<PendingFile> files) throws IOException {
        JsonText json = new JsonText().beginObject();
        json.key(GALLERY_HASH).value(hash);
        json.key("tool_version").value(ToolVersion.current());
        json.key(SCENE).value(scene);
        for (int i = 0; i < FILES.size(); i++) {
            json.key(key(FILES.get(i))).value(Ownership.hash(files.get(i).temporary()));
        }
        return json.endObject().finish();
    }

    /** The files that it lists, and itself. */
    ImmutableList<Path> files() {
        return Stream.concat(FILES.stream().map(directory::resolve), Stream.of(file(directory)))
                .collect(ImmutableList.toImmutableList());
    }

    private static String key(String name) {
        return name.replace('.', '_') + "_sha256";
    }
}
