package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.network.Probe;
import org.epochreel.render.pace.Timeline;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentsTest {

    private static final RenderProgress SILENCE = new RenderProgress() {
        @Override
        public void trained(int epoch, int epochs) {}

        @Override
        public void drawn(int frame, int frames) {}

        @Override
        public void remark(String sentence) {}

        @Override
        public void written() {}
    };

    @TempDir
    Path folder;

    private Plan plan(String training) throws IOException, InvalidSceneException {
        Path scene = Files.writeString(folder.resolve("wave.yaml"), """
                data: {x: {grid: {from: -3, to: 3, count: 40}}, y: {linear: {a: 2, b: -1}}}
                model: linear
                initialisation: {parameters: {a: 0, b: 0}}
                training: %s
                """.formatted(training));
        return Plan.of(SceneReader.read(scene, List.of()), SILENCE);
    }

    @Test
    void firstLastAndChangesOfTheRateAreAmongThem() throws Exception {
        ImmutableIntArray moments = plan(
                "{learning-rate: 0.001, epochs: 500, cutoffs: [{at-epoch: 123, learning-rate: 0.002}]}").moments(12);
        assertEquals(12, moments.length());
        assertEquals(0, moments.get(0));
        assertEquals(500, moments.get(11));
        assertTrue(moments.contains(123), moments.toString());
    }

    @Test
    void aRunOfFewEpochsShowsAllOfThem() throws Exception {
        assertEquals(ImmutableIntArray.of(0, 1, 2, 3), plan("{learning-rate: 0.001, epochs: 3}").moments(12));
    }

    @Test
    void ofManyChangesSomeAreShown() throws Exception {
        StringBuilder cutoffs = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            cutoffs.append(i == 1 ? "" : ", ").append("{at-epoch: ").append(2 * i).append(", learning-rate: 0.00")
                    .append(i).append('}');
        }
        assertEquals(12, plan("{learning-rate: 0.1, epochs: 100, cutoffs: [" + cutoffs + "]}").moments(12).length());
    }

    @Test
    void theModelMovesAboutAsFarFromEachToTheNext() throws Exception {
        Plan plan = plan("{learning-rate: 0.01, epochs: 400}");
        ImmutableIntArray moments = plan.moments(9);
        Probe probe = Probe.line(plan.model(), new double[] {-3, -1, 1, 3});
        List<double[]> curves = new ArrayList<>();
        plan.play(new Timeline(moments, 0, 0), (index, epoch, parameters) -> curves.add(probe.curve(parameters.get(0)).clone()));
        double[] ways = new double[curves.size() - 1];
        double all = 0;
        for (int i = 0; i < ways.length; i++) {
            for (int k = 0; k < 4; k++) {
                ways[i] += Math.abs(curves.get(i + 1)[k] - curves.get(i)[k]);
            }
            all += ways[i];
        }
        for (double way : ways) {
            assertTrue(way < 0.5 * all, "one step is half of the way");
        }
        assertTrue(moments.get(4) < 100, "most moves early: " + moments);
    }
}
