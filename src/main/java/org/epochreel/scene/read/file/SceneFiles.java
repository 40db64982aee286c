package org.epochreel.scene.read.file;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.epochreel.data.recorded.ArrayFile;
import org.epochreel.data.recorded.NumberArray;
import org.epochreel.data.recorded.RecordedLog;
import org.epochreel.data.recorded.RecordingException;
import org.epochreel.data.table.TableColumns;
import org.epochreel.data.table.TableException;
import org.epochreel.data.table.TableFile;
import org.epochreel.data.table.TableOptions;
import org.epochreel.font.FontFile;
import org.epochreel.font.FontFileException;
import org.epochreel.picture.Picture;
import org.epochreel.picture.PictureException;
import org.epochreel.picture.PictureFile;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.yaml.JsonReader;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.TextFile;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;
import org.epochreel.sound.track.SourceTrack;
import org.epochreel.sound.track.TrackException;
import org.epochreel.text.NearestName;

/** The files that a scene names, relative to the scene's own directory. */
public final class SceneFiles {

    private static final int MAX_SIBLINGS = 10_000;
    private static final int MAX_FONT_BYTES = 64 << 20;
    private static final int MAX_JSON_BYTES = 32 << 20;
    private static final int MAX_YAML_CHARACTERS = 1 << 20;

    /** A first line that is a key of parameters, comments and a mark of YAML before it aside. */
    private static final Pattern PARAMETERS_IN_YAML =
            Pattern.compile("(\\s*(#.*|---[ \\t]*)[\\r\\n]+)*\\s*\"?(weights|biases|[abcd])\"?[ \\t]*:");

    private SceneFiles() {}

    /** A table and some of its columns. */
    public record CsvColumns(String file, TableFile table, TableColumns columns) {

        /** How the file was understood, in a sentence. */
        public String told() {
            return file + ": " + table.told(columns);
        }
    }

    /** The file itself; nothing, and a mistake, where there is none or it may not be read. */
    private static Optional<Path> find(FileName name) {
        Value asked = name.asked().orElseThrow();
        Path file = asked.reading().directory().resolve(name.path());
        boolean inside = isBelow(asked.reading().directory(), file);
        if (asked.reading().confined() && !inside) {
            asked.mistake("\"" + name.path() + "\" lies outside of the scene's directory",
                    "with --confine only files in it are read");
            return Optional.empty();
        }
        if (Files.exists(file)) {
            asked.reading().files().add(file);
            return Optional.of(file);
        }
        if (Files.isSymbolicLink(file)) {
            asked.mistake("\"" + file + "\" is a link that leads to no file", "name the file itself");
            return Optional.empty();
        }
        // Elsewhere the names of files are nobody's business.
        String hint = inside ? nearest(file) : "";
        asked.mistake("there is no file \"" + file + "\"", "the name counts from the scene's directory" + hint);
        return Optional.empty();
    }

    /** Whether a file lies in a directory or below, links followed as far as there is something. */
    private static boolean isBelow(Path directory, Path file) {
        try {
            Path real = directory.toAbsolutePath().toRealPath();
            Path named = file.toAbsolutePath().normalize();
            Path there = named;
            while (there.getParent() != null && !Files.exists(there)) {
                there = there.getParent();
            }
            return there.toRealPath().resolve(there.relativize(named)).startsWith(real);
        } catch (IOException e) {
            return false;
        }
    }

    private static String nearest(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (file.getFileName() == null || parent == null) {
            return "";
        }
        String wanted = file.getFileName().toString();
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names = siblings.limit(MAX_SIBLINGS)
                    .map(sibling -> sibling.getFileName().toString()).sorted().toList();
            if (names.stream().anyMatch(name -> composed(name).equals(composed(wanted)))) {
                return "; a file of that name is there, but its accents are composed in another way: copy its name";
            }
            return NearestName.of(wanted, names).map(near -> "; did you mean \"" + near + "\"?").orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "; the directory \"" + parent + "\" cannot be read";
        }
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /**
     * Columns of a CSV file; nothing, and mistakes, where they cannot be had.
     *
     * @param values names of those of numbers or dates, of all that there are
     * @param labels names of those of anything
     */
    public static Optional<CsvColumns> columns(FileName name, TableOptions options,
            Function<TableFile, ImmutableList<String>> values, ImmutableList<String> labels) {
        Value asked = name.asked().orElseThrow();
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path file = found.get();
        if (!Files.isRegularFile(file)) {
            asked.mistake("\"" + file + "\" is not a file", "name a CSV file");
            return Optional.empty();
        }
        try {
            TableFile table = TableFile.read(file, options);
            TableColumns read = table.columns(values.apply(table), labels);
            return Optional.of(new CsvColumns(file.toString(), table, read));
        } catch (TableException e) {
            e.problems().forEach(problem -> asked.reading().mistakes().add(
                    new Position(file.toString(), (int) problem.line(), 1), asked.path(), problem.message()));
        } catch (IOException e) {
            asked.mistake("\"" + file + "\" cannot be read (" + e.getMessage() + ")", "name a readable CSV file");
        }
        return Optional.empty();
    }

