package org.epochreel.scene.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedListTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "7|7", "1..4|1 2 3 4", "1,5,9..12|1 5 9 10 11 12", " 3 , 0 .. 1 |3 0 1", "5..5|5",
        "340282366920938463463374607431768211455|340282366920938463463374607431768211455"
    })
    void readsNumbersAndRangesInTheirOrder(String text, String expected) {
        assertEquals(expected, joined(SeedList.parse(text).seeds()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,", "1...3", "-1", "1.5", "4..1", "1,2,1", "1..3,2", "0..1024", "1..99999999999", "a"})
    void whatIsNoListIsRefused(String text) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SeedList.parse(text)).getMessage().length() > 20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"seeds: 1..3|1 2 3", "seeds: 5|5", "seeds: '2,4'|2 4", "seeds: [8, 1..2, 5]|8 1 2 5"})
    void aSceneNamesItsSeeds(String line, String expected) throws Exception {
        assertEquals(expected, joined(read(line)));
    }

    @Test
    void aSceneNeedsNone() throws Exception {
        assertEquals(List.of(), read(""));
    }

    @Test
    void aWrongListIsReportedWhereItStands() throws Exception {
        InvalidSceneException failure = assertThrows(InvalidSceneException.class, () -> read("seeds: 4..1"));
        assertTrue(failure.getMessage().contains("scene.yaml:3:8: seeds: the range 4..1 is empty"), failure.getMessage());
    }

    private List<BigInteger> read(String line) throws IOException, InvalidSceneException {
        Path file = folder.resolve("scene.yaml");
        Files.writeString(file, "data: {x: {grid: {from: 0, to: 1, count: 4}}, y: {linear: {a: 1, b: 2}}}\n"
                + "network: {hidden: [2]}\n" + line + "\n");
        return SceneReader.read(file, List.of()).seeds();
    }

    private static String joined(List<BigInteger> seeds) {
        return seeds.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
