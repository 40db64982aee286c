package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Path;
import org.epochreel.data.DataSet;
import org.epochreel.data.DataSource;
import org.epochreel.data.Labels;
import org.epochreel.network.Architecture;
import org.epochreel.network.Output;
import org.epochreel.scene.Scene;
import org.epochreel.scene.TrainingSpec;
import org.epochreel.scene.VideoSpec;
import org.epochreel.scene.canonical.ResolvedScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several columns of a file as inputs, and columns of labels. */
class PointsOfFilesTest {

    @TempDir
    Path directory;

    private SceneTexts scenes;

    @BeforeEach
    void prepare() {
        scenes = new SceneTexts(directory);
    }

    private Scene read(String csv) throws Exception {
        return scenes.read("data: {csv: " + csv + "}\nnetwork: {hidden: [2]}\n").scene();
    }

    private Labels labels(String column) throws Exception {
        scenes.write("rows.csv", "x," + column.replace(" ", "\n1,") + "\n");
        return read("{file: rows.csv, x: x, label: kind}").data().dataSet().train().labels().orElseThrow();
    }

    @Test
    void labelsThatAreNumbersAreComparedAsNumbersAndKeepTheirFirstWriting() throws Exception {
        Labels labels = labels("kind 10 9 1.0 1 -2 9.00");
        assertEquals(ImmutableList.of("-2", "1.0", "9", "10"), labels.classes());
        assertEquals(ImmutableIntArray.of(3, 2, 1, 1, 0, 2), labels.indices());
    }

    @Test
    void otherLabelsStandByCodePoint() throws Exception {
        // The last one is beyond the basic plane, whose surrogates come before U+FF21 as UTF-16.
        Labels labels = labels("kind 10 \uFF21 b \uD83D\uDE00 B 9 1 1.0");
        assertEquals(ImmutableList.of("1", "1.0", "10", "9", "B", "b", "\uFF21", "\uD83D\uDE00"), labels.classes());
    }

    @Test
    void theDefaultsFollowTheNumberOfClasses() throws Exception {
        scenes.write("rows.csv", "a,b,two,three\n1,2,x,p\n3,4,y,q\n5,6,x,r\n");
        Scene two = read("{file: rows.csv, x: [a, b], label: two}");
        Scene three = read("{file: rows.csv, x: [b, a], label: three}");
        Scene values = read("{file: rows.csv, x: [a], y: b}");
        assertEquals(Output.SIGMOID, architecture(two).output());
        assertEquals(1, architecture(two).outputs());
        assertEquals(Output.SOFTMAX, architecture(three).output());
        assertEquals(3, architecture(three).outputs());
        assertEquals(Output.IDENTITY, architecture(values).output());
        assertEquals(TrainingSpec.Loss.CROSS_ENTROPY, two.training().loss());
        assertEquals(TrainingSpec.Loss.CROSS_ENTROPY, three.training().loss());
        assertEquals(TrainingSpec.Loss.MSE, values.training().loss());
        assertEquals(ImmutableList.of(VideoSpec.PanelKind.FIELD), two.video().panelKinds());
        assertEquals(ImmutableList.of(VideoSpec.PanelKind.FIT), values.video().panelKinds());
        assertEquals(ImmutableList.of("b", "a"), three.data().inputNames());
        assertEquals(ImmutableList.of(2.0, 4.0, 6.0), three.data().dataSet().train().inputs().columns().get(0).asList());
    }

    private static Architecture architecture(Scene scene) {
        return ((Scene.Learner.Network) scene.learner()).architecture();
    }

    @Test
    void aStarMeansAllNamedColumnsThatAreNothingElse() throws Exception {
        scenes.write("rows.csv", ",a,day,b,kind\n0,1,2026-01-01,2,x\n1,3,2026-01-03,4,y\n");
        DataSource data = read("{file: rows.csv, x: \"*\", label: kind}").data();
        assertEquals(ImmutableList.of("a", "day", "b"), data.inputNames());
        assertEquals(ImmutableList.of(0.0, 2.0), data.dataSet().train().inputs().columns().get(1).asList());
    }

    @Test
    void aTestFilesClassesAreThoseOfTheTrainingSet() throws Exception {
        scenes.write("rows.csv", "a,kind\n1,2\n2,1\n3,3\n");
        scenes.write("test.csv", "a,kind\n7,3\n8,2.0\n");
        DataSet data = scenes.read("data: {csv: {file: rows.csv, x: a, label: kind}, test: {file: test.csv}}\n"
                + "network: {hidden: [2]}\n").scene().data().dataSet();
        assertEquals(ImmutableIntArray.of(2, 1), data.test().orElseThrow().labels().orElseThrow().indices());
        assertEquals(ImmutableList.of("1", "2", "3"), data.test().orElseThrow().labels().orElseThrow().classes());
    }

    @Test
    void theResolvedSceneIsTheSameScene() throws Exception {
        scenes.write("rows.csv", "a,b,kind\n1,2,1\n3,4,2\n5,6,1\n7,8,2\n");
        for (String data : new String[] {
            "{csv: {file: rows.csv, x: [b, a], label: kind}, seed: 4, test: {fraction: 0.25}, scale: min-max}",
            "{csv: {file: rows.csv, x: \"*\", y: a, missing: skip}}",
            "{x: {grid: {from: [-1, 0], to: [1, 2], count: [3, 4]}}, y: {expression: x1*x2}, test: {count: [2, 5]}}",
            "{x: {uniform: {from: [-1, 0, 3], to: [1, 2, 4], count: 9}}, y: {expression: x3}, noise: 0.5, test: {count: 2}}"
        }) {
            Scene scene = scenes.read("data: " + data + "\nnetwork: {hidden: [2], inputs: [\"1\"]}\n"
                    + "video: {panels: [loss]}\n").scene();
            String text = ResolvedScene.text(scene);
            assertEquals(scene, scenes.read(text).scene());
            assertEquals(ResolvedScene.hash(scene), ResolvedScene.hash(scenes.read(text).scene()));
        }
    }

    @Test
    void theHashDependsOnTheNamesOfClasses() throws Exception {
        scenes.write("rows.csv", "a,kind\n1,x\n3,y\n");
        String before = ResolvedScene.hash(read("{file: rows.csv, x: a, label: kind}"));
        scenes.write("rows.csv", "a,kind\n1,x\n3,z\n");
        assertNotEquals(before, ResolvedScene.hash(read("{file: rows.csv, x: a, label: kind}")));
    }
}
