package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.epochreel.network.Probe;
import org.epochreel.render.Silence;
import org.epochreel.render.pace.Timeline;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How evenly the drawn curve moves, measured at other places than those by which the film is planned. */
class EvenMotionTest {

    private static final int PLACES = 301;

    @TempDir
    Path directory;

    /** The largest ratio of what two frames after each other move the curve, but for rests and jumps; -1 for nothing. */
    static double largestRatio(Scene scene) throws IOException {
        Plan plan = Plan.of(scene, new Silence());
        double[] x = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            x[i] = plan.x().from() + (i + 0.5) * (plan.x().to() - plan.x().from()) / PLACES;
        }
        Probe probe = Probe.line(plan.model(), x);
        List<double[]> curves = new ArrayList<>();
        plan.play(plan.timeline(), (index, epoch, parameters) -> curves.add(clipped(probe, parameters.get(0), plan)));
        Timeline timeline = plan.timeline();
        double largest = 1;
        double before = -1;
        int quiet = 0;
        for (int i = 1; i < curves.size(); i++) {
            double moved = distance(curves.get(i - 1), curves.get(i)) / (plan.y().to() - plan.y().from());
            // A rest and the third of a second before it, and a jump, are meant to stand out.
            boolean special = nearRest(timeline, i) || moved > 0.15;
            quiet = special ? 0 : quiet + 1;
            if (quiet > 1 && before > 0) {
                largest = Math.max(largest, Math.max(moved / before, before / moved));
            }
            before = moved;
        }
        return largest;
    }

    private static boolean nearRest(Timeline timeline, int index) {
        for (int i = Math.max(1, index - 1); i <= Math.min(timeline.length() - 1, index + 10); i++) {
            if (timeline.rests(i)) {
                return true;
            }
        }
        return false;
    }

    private static double[] clipped(Probe probe, double[] parameters, Plan plan) {
        double[] curve = probe.curve(parameters).clone();
        for (int i = 0; i < curve.length; i++) {
            curve[i] = Math.max(plan.y().from(), Math.min(plan.y().to(), curve[i]));
        }
        return curve;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    @Test
    void aSlowFitWhoseRateRisesMovesEvenly() throws Exception {
        Path file = Files.writeString(directory.resolve("scene.yaml"), """
                data:
                  x: {grid: {from: -10, to: 9.8, count: 60}}
                  y: {linear: {a: -2.5, b: -0.8}}
                network: {hidden: [12], activation: sigmoid}
                initialisation: {seed: 3, scheme: blog}
                training:
                  learning-rate: 1e-5
                  cutoffs: [{at-epoch: 150, learning-rate: 1e-4}]
                  epochs: 400
                video: {frames: {count: 300, pace: motion, in-between: true}}
                """);
        double ratio = largestRatio(SceneReader.read(file, List.of()));
        assertTrue(ratio < 1.15, "neighbours differ by " + ratio);
    }

    @Test
    void cornersThatWobbleFromEpochToEpochMoveEvenlyWhereEpochsOutnumberFrames() throws Exception {
        Path file = Files.writeString(directory.resolve("scene.yaml"), """
                data:
                  x: {grid: {from: -2, to: 2, count: 80}}
                  y: {expression: "abs(x) * cos(4*x)"}
                network: {hidden: [20], activation: relu}
                initialisation: {seed: 4, scheme: torch}
                training: {optimiser: adam, learning-rate: 1e-2, epochs: 1500}
                video: {frames: {count: 300, pace: motion, in-between: true}, theme: paper}
                """);
        double ratio = largestRatio(SceneReader.read(file, List.of()));
        assertTrue(ratio < 1.15, "neighbours differ by " + ratio);
    }

    public static void main(String[] args) throws Exception {
        for (String scene : args) {
            System.out.println(scene + " " + largestRatio(SceneReader.read(Path.of(scene), List.of(
                    KeyOverride.parse("video.frames={count: 600, pace: motion, in-between: true}"),
                    KeyOverride.parse("video.theme=paper")))));
        }
    }
}
