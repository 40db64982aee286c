package org.epochreel.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @TempDir
    Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("points.csv"), content, UTF_8);
    }

    private static Samples samples(double... pairs) {
        ImmutableDoubleArray.Builder x = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            x.add(pairs[i]);
            y.add(pairs[i + 1]);
        }
        return new Samples(x.build(), y.build());
    }

    private List<String> problems(String content) throws IOException {
        Path file = file(content);
        return assertThrows(CsvException.class, () -> CsvTable.read(file, "x", "y")).problems().stream()
                .map(problem -> problem.line() + ": " + problem.message())
                .toList();
    }

    @Test
    void readsTwoColumnsByName() throws Exception {
        assertEquals(samples(1, -2.5, 2, 1e-3), CsvTable.read(file("y,name,x\n-2.5,a,1\n1e-3,b,2\n"), "x", "y"));
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws Exception {
        String content = "\uFEFF\"x\", y \r\n\"1\", 2 \r\n\r\n3,\"4\"\r\n5,6";
        assertEquals(samples(1, 2, 3, 4, 5, 6), CsvTable.read(file(content), "x", "y"));
    }

    @Test
    void oneColumnMayServeAsBoth() throws Exception {
        assertEquals(samples(1, 1, 2, 2), CsvTable.read(file("x\n1\n2\n"), "x", "x"));
    }

    @Test
    void doublesComeBackExactly() throws Exception {
        assertEquals(samples(0.1, 5e-324, 1.7976931348623157e308, -0.0),
                CsvTable.read(file("x,y\n0.1,5e-324\n1.7976931348623157e308,-0\n"), "x", "y"));
    }

    @Test
    void reportsEveryFieldThatIsNoFiniteNumber() throws Exception {
        assertEquals(List.of(
                        "3: column \"y\": \"two\" is not a finite number; allowed are numbers such as 2.5, -3 or 1e-3",
                        "4: column \"x\": the field is empty; a number is needed",
                        "4: column \"y\": \"NaN\" is not a finite number; allowed are numbers such as 2.5, -3 or 1e-3",
                        "6: column \"x\": 1e400 is too large for a double",
                        "6: column \"y\": \"0x1p3\" is not a finite number; allowed are numbers such as 2.5, -3 or"
                                + " 1e-3"),
                problems("x,y\n1,2\n3,two\n,NaN\n\n1e400,0x1p3\n"));
    }

    @Test
    void reportsTenProblemsAndTheNumberOfTheOthers() throws Exception {
        List<String> problems = problems("x,y\n" + "a,1\n".repeat(500));
        assertEquals(11, problems.size());
        assertEquals("1: 490 more problems like these in this file", problems.get(10));
    }

    @Test
    void reportsRaggedRows() throws Exception {
        assertEquals(List.of("2: this row has 1 field, the header has 2 fields; they must agree",
                "3: this row has 3 fields, the header has 2 fields; they must agree"), problems("x,y\n1\n1,2,3\n"));
    }

    @Test
    void reportsColumnsThatAreMissingOrTwice() throws Exception {
        assertEquals(List.of("1: there is no column \"x\"; the columns are \"X\", \"y\", \"y\"; did you mean \"X\"?",
                "1: two columns are called \"y\"; names must differ"), problems("X,y,y\n1,2,3\n"));
    }

    @Test
    void reportsFilesWithoutRows() throws Exception {
        assertEquals(List.of("1: the file is empty; its first line names the columns, such as x,y"), problems(""));
        assertEquals(List.of("1: the file has a header but no rows; at least one row of numbers is needed"),
                problems("x,y\n"));
    }

    @Test
    void readsNoMoreThanAMillionRows() throws Exception {
        Path file = directory.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write("x,y\n");
            for (int i = 0; i <= CsvTable.MAX_ROWS; i++) {
                out.write("1,2\n");
            }
        }
        CsvException e = assertThrows(CsvException.class, () -> CsvTable.read(file, "x", "y"));
        assertEquals(1_000_002, e.problems().get(0).line());
        assertEquals("the file has more than 1000000 rows; at most that many are read", e.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNoCsvProblem() {
        assertThrows(NoSuchFileException.class, () -> CsvTable.read(directory.resolve("none.csv"), "x", "y"));
    }

    @Test
    void writesRowsThatReadBack() throws Exception {
        StringWriter text = new StringWriter();
        try (CsvTable.RowWriter rows = new CsvTable.RowWriter(text, ImmutableList.of("x", "y", "a \"b\", c"))) {
            rows.write(List.of("1", "2.5", ""));
            assertThrows(IllegalArgumentException.class, () -> rows.write(List.of("1")));
        }
        assertEquals("x,y,\"a \"\"b\"\", c\"\n1,2.5,\n", text.toString());
        assertEquals(samples(1, 2.5), CsvTable.read(file(text.toString()), "x", "y"));
    }
}
