package org.epochreel.scene.read.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlyphWarningsTest {

    @TempDir
    Path folder;

    @Test
    void everyTextOfAVideoIsLookedAt() throws IOException, InvalidSceneException {
        Path scene = Files.writeString(folder.resolve("texts.yaml"), """
                title: "a \u65e5"
                data: {x: {grid: {from: -1, to: 1, count: 9}}, y: {linear: {a: 1, b: 2}}}
                model: linear
                video:
                  subtitle: "b \u65e5"
                  caption: "c \u65e5"
                  axes: {x-label: "d \u65e5", y-label: "e"}
                """);
        List<String> warnings = SceneReader.read(scene, List.of(), false).warnings().stream()
                .map(Object::toString)
                .filter(warning -> warning.contains("in no typeface"))
                .toList();
        assertEquals(4, warnings.size(), warnings.toString());
        String[] places = {":1:11: title", ":5:16: video.subtitle", ":6:15: video.caption", ":7:22: video.axes.x-label"};
        for (String place : places) {
            assertTrue(warnings.stream().anyMatch(warning -> warning.contains(place)), warnings.toString());
        }
    }
}
