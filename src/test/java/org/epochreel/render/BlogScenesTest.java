package org.epochreel.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.epochreel.frame.FrameRate;
import org.epochreel.frame.FrameSize;
import org.epochreel.network.Probe;
import org.epochreel.render.plan.Plan;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the thirteen recreated videos to the originals, digitised to about a hundredth of a pixel. */
class BlogScenesTest {

    /** Height of the original's axes box in its pixels. */
    private static final double BOX_HEIGHT = 252 - 34.56;

    /** How much further from the original than the best known retracing a curve may lie, in the original's pixels. */
    private static final double TOLERANCE = 0.2;

    @ParameterizedTest
    @ValueSource(strings = {
        "linear-1", "linear-3", "linear-5", "linear-6", "quadratic-1", "quadratic-2", "quadratic-4", "sinusoidal-1",
        "sinusoidal-2", "sinusoidal-3", "sinusoidal-4", "sinusoidal-5", "sinusoidal-6"
    })
    void curvesLieWhereTheOriginalsLie(String name) throws Exception {
        JsonNode original = original(name);
        Scene scene = SceneReader.read(Path.of("scenes/blog", name + ".yaml"), ImmutableList.of());
        Plan plan = Plan.of(scene, new Silence());

        assertEquals(original.get("frames").asInt(), plan.timeline().frameCount());
        assertEquals(new FrameSize(432, 288), scene.video().size());
        assertEquals(FrameRate.of(15), scene.video().fps());

        double height = original.get("y_limits").get(1).asDouble() - original.get("y_limits").get(0).asDouble();
        Probe probe = Probe.line(plan.model(), plan.data().train().x().toArray());
        double[] y = new double[probe.count()];
        JsonNode curves = original.get("original_curve_at_epoch");
        int compared = 0;
        int i = 0;
        for (Map.Entry<String, JsonNode> entry : curves.properties()) {
            int epoch = Integer.parseInt(entry.getKey());
            double allowed = original.get("replay_rms_px").get(i++).asDouble() + TOLERANCE;
            if (epoch > original.get("tracks_original_up_to_epoch").asInt()) {
                continue;
            }
            plan.play(plan.timeline().until(epoch), (index, shown, parameters) ->
                    System.arraycopy(probe.curve(parameters.get(0)), 0, y, 0, y.length));
            double distance = rootMeanSquare(y, entry.getValue()) / height * BOX_HEIGHT;
            assertTrue(distance <= allowed, name + " at epoch " + epoch + " is " + distance + " px off; allowed " + allowed);
            compared++;
        }
        assertTrue(compared >= 3, "only " + compared + " epochs compared");
    }

    /** Over the points where the original's curve was inside the axes. */
    private static double rootMeanSquare(double[] y, JsonNode original) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (!original.get(i).isNull()) {
                double difference = y[i] - original.get(i).asDouble();
                sum += difference * difference;
                count++;
            }
        }
        assertTrue(count > 20, "only " + count + " points inside the axes");
        return Math.sqrt(sum / count);
    }

    private static JsonNode original(String name) throws Exception {
        try (InputStream in = BlogScenesTest.class.getResourceAsStream("/org/epochreel/blog/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
