package org.epochreel.scene.read;

import static org.epochreel.scene.read.SceneTexts.SMALLEST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenes that can be rendered but will not show what their author meant. */
class SceneWarningsTest {

    @TempDir
    Path directory;

    private SceneTexts scenes;

    @BeforeEach
    void setUp() {
        scenes = new SceneTexts(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Run #2", "Run # 2", "Run   #2"})
    void textLostInACommentIsPointedOut(String title) throws Exception {
        assertEquals(List.of("scene.yaml:1:8: title: warning: what follows # is a comment, so the text is \"Run\"; to keep"
                + " it, write \"" + title + "\""), scenes.warnings("title: " + title + "\n" + SMALLEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Run   # the second one", "'Run' #2", "C# and F#", "\"Run #2\""})
    void commentsThatStandApartAndTextInQuotesAreNot(String title) throws Exception {
        assertEquals(List.of(), scenes.warnings("title: " + title + "\n" + SMALLEST));
    }

    @Test
    void numbersAreFollowedByCommentsAsOftenAsOneLikes() throws Exception {
        assertEquals(List.of(), scenes.warnings(SMALLEST + "training:\n  epochs: 5 #short\n  loss: mse #plain\n"));
    }

    @Test
    void columnsLoseTheirNamesToCommentsToo() throws Exception {
        scenes.write("points.csv", "t,y\n1,2\n2,3\n");
        assertEquals(List.of("scene.yaml:1:41: data.csv.y: warning: what follows # is a comment, so the text is \"y\"; to"
                + " keep it, write \"y #1\""),
                scenes.warnings("data: {csv: {file: points.csv, x: t, y: y #1\n  }}\nmodel: linear\n"));
    }

    @Test
    void cutoffsThatNeverFireAreToldByTheirPlace() throws Exception {
        assertEquals(List.of(
                "scene.yaml:5:7: training.cutoffs[1]: warning: this cut-off never changes anything; it is first asked at"
                        + " epoch 50, and the run has 50 epochs",
                "scene.yaml:6:7: training.cutoffs[2]: warning: this cut-off never changes anything; it is first asked at"
                        + " epoch 60, and the run has 50 epochs"),
                scenes.warnings(SMALLEST + "training: {epochs: 50, cutoffs: [\n"
                        + "      {at-epoch: 49, learning-rate: 1},\n      {at-epoch: 50, learning-rate: 2},\n"
                        + "      {loss-change-below: 1, not-before: 60, learning-rate: 3},\n"
                        + "      {loss-below: 1, learning-rate: 4}]}\n"));
    }

    @Test
    void aStepAsLongAsTheRunDrawsNothingBetween() throws Exception {
        assertEquals(List.of("scene.yaml:3:8: video: warning: frames: {every: 400} draws only the first and the last of 400"
                + " epochs; the larger the number, the fewer frames"),
                scenes.warnings(SMALLEST + "video: {frames: {every: 400}}\ntraining: {epochs: 400}\n"));
        assertEquals(List.of(), scenes.warnings(SMALLEST + "video: {frames: {every: 399}}\ntraining: {epochs: 400}\n"));
    }

    @Test
    void valuesWhoseSquaresOverflowAreTold() throws Exception {
        assertEquals(List.of("scene.yaml:1:52: data.y: warning: the squares of y are too large for doubles, so no loss but"
                + " mae can be computed; use smaller numbers, such as y in another unit"),
                scenes.warnings(SMALLEST.replace("a: 1,", "a: 1e200,")));
    }
}
