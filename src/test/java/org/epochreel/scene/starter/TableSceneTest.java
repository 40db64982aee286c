package org.epochreel.scene.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.epochreel.data.DataSource;
import org.epochreel.random.NumpyRandom;
import org.epochreel.scene.Scene;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.InvalidSceneException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSceneTest {

    @TempDir
    Path directory;

    private TableScene made(String table) throws Exception {
        Path csv = Files.writeString(directory.resolve("my table.csv"), table);
        return TableScene.of(csv, directory.resolve("film.yaml"), Optional.empty(), Optional.empty());
    }

    /** The scene, which must read without a mistake or a warning. */
    private DataSource.Csv read(TableScene made) throws InvalidSceneException, IOException {
        Path file = Files.writeString(directory.resolve("film.yaml"), made.text());
        SceneReader.Result result = SceneReader.read(file, List.of(), false);
        assertEquals(List.of(), result.warnings());
        Scene scene = result.scene();
        return (DataSource.Csv) scene.data();
    }

    private static String rows(String header, int count, IntFunction<String> row) {
        StringBuilder rows = new StringBuilder(header).append('\n');
        for (int i = 0; i < count; i++) {
            rows.append(row.apply(i)).append('\n');
        }
        return rows.toString();
    }

    private void assertChosen(String x, String y, String table) throws Exception {
        DataSource.Csv data = read(made(table));
        assertEquals(x, data.columns().inputs().get(0));
        assertEquals(y, data.columns().y().orElseThrow());
    }

    @Test
    void datesComeFirst() throws Exception {
        assertChosen("when", "height", rows("id;height;when", 20, i -> i + ";" + i * i + ",5;" + (i + 1) + ".3.2026"));
    }

    @Test
    void thenNumbersThatRise() throws Exception {
        assertChosen("seconds", "speed", rows("\"\",speed,seconds", 20, i -> i + "," + i % 7 + "," + 1.5 * i));
        assertChosen("decimal date", "average", rows("year,month,decimal date,average", 48,
                i -> 1990 + i / 12 + "," + (i % 12 + 1) + "," + (1990 + i / 12.0) + "," + (350 + i * 7 % 23)));
    }

    @Test
    void thenAColumnWhoseNameSaysTimeOrTheFirst() throws Exception {
        assertChosen("age", "weight", rows("weight,age", 40, i -> i * 7 % 23 + "," + i * 11 % 17));
        assertChosen("income", "food", rows("income,food", 40, i -> i * 7 % 23 + "," + i * 11 % 17));
    }

    @Test
    void aColumnOfFewWordsHoldsClassesAndXTellsThemApart() throws Exception {
        DataSource.Csv flowers = read(made(rows("id,noise,length,width,kind", 60, i -> i + "," + i * 7 % 13 + ","
                + (10 * (i % 3) + i % 4) + "," + (5 * (i % 3) + i % 5) + "," + (i % 3 == 0 ? "rose" : i % 3 == 1 ? "iris" : "lily"))));
        assertEquals(ImmutableList.of("length", "width"), flowers.columns().inputs());
        assertEquals(Optional.of("kind"), flowers.columns().label());
        assertEquals(ImmutableList.of("iris", "lily", "rose"),
                flowers.dataSet().train().labels().orElseThrow().classes());
        assertEquals(15, flowers.dataSet().test().orElseThrow().count());
    }

    @Test
    void wordsBesideASeriesOrDifferentInEachRowAreNoClasses() throws Exception {
        assertChosen("seconds", "speed", rows("seconds,speed,gear", 30, i -> 0.5 * i + "," + i * 7 % 23 + "," + "abc".charAt(i % 3)));
        assertChosen("income", "food", rows("name,income,food", 40, i -> "n" + i + "," + i * 7 % 23 + "," + i * 11 % 17));
    }

    @Test
    void columnsThatAreAskedForAreTaken() throws Exception {
        Path csv = Files.writeString(directory.resolve("a.csv"), rows("a,b,c", 20, i -> i + "," + i % 3 + "," + i % 5));
        TableScene made = TableScene.of(csv, directory.resolve("film.yaml"), Optional.of("c"), Optional.of("a"));
        assertEquals("c", read(made).columns().inputs().get(0));
        assertEquals("x is c, y is a; other columns of numbers: b; choose with --x and --y", made.told().get(1));
        assertThrows(InvalidSceneException.class, () -> TableScene.of(
                csv, directory.resolve("film.yaml"), Optional.of("d"), Optional.empty()));
    }

    @Test
    void whatTheFileNeedsIsWritten() throws Exception {
        DataSource.Csv bare = read(made(rows("0;0,5", 30, i -> i + 1 + ";" + i % 7 + ",5")));
        assertEquals(Optional.of(false), bare.options().header());
        assertEquals(31, bare.trainCount());
        DataSource.Csv gaps = read(made(rows("t,v", 30, i -> i + "," + (i % 10 == 0 ? "NA" : i % 7))));
        assertTrue(gaps.options().skipMissing());
        assertEquals(27, gaps.trainCount());
        DataSource.Csv named = read(made(rows("t,\"no: [x]\"", 30, i -> i + "," + i % 7)));
        assertEquals("no: [x]", named.columns().y().orElseThrow());
    }

    @Test
    void datesThatCanBeReadInTwoWaysAreReadSoThatTheyRiseEvenly() throws Exception {
        DataSource.Csv american = read(made(rows("day,v", 12, i -> "1/" + (i + 1) + "/2026," + i % 7)));
        assertEquals(11.0, american.dataSet().train().x().get(11));
        DataSource.Csv british = read(made(rows("day,v", 12, i -> i + 1 + "/3/2026," + i % 7)));
        assertEquals(11.0, british.dataSet().train().x().get(11));
    }

    @Test
    void valuesThatSwingOftenGetSinesAndNoiseDoesNot() throws Exception {
        String waves = rows("t,v", 300, i -> i + "," + StrictMath.sin(i / 2.0));
        assertTrue(made(waves).text().contains("[sin, tanh]"));
        NumpyRandom random = NumpyRandom.seeded(BigInteger.ONE);
        String noise = rows("t,v", 300, i -> i + "," + (i / 300.0 + random.normal(0, 1)));
        assertFalse(made(noise).text().contains("sin,"));
        String year = rows("day,v", 365, i -> LocalDate.of(2025, 1, 1).plusDays(i) + ","
                + (10 - 9 * StrictMath.cos(i * 2 * StrictMath.PI / 365) + random.normal(0, 2)));
        assertFalse(made(year).text().contains("sin,"));
    }

    @Test
    void aTableWithoutTwoColumnsOfNumbersIsRefused() throws Exception {
        InvalidSceneException e = assertThrows(InvalidSceneException.class,
                () -> made(rows("name,v", 9, i -> "a" + i + "," + i)));
        assertTrue(e.getMessage().contains("no two columns of numbers or dates"), e.getMessage());
    }
}
