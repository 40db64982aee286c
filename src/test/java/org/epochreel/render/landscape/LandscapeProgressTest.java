package org.epochreel.render.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.epochreel.render.SceneRenderer;
import org.epochreel.render.Still;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeProgressTest {

    @TempDir
    Path directory;

    @Test
    void eachRowOfALandscapeIsToldOnceInOrder() throws Exception {
        Path scene = Files.writeString(directory.resolve("scene.yaml"), """
                data: {x: {grid: {from: -1, to: 1, count: 20}}, y: {linear: {a: 1, b: 2}}}
                model: linear
                training: {learning-rate: 0.1, epochs: 20}
                video: {size: 320x180, panels: [fit, {landscape: {grid: 13}}]}
                """);
        List<String> told = new ArrayList<>();
        SceneRenderer.amongOthers().still(SceneReader.read(scene, List.of()), OptionalInt.empty(), Still.Format.PNG, new RenderProgress() {
            @Override
            public void trained(int epoch, int epochs) {}

            @Override
            public void drawn(int frame, int frames) {}

            @Override
            public void surveyed(int row, int rows) {
                told.add(row + "/" + rows);
            }
        });
        assertEquals(13, told.size(), told.toString());
        assertEquals("13/13", told.get(12));
    }
}
