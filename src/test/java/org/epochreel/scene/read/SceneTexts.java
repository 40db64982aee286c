package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.epochreel.scene.yaml.Mistake;

/** Reads scenes that a test writes into its own directory, and gives what their author is told, without that directory. */
record SceneTexts(Path directory) {

    static final String DATA = "data: {x: {grid: {from: -1, to: 1, count: 10}}, y: {linear: {a: 1, b: 2}}}\n";
    static final String SMALLEST = DATA + "network: {hidden: [2]}\n";

    Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<KeyOverride> parsed(String... overrides) {
        return Stream.of(overrides).map(KeyOverride::parse).toList();
    }

    SceneReader.Result read(String yaml, String... overrides) throws IOException, InvalidSceneException {
        return SceneReader.read(write("scene.yaml", yaml), parsed(overrides), false);
    }

    List<String> warnings(String yaml, String... overrides) throws IOException, InvalidSceneException {
        return read(yaml, overrides).warnings().stream().map(this::shown).toList();
    }

    String mistakes(String yaml, String... overrides) {
        return mistakes(false, yaml, overrides);
    }

    String mistakes(boolean confined, String yaml, String... overrides) {
        InvalidSceneException e = assertThrows(InvalidSceneException.class,
                () -> SceneReader.read(write("scene.yaml", yaml), parsed(overrides), confined));
        return String.join("\n", e.mistakes().stream().map(this::shown).toList());
    }

    private String shown(Mistake mistake) {
        return mistake.toString().replace(directory + "/", "");
    }
}
