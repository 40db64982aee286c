package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of values behind {@code --set}: always the option, never a file or a line. */
class OverrideMistakesTest {

    @TempDir
    Path directory;

    private String mistakes(String override) {
        return new SceneTexts(directory).mistakes(SceneTexts.SMALLEST, override);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "title={seed} seeds~text that starts with { needs quotes; put it in quotes: \"{seed} seeds\"",
        "title=[old] run~text that starts with [ needs quotes; put it in quotes: \"[old] run\"",
        "title={seed}~text that starts with { needs quotes; write \"{seed}\"",
        "title=#2 of 5~# begins a comment, so there is no value; put it in quotes: \"#2 of 5\"",
        "title=note: this~text that holds a colon and a space needs quotes; write \"note: this\"",
        "title=**loud**~text that starts with * needs quotes; put it in quotes: \"**loud**\"",
        "title=>70%~text that starts with > needs quotes; put it in quotes: \">70%\"",
        "title='don't'~text goes on after the closing quote; quotes stand around the whole text; put it in quotes:"
                + " \"don't\"",
        "title=\"open~this value is not YAML; put it in quotes: '\"open'"})
    void textThatYamlTakesForSomethingElseIsToBeQuoted(String override, String said) {
        assertEquals("--set title: " + said, mistakes(override));
    }

    @Test
    void anItemThatAListLacksIsSaid() {
        String scene = SceneTexts.SMALLEST + "training: {cutoffs: [{at-epoch: 1, learning-rate: 1}]}\n";
        assertEquals("--set training.cutoffs.1.learning-rate: there is no item \"1\" in this list; allowed are 0 to 0",
                new SceneTexts(directory).mistakes(scene, "training.cutoffs.1.learning-rate=2"));
    }

    @Test
    void aNumberWhereAListIsNeededIsShownInBrackets() {
        assertEquals("--set network.hidden: 12 is not a list; write one in brackets, such as [12]",
                mistakes("network.hidden=12"));
    }

    @Test
    void aSecondDocumentIsNoSecondFile() {
        assertEquals("--set title: --- separates two values; an option holds one", mistakes("title=a\n--- b"));
    }
}
