package org.epochreel.render.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epochreel.landscape.Landscape;
import org.epochreel.landscape.LossGrid;
import org.epochreel.landscape.Plane;
import org.epochreel.reference.Reference;
import org.epochreel.render.plan.Plan;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeSurveyTest {

    private static final String SINE = """
            data: {x: {uniform: {from: -3, to: 3, count: 60}}, y: {expression: "sin(x)"}, noise: 0.1, seed: 8}
            network: {hidden: [8], activation: tanh}
            initialisation: {seed: 9, scheme: torch}
            training: {loss: mse, optimiser: gradient-descent, learning-rate: 0.1, epochs: 300}
            video: {panels: [landscape]}
            """;

    @TempDir
    Path directory;

    private Landscape landscape(String text, String... overrides) throws Exception {
        Path file = Files.writeString(directory.resolve("scene.yaml"), text);
        List<KeyOverride> keys = List.of(overrides).stream().map(KeyOverride::parse).toList();
        Plan plan = Plan.of(SceneReader.read(file, keys), new RenderProgress() {
            @Override
            public void trained(int epoch, int epochs) {}

            @Override
            public void drawn(int frame, int frames) {}
        });
        return LandscapeSurvey.of(plan).orElseThrow();
    }

    @Test
    void aScenesPlaneIsTheReferences() throws Exception {
        Reference wanted = Reference.read("landscape.json").at("trajectory_cases").at(0);
        Landscape found = landscape(SINE);

        assertEquals(Plane.Kind.TRAJECTORY, found.plane().kind());
        assertEquals(wanted.at("share_of_variance").at("both").number(), found.plane().share(), 1e-9);
        for (Reference point : wanted.at("path").each()) {
            int epoch = point.at("epoch").integer();
            assertEquals(point.at("c1").number(), found.paths().get(0).x().get(epoch), 1e-8);
            assertEquals(point.at("c2").number(), found.paths().get(0).y().get(epoch), 1e-8);
        }
    }

    @Test
    void theWindowHoldsThePathWithAQuarterOfItsExtentOnEachSide() throws Exception {
        Landscape found = landscape(SINE);
        double least = found.paths().get(0).x().stream().min().orElseThrow();
        double greatest = found.paths().get(0).x().stream().max().orElseThrow();

        assertEquals(least - 0.25 * (greatest - least), found.window().x().from(), 1e-9);
        assertEquals(greatest + 0.25 * (greatest - least), found.window().x().to(), 1e-9);
    }

    @Test
    void everyPlaneHasFiniteLossesWhereThePathIs() throws Exception {
        for (String plane : List.of("trajectory", "random", "parameters")) {
            LossGrid grid = grid(landscape(SINE, "video.panels=[{landscape: {plane: " + plane + ", grid: 11, seed: 3}}]"));
            assertTrue(grid.losses().stream().allMatch(loss -> Double.isFinite(loss) && loss > 0), plane);
        }
    }

    private static LossGrid grid(Landscape landscape) {
        return landscape.losses().over(landscape.window());
    }

    @Test
    void ofARunThatDivergesTheWindowHoldsWhatCameBefore() throws Exception {
        Landscape found = landscape("""
                data: {x: {grid: {from: -3, to: 3, count: 30}}, y: {linear: {a: 1, b: 2}}}
                model: linear
                initialisation: {parameters: {a: 0, b: 0}}
                training: {learning-rate: 1.2, epochs: 2000}
                video: {panels: [landscape]}
                """);

        assertEquals(Plane.Kind.EXACT, found.plane().kind());
        assertTrue(found.window().x().to() < 1000, found.window().toString());
        assertTrue(grid(found).least().isPresent());
    }

    @Test
    void runsThatAreComparedShareOnePlane() throws Exception {
        Landscape found = landscape(SINE + "compare: {training.optimiser: {plain: gradient-descent, Adam: adam}}\n");

        assertEquals(2, found.paths().size());
        assertEquals(0, found.paths().get(0).x().get(300), 1e-12);
        assertEquals(found.paths().get(0).x().get(0), found.paths().get(1).x().get(0), 1e-12);
    }
}
