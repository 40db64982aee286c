package org.epochreel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.epochreel.data.DataSet;
import org.epochreel.landscape.LossGrid;
import org.epochreel.landscape.LossSurface;
import org.epochreel.landscape.Motion;
import org.epochreel.landscape.Plane;
import org.epochreel.landscape.Position;
import org.epochreel.landscape.Window;
import org.epochreel.network.CurveFamily;
import org.epochreel.network.Model;
import org.epochreel.reference.Reference;
import org.epochreel.reference.ReferenceData;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LandscapeReferenceTest {

    private static final Reference ALL = Reference.read("landscape.json");

    static Stream<Reference> exact() {
        return ALL.at("exact_cases").each().stream();
    }

    static Stream<Reference> trajectories() {
        return ALL.at("trajectory_cases").each().stream();
    }

    private static LossSurface surface(Plane plane, int size, Model model, DataSet data, TrainingSpec spec, int threads) {
        return new LossSurface(plane, size, () -> new TrainingLoss(model, data.train(), spec.loss())::of, threads,
                (rows, ofRows) -> {});
    }

    @ParameterizedTest
    @MethodSource("exact")
    void theExactPlaneOfALineIsTheReferences(Reference wanted) {
        Reference scene = wanted.at("scene");
        DataSet data = ReferenceData.of(scene.at("data")).dataSet();
        TrainingSpec spec = ReferenceScene.spec(scene.at("training"));
        Reference start = scene.at("initialisation").at("parameters");
        List<double[]> epochs = new ArrayList<>();
        new Training(CurveFamily.LINEAR, data,
                ImmutableDoubleArray.of(start.at("a").number(), start.at("b").number()), spec)
                .run((epoch, parameters) -> epochs.add(parameters.clone()));
        Plane plane = Plane.exact("a", "b");
        for (Reference point : wanted.at("path").each()) {
            Position at = plane.nearest(epochs.get(point.at("epoch").integer()));
            assertEquals(point.at("a").number(), at.x(), 1e-9);
            assertEquals(point.at("b").number(), at.y(), 1e-9);
        }
        // As many rows as columns; the last ones lie beyond the reference's.
        double[] a = wanted.at("a").numbers();
        double[] b = wanted.at("b").numbers();
        Window window = new Window(new Range(a[0], a[a.length - 1]),
                new Range(b[0], b[0] + (a.length - 1) * (b[1] - b[0])));
        LossGrid grid = surface(plane, a.length, CurveFamily.LINEAR, data, spec, 2).over(window);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double loss = wanted.at("loss_at_a_i_b_j").at(i).at(j).number();
                assertEquals(loss, grid.at(i, j), 1e-9 * loss);
            }
        }
        assertEquals(wanted.at("minimum").at("a").number(), grid.least().orElseThrow().x(), 1e-7);
        assertEquals(wanted.at("minimum").at("b").number(), grid.least().orElseThrow().y(), 1e-7);
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void thePlaneOfARunIsTheReferences(Reference wanted) {
        ReferenceScene scene = scene(wanted.at("scene"));
        List<double[]> epochs = epochs(scene);
        double[] last = epochs.get(epochs.size() - 1);
        double tolerance = 1e-9 + 100 * wanted.at("directions_max_abs_spread").number();
        List<double[]> rows = new ArrayList<>();
        Motion.Squares squares = new Motion.Squares(last.length);
        for (double[] epoch : epochs) {
            double[] row = new double[last.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = epoch[i] - last[i];
            }
            rows.add(row);
            squares.add(row);
        }
        for (Motion motion : List.of(Motion.ofRows(rows), squares)) {
            Plane plane = Plane.ofTrajectory(last, motion);
            double[] first = ReferenceScene.flat(wanted.at("direction_1"), scene.architecture()).toArray();
            double[] second = ReferenceScene.flat(wanted.at("direction_2"), scene.architecture()).toArray();
            for (int i = 0; i < last.length; i++) {
                assertEquals(first[i], plane.first().get(i), tolerance);
                assertEquals(second[i], plane.second().get(i), tolerance);
            }
            Reference share = wanted.at("share_of_variance");
            assertEquals(share.at("first").number(), plane.firstShare(), 1e-9);
            assertEquals(share.at("second").number(), plane.secondShare(), 1e-9);
            assertEquals(share.at("both").number(), plane.share(), 1e-9);
            for (Reference point : wanted.at("path").each()) {
                Position at = plane.nearest(epochs.get(point.at("epoch").integer()));
                assertEquals(point.at("c1").number(), at.x(), tolerance * last.length);
                assertEquals(point.at("c2").number(), at.y(), tolerance * last.length);
            }
            double[] c1 = wanted.at("c1").numbers();
            double[] c2 = wanted.at("c2").numbers();
            TrainingLoss loss = new TrainingLoss(scene.network(), scene.data().train(), scene.spec().loss());
            double[] parameters = new double[last.length];
            for (int i = 0; i < c1.length; i++) {
                for (int j = 0; j < c2.length; j++) {
                    plane.parameters(c1[i], c2[j], parameters);
                    double value = wanted.at("loss_at_c1_i_c2_j").at(i).at(j).number();
                    assertEquals(value, loss.of(parameters), 1e-9 * value);
                }
            }
        }
    }

    private static ReferenceScene scene(Reference scene) {
        return ReferenceScene.of(scene);
    }

    private static List<double[]> epochs(ReferenceScene scene) {
        List<double[]> epochs = new ArrayList<>();
        new Training(scene.network(), scene.data(), scene.start(), scene.spec())
                .run((epoch, parameters) -> epochs.add(parameters.clone()));
        return epochs;
    }

    @Test
    void lossesDoNotDependOnTheNumberOfThreads() {
        ReferenceScene scene = scene(ALL.at("trajectory_cases").at(3).at("scene"));
        Plane plane = new Plane(Plane.Kind.RANDOM, scene.start(), scene.start(), scene.start(), "", "", 0, 0);
        Window window = new Window(new Range(-1, 1), new Range(-2, 2));
        LossGrid alone = surface(plane, 23, scene.network(), scene.data(), scene.spec(), 1).over(window);
        for (int threads = 2; threads < 6; threads++) {
            assertEquals(alone.losses(),
                    surface(plane, 23, scene.network(), scene.data(), scene.spec(), threads).over(window).losses());
        }
    }
}