    /**
     * A picture in a size; nothing, and a mistake, where it cannot be had.
     *
     * @param size pixels along the longer side
     */
    public static Optional<Picture> picture(FileName name, int size) {
        Value asked = name.asked().orElseThrow();
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String shown = "\"" + found.get() + "\"";
        if (!Files.isRegularFile(found.get())) {
            asked.mistake(shown + " is not a file", "name a picture, such as cat.png");
            return Optional.empty();
        }
        try {
            return Optional.of(PictureFile.read(found.get(), size));
        } catch (PictureException e) {
            asked.mistake(shown + " cannot be used", e.getMessage());
        } catch (IOException e) {
            asked.mistake(shown + " cannot be read (" + e.getMessage() + ")", "name a readable picture");
        }
        return Optional.empty();
    }

    /**
     * An array of numbers; nothing, and a mistake, where it cannot be had.
     *
     * @param usual what it is called in an archive where the name does not go on behind a slash
     */
    public static Optional<NumberArray> array(FileName name, String usual) {
        Optional<Path> archive = Optional.ofNullable(name.path().getParent()).filter(ArrayFile::isArchive);
        Optional<String> member = archive.map(path -> name.path().getFileName().toString());
        FileName file = new FileName(archive.orElse(name.path()), name.asked());
        return recorded(file, "an array, such as curves.npy", path -> ArrayFile.read(path, member, usual));
    }

    /** A log of a run; nothing, and a mistake, where it cannot be had. */
    public static Optional<RecordedLog> log(FileName name) {
        return recorded(name, "a CSV file", RecordedLog::read);
    }

    private interface RecordedReader<T> {
        T read(Path file) throws RecordingException, IOException;
    }

    private static <T> Optional<T> recorded(FileName name, String needed, RecordedReader<T> reader) {
        Value asked = name.asked().orElseThrow();
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String shown = "\"" + found.get() + "\"";
        if (!Files.isRegularFile(found.get())) {
            asked.mistake(shown + " is not a file", "name " + needed);
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(found.get()));
        } catch (RecordingException e) {
            asked.mistake(shown + " cannot be used", e.getMessage());
        } catch (IOException e) {
            asked.mistake(shown + " cannot be read (" + e.getMessage() + ")", "name " + needed);
        }
        return Optional.empty();
    }

    /** A font; nothing, and a mistake, where it cannot be had. */
    public static Optional<FontFile> font(FileName name) {
        Value asked = name.asked().orElseThrow();
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String shown = "\"" + found.get() + "\"";
        try {
            if (!Files.isRegularFile(found.get()) || Files.size(found.get()) > MAX_FONT_BYTES) {
                asked.mistake(shown + " is no file of at most " + (MAX_FONT_BYTES >> 20) + " MiB", "name a font's file");
                return Optional.empty();
            }
            return Optional.of(FontFile.of(Files.readAllBytes(found.get())));
        } catch (FontFileException e) {
            asked.mistake(shown + " cannot be used", e.getMessage());
        } catch (IOException e) {
            asked.mistake(shown + " cannot be read (" + e.getMessage() + ")", "name a readable file");
        }
        return Optional.empty();
    }

    /** What a file of parameters says, in JSON or YAML; nothing, and mistakes, where it cannot be had. */
    public static Optional<YamlNode> parameters(FileName name) {
        Value asked = name.asked().orElseThrow();
        Mistakes mistakes = asked.reading().mistakes();
        return find(name).flatMap(file -> TextFile.read(
                        file, file.toString(), MAX_JSON_BYTES, asked.position(), asked.path(), mistakes)
                .flatMap(text -> {
                    if (text.stripLeading().startsWith("{")) {
                        return JsonReader.readFile(text, file.toString(), mistakes);
                    }
                    // What is in a file that is none of parameters is nobody's business.
                    if (text.length() > MAX_YAML_CHARACTERS || !PARAMETERS_IN_YAML.matcher(text).lookingAt()) {
                        asked.mistake("\"" + file + "\" holds no parameters", "a JSON object with weights and biases,"
                                + " or a, b, c, d, is needed");
                        return Optional.empty();
                    }
                    return YamlReader.readFile(text, file.toString(), mistakes);
                }));
    }

    /** A track of sound, and the SHA-256 of its file. */
    public record Sound(SourceTrack track, String hash) {}

    /** What a file of sound holds; nothing, and a mistake, where it cannot be had. */
    public static Optional<Sound> track(FileName name) {
        Value asked = name.asked().orElseThrow();
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path file = found.get();
        if (!Files.isRegularFile(file)) {
            asked.mistake("\"" + file + "\" is not a file", "name a track, such as track.m4a");
            return Optional.empty();
        }
        try {
            return Optional.of(new Sound(SourceTrack.read(file),
                    MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString()));
        } catch (TrackException e) {
            asked.mistake("\"" + file + "\" cannot be used", e.getMessage());
        } catch (IOException e) {
            asked.mistake("\"" + file + "\" cannot be read (" + e.getMessage() + ")", "name a readable track");
        }
        return Optional.empty();
    }
}
