package org.epochreel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneTreeTest {

    @TempDir
    private Path folder;

    private final Path output = Path.of("out");

    @Test
    void scenesKeepTheirPlaceBelowThePath() throws IOException {
        scene("b.yaml");
        scene("a/z.yml");
        scene("a/b/c.YAML");
        scene("a/notes.txt");
        assertEquals(
                List.of("out/a/b/c.mp4", "out/a/z.mp4", "out/b.mp4"), videos(folder));
    }

    @Test
    void aFileIsASceneWhateverItIsCalled() throws IOException {
        scene("a/mine.scene");
        assertEquals(List.of("out/mine.mp4"), videos(folder.resolve("a/mine.scene")));
    }

    @Test
    void whatIsHiddenIsPassedOver() throws IOException {
        scene("a.yaml");
        scene(".git/b.yaml");
        scene(".c.yaml");
        assertEquals(List.of("out/a.mp4"), videos(folder));
    }

    @Test
    void linksAreFollowedButNotInCircles() throws IOException {
        scene("a/b.yaml");
        Files.createSymbolicLink(folder.resolve("a/circle"), folder);
        Files.createSymbolicLink(folder.resolve("linked.yaml"), folder.resolve("a/b.yaml"));
        assertEquals(List.of("out/a/b.mp4", "out/linked.mp4"), videos(folder));
    }

    @Test
    void twoScenesForOneFileAreRefused() throws IOException {
        scene("a/x.yaml");
        scene("b/x.yaml");
        String sentence = refusal(folder.resolve("a"), folder.resolve("b"));
        assertTrue(sentence.contains("out/x.mp4"), sentence);
        scene("a/x.yml");
        assertTrue(refusal(folder.resolve("a")).contains("x.yml"));
    }

    @Test
    void aPathWithoutScenesIsRefused() throws IOException {
        scene("a/readme.txt");
        assertTrue(refusal(folder.resolve("a")).contains(".yaml"));
        assertTrue(refusal(folder.resolve("absent")).contains("absent"));
    }

    private void scene(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "data: {}");
    }

    private List<String> videos(Path... paths) throws IOException {
        return SceneTree.find(List.of(paths), output).stream().map(leaf -> leaf.target().video().toString()).toList();
    }

    private String refusal(Path... paths) {
        return assertThrows(IllegalArgumentException.class, () -> SceneTree.find(List.of(paths), output)).getMessage();
    }
}
