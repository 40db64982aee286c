package org.epochreel.render.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epochreel.data.DataSet;
import org.epochreel.data.Samples;
import org.epochreel.network.Probe;
import org.epochreel.random.NumpyRandom;
import org.epochreel.reference.Reference;
import org.epochreel.reference.ReferenceData;
import org.epochreel.render.train.RenderProgress;
import org.epochreel.run.Metrics;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SceneReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes, as their authors write them, train to the losses and accuracies that were computed elsewhere in float64. */
class SceneReferenceTest {

    private static final double LEAST = 1e-12;

    /** Where scaled numbers are far from 0. */
    private static final double LEAST_OF_TABLES = 1e-10;

    @TempDir
    Path directory;

    private final Progress silent = new Progress();

    private static final class Progress implements RenderProgress {
        @Override
        public void trained(int epoch, int epochs) {}

        @Override
        public void drawn(int frame, int frames) {}
    }

    private Scene read(String data, Reference rest) throws Exception {
        StringBuilder text = new StringBuilder("data: " + data + "\n");
        for (String group : rest.keys()) {
            if (!group.equals("data")) {
                text.append(group).append(": ").append(rest.at(group).flow()).append("\n");
            }
        }
        text.append("video: {panels: [loss]}\n");
        return SceneReader.read(Files.writeString(directory.resolve("scene.yaml"), text), List.of());
    }

    private Metrics trained(Scene scene) {
        return Plan.train(scene, 1, silent).get(0).run().metrics();
    }

    private static void compare(String id, Reference rows, Metrics metrics, double least) {
        for (Reference row : rows.each()) {
            int epoch = row.at("epoch").integer();
            compare(id, row, "train_loss", "train_rel_spread", metrics.trainLoss(), epoch, least);
            compare(id, row, "test_loss", "test_rel_spread", metrics.testLoss(), epoch, least);
            compare(id, row, "gradient_norm", "norm_rel_spread", metrics.gradientNorm(), epoch, least);
            if (row.has("train_accuracy") && (!row.has("accuracy_spread") || row.at("accuracy_spread").number() == 0)) {
                assertEquals(row.at("train_accuracy").number(), metrics.trainAccuracy().get(epoch), id + " " + epoch);
                if (row.has("test_accuracy")) {
                    assertEquals(row.at("test_accuracy").number(), metrics.testAccuracy().get(epoch), id + " " + epoch);
                }
            }
        }
    }

    private static void compare(String id, Reference row, String what, String spreadOf, ImmutableDoubleArray column,
            int epoch, double least) {
        double spread = row.has(spreadOf) ? row.at(spreadOf).number() : 0;
        if (!row.has(what) || spread > 1e-2) {
            return;
        }
        double expected = row.at(what).number();
        double tolerance = spread < 1e-7 ? Math.max(least, 100 * spread) : 10 * spread;
        double difference = Math.abs(column.get(epoch) - expected);
        assertTrue(difference <= tolerance * Math.abs(expected), id + " " + what + " " + epoch + ": " + expected
                + " but was " + column.get(epoch));
    }

    private String csv(Reference rows, List<String> columns) throws Exception {
        StringBuilder csv = new StringBuilder(String.join(",", columns) + "\n");
        for (Reference row : rows.each()) {
            csv.append(String.join(",", row.each().stream().map(Reference::text).toList())).append("\n");
        }
        Files.writeString(directory.resolve("rows.csv"), csv);
        return "file: rows.csv, x: [" + String.join(", ", columns.subList(0, columns.size() - 1)) + "]";
    }

    @Test
    void figuresAndSurfacesAreThoseOfTheirReferences() throws Exception {
        Reference points = Reference.read("points.json");
        int compared = 0;
        for (String cases : List.of("points_cases", "grid_cases", "uniform_cases")) {
            for (Reference each : points.at(cases).each()) {
                Path file = Files.writeString(directory.resolve("scene.yaml"),
                        "data: " + each.at("data").flow() + "\nnetwork: {hidden: [2]}\n");
                assertEquals(ReferenceData.of(each.at("data")), SceneReader.read(file, List.of()).data());
                compared++;
            }
        }
        assertEquals(20, compared);
    }

