package org.epochreel.scene.read;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.epochreel.data.CsvException;
import org.epochreel.data.CsvTable;
import org.epochreel.data.Samples;
import org.epochreel.scene.Limits;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.TextFile;
import org.epochreel.scene.yaml.YamlReader;
import org.epochreel.text.NearestName;

/** The files that a scene names, relative to the scene's own directory. */
final class SceneFiles {

    private static final int MAX_SIBLINGS = 10_000;

    private final Path directory;
    private final Mistakes mistakes;
    private final Set<Path> read = new LinkedHashSet<>();

    SceneFiles(Path scene, Mistakes mistakes) {
        Path parent = scene.getParent();
        this.directory = parent == null ? Path.of("") : parent;
        this.mistakes = mistakes;
        read.add(scene);
    }

    /** The scene file, and the others that were read so far. */
    ImmutableList<Path> read() {
        return ImmutableList.copyOf(read);
    }

    /** The path that a key names, as written; nothing, and a mistake, where it names none. */
    Optional<Path> named(Value value) {
        Optional<String> text = value.text("points.csv");
        try {
            if (text.isPresent() && text.get().isBlank()) {
                value.mistake("the file's name is empty", "write a name, such as points.csv");
                return Optional.empty();
            }
            return text.map(Path::of);
        } catch (InvalidPathException e) {
            value.mistake(value.shown() + " is not a file's name", "write a name, such as points.csv");
            return Optional.empty();
        }
    }

    private boolean isMissing(Path named, Value asked) {
        Path file = directory.resolve(named);
        if (Files.exists(file)) {
            read.add(file);
            return false;
        }
        String hint = "";
        Path parent = file.toAbsolutePath().getParent();
        if (file.getFileName() != null && parent != null) {
            try (Stream<Path> siblings = Files.list(parent)) {
                hint = NearestName.of(file.getFileName().toString(), siblings.limit(MAX_SIBLINGS)
                                .map(sibling -> sibling.getFileName().toString()).sorted().toList())
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("");
            } catch (IOException | UncheckedIOException e) {
                hint = "; the directory \"" + parent + "\" cannot be read";
            }
        }
        asked.mistake("there is no file \"" + file + "\"", "the name counts from the scene's directory" + hint);
        return true;
    }

    /** Two columns of a CSV file; nothing, and mistakes, where they cannot be had. */
    Optional<Samples> samples(Path named, Value asked, String xColumn, String yColumn) {
        Path file = directory.resolve(named);
        if (isMissing(named, asked)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            asked.mistake("\"" + file + "\" is not a file", "name a CSV file");
            return Optional.empty();
        }
        try {
            return Optional.of(CsvTable.read(file, xColumn, yColumn));
        } catch (CsvException e) {
            e.problems().forEach(problem -> mistakes.add(
                    new Position(file.toString(), (int) problem.line(), 1), asked.path(), problem.message()));
        } catch (IOException e) {
            asked.mistake("\"" + file + "\" cannot be read (" + e.getMessage() + ")", "name a readable CSV file");
        }
        return Optional.empty();
    }

    /** What a JSON or YAML file says, as the value of {@code path}; nothing, and mistakes, if it cannot be had. */
    Optional<Value> tree(Path named, Value asked, String path) {
        if (isMissing(named, asked)) {
            return Optional.empty();
        }
        String shown = directory.resolve(named).toString();
        return TextFile.read(
                        Path.of(shown), shown, Limits.MAX_PARAMETER_BYTES, asked.position(), asked.path(), mistakes)
                .flatMap(text -> YamlReader.readFile(text, shown, mistakes))
                .map(node -> new Value(node, path, mistakes));
    }
}