    @Test
    void classesAreLearned() throws Exception {
        for (Reference run : Reference.read("classes.json").at("cases").each()) {
            Reference data = run.at("scene").at("data");
            String source = data.has("rows")
                    ? "{csv: {" + csv(data.at("rows"), List.of("a", "b", "kind")) + ", label: kind}}" : data.flow();
            compare(run.at("id").text(), run.at("epochs"), trained(read(source, run.at("scene"))), LEAST);
        }
    }

    @Test
    void optimisersSchedulesPenaltiesAndFeaturesAreThoseOfTheirKeys() throws Exception {
        for (Reference run : Reference.read("learners.json").at("cases").each()) {
            Scene scene = read(run.at("scene").at("data").flow(), run.at("scene"));
            compare(run.at("id").text(), run.at("epochs"), trained(scene), LEAST);
        }
    }

    @Test
    void tablesAreSplitAndScaled() throws Exception {
        for (Reference run : Reference.read("scaling.json").at("cases").each()) {
            Reference data = run.at("scene").at("data");
            List<String> columns = data.at("csv").at("columns").each().stream().map(Reference::text).toList();
            String y = columns.get(columns.size() - 1);
            StringBuilder source = new StringBuilder("{csv: {" + csv(run.at("csv_rows"), columns) + ", y: " + y + "}");
            for (String key : data.keys()) {
                boolean drawn = data.has("test") || !key.equals("seed");
                source.append(key.equals("csv") || !drawn ? "" : ", " + key + ": " + data.at(key).flow());
            }
            Scene scene = read(source + "}", run.at("scene"));
            compare(run.at("id").text(), run.at("epochs"), trained(scene), LEAST_OF_TABLES);
        }
    }

    @Test
    void digitsAreSplitLearnedAndMixedUpAsElsewhere() throws Exception {
        Reference file = Reference.read("digits.json");
        Reference split = file.at("split");
        for (Reference run : file.at("cases").each()) {
            String id = run.at("id").text();
            Scene scene = read(split.at("data").flow(), run.at("scene"));
            DataSet data = scene.data().dataSet();
            int[] order = NumpyRandom.seeded(split.at("data").at("seed").seed()).permutation(1797);
            assertArrayEquals(split.at("train_first10").integers(), Arrays.copyOf(order, 10));
            assertEquals(split.at("train_pixel_sum").number(), sum(data.train()), 1e-9);
            assertEquals(split.at("test_pixel_sum").number(), sum(data.test().orElseThrow()), 1e-9);

            Plan plan = Plan.of(scene, silent);
            compare(id, run.at("epochs"), plan.run().metrics(), LEAST);
            compareAtTheEnd(id, run, plan, order);
        }
    }

    private static double sum(Samples samples) {
        return samples.inputs().columns().stream().mapToDouble(column -> column.stream().sum()).sum();
    }

    private static void compareAtTheEnd(String id, Reference run, Plan plan, int[] order) {
        Samples test = plan.data().test().orElseThrow();
        Probe probe = new Probe(plan.model(), test.inputs().toColumns());
        double[] parameters = plan.run().finalParameters().toArray();
        int[] said = new int[test.count()];
        probe.classes(parameters, said);
        ImmutableIntArray right = test.labels().orElseThrow().indices();
        int[][] confusion = new int[10][10];
        ImmutableIntArray.Builder wrong = ImmutableIntArray.builder();
        for (int row = 0; row < said.length; row++) {
            confusion[right.get(row)][said[row]]++;
            if (said[row] != right.get(row)) {
                wrong.add(order[plan.data().train().count() + row]);
            }
        }
        Optional<Reference> table = run.has("confusion_at_end")
                ? Optional.of(run.at("confusion_at_end").at("test")) : Optional.empty();
        for (int digit = 0; digit < 10 && table.isPresent(); digit++) {
            assertArrayEquals(table.get().at(digit).integers(), confusion[digit], id + " of " + digit);
        }
        if (run.has("wrong_test_file_rows")) {
            assertArrayEquals(run.at("wrong_test_file_rows").integers(), wrong.build().toArray(), id);
        }
        if (!run.has("predictions_at_end")) {
            return;
        }
        double[][] probabilities = probe.outputs(parameters);
        for (Reference prediction : run.at("predictions_at_end").each()) {
            int row = prediction.at("test_index").integer();
            double tolerance = Math.max(1e-11, 100 * prediction.at("max_abs_spread").number());
            for (int digit = 0; digit < 10; digit++) {
                assertEquals(prediction.at("probabilities").at(digit).number(), probabilities[digit][row], tolerance,
                        id + " row " + row);
            }
        }
    }
}
