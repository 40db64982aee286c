package org.epochreel.data.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final TableOptions SKIP = new TableOptions(
            Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    private Path file(String content, Charset charset) throws IOException {
        return Files.write(directory.resolve("table.csv"), content.getBytes(charset));
    }

    private TableFile table(String content) throws Exception {
        return TableFile.read(file(content, UTF_8), TableOptions.NONE);
    }

    private static TableOptions options(Separator separator, DecimalMark decimal, Boolean header, String format) {
        return new TableOptions(Optional.ofNullable(separator), Optional.ofNullable(decimal), false,
                Optional.ofNullable(header), Optional.ofNullable(format).map(DateFormat::of));
    }

    private static ImmutableDoubleArray numbers(Column column) {
        return column instanceof Column.Dates dates ? dates.values() : ((Column.Numbers) column).values();
    }

    /** Values of x and y, row by row. */
    private static List<Double> xy(TableFile table, String... names) throws Exception {
        List<String> asked = names.length == 0 ? List.of("x", "y") : List.of(names);
        TableColumns columns = table.columns(asked, List.of());
        double[] values = new double[2 * columns.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers(columns.values().get(i % 2)).get(i / 2);
        }
        return Doubles.asList(values);
    }

    private List<String> problems(String content, TableOptions options, String... names) throws IOException {
        Path file = file(content, UTF_8);
        List<String> asked = names.length == 0 ? List.of("x", "y") : List.of(names);
        return assertThrows(TableException.class, () -> TableFile.read(file, options).columns(asked, List.of()))
                .problems().stream()
                .map(problem -> problem.line() + ": " + problem.message())
                .toList();
    }

    private List<String> problems(String content) throws IOException {
        return problems(content, TableOptions.NONE);
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws Exception {
        assertEquals(List.of(1.0, -2.5, 2.0, 1e-3), xy(table("y,name,x\n-2.5,a,1\n1e-3,b,2\n")));
    }

    @Test
    void doublesComeBackExactly() throws Exception {
        assertEquals(List.of(0.1, 5e-324, 1.7976931348623157e308, -0.0),
                xy(table("x,y\n0.1,5e-324\n1.7976931348623157e308,-0\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x,y\n1,2.5\n2,-3.5\n",
        "x;y\n1;2,5\n2;-3,5\n",
        "x;y\n1;2.5\n2;-3.5\n",
        "x\ty\n1\t2.5\n2\t-3.5\n",
        "x\ty\n1\t2,5\n2\t\u22123,5\n",
        "x,y\r\n1,2.5\r\n2,-3.5",
        "x,y\r1,2.5\r2,-3.5\r",
        "\uFEFFx,y\n1,2.5\n2,-3.5\n",
        "\uFEFF\uFEFF\"x\",\"y\"\n1,2.5\n2,-3.5\n",
        "sep=;\nx;y\n1;2,5\n2;-3,5\n",
        "# measured by hand, in May\n#\nx,y\n1,2.5\n2,-3.5\n",
        "# x,y\n1,2.5\n2,-3.5\n",
        "x,y\n1,2.5\n   \n\n\t\n2,-3.5\n,\n\u00A0\n",
        "x, y \n\"1\", \"2.5\"\n 2 ,\u00A0-3.5\u202F\n",
        "x,y\n1,2.5,\n2,-3.5,\n",
        "x,y,note\n1,2.5,\"a, b\nand c\"\n2,-3.5,\"\"\n",
        "x;y;note\n1;2.5;a, b, c\n2;-3.5;a\n"})
    void readsTheSameTableHoweverItIsWritten(String content) throws Exception {
        assertEquals(List.of(1.0, 2.5, 2.0, -3.5), xy(table(content)));
    }

    @Test
    void readsNumbersWithGroupedDigits() throws Exception {
        assertEquals(List.of(1234.5, 1e6, -1234567.25, 12.0),
                xy(table("x;y\n1.234,5;1.000.000\n-1.234.567,25;12\n")));
        assertEquals(List.of(1234.5, 1e6, 7.0, 12.0), xy(table("x,y\n\"1,234.5\",\"1,000,000\"\n7,12\n")));
        assertEquals(List.of(1234.5, 1e6, 7.0, 12345.0), xy(table("x\ty\n1\u202F234,5\t1 000 000\n7\t12\u2019345\n")));
    }

    @Test
    void aPointAloneIsADecimalPoint() throws Exception {
        assertEquals(List.of(1.234, 2.345), xy(table("x;y\n1.234;2.345\n")));
    }

    @Test
    void asksWhereACommaMayBeEither() throws Exception {
        String content = "x\ty\n1,234\t2\n5,678\t3\n";
        assertEquals(List.of("2: column \"x\": 1,234 may mean 1234 or 1.234; say decimal: point or decimal: comma"),
                problems(content));
        Path file = file(content, UTF_8);
        assertEquals(List.of(1.234, 2.0, 5.678, 3.0),
                xy(TableFile.read(file, options(null, DecimalMark.COMMA, null, null))));
        assertEquals(List.of(1234.0, 2.0, 5678.0, 3.0),
                xy(TableFile.read(file, options(null, DecimalMark.POINT, null, null))));
    }

    @Test
    void aNumberWithTheOtherMarkIsPointedOut() throws Exception {
        assertEquals(List.of("4: column \"y\": \"3.5\" is not a number with a decimal comma, as the others are; write it "
                + "as they are written"), problems("x;y\n1;2,5\n2;3,5\n3;3.5\n"));
    }

    @Test
    void readsUtf16WithItsMark() throws Exception {
        TableFile table = TableFile.read(file("\uFEFFGr\u00F6\u00DFe\ty\r\n1\t2,5\r\n", UTF_16LE), TableOptions.NONE);
        assertEquals(List.of(1.0, 2.5), xy(table, "Gr\u00F6\u00DFe", "y"));
        assertEquals("UTF-16, separated by tabs", table.format());
    }

    @Test
    void namesTheByteAndTheLineThatIsNotUtf8() throws Exception {
        Path file = file("x,y\n1,2\n3,4\u00F6\n", ISO_8859_1);
        TableException e = assertThrows(TableException.class, () -> TableFile.read(file, TableOptions.NONE));
        assertEquals(3, e.problems().get(0).line());
        assertEquals("the byte 0xf6 is not UTF-8; save the file as UTF-8 (it may be in Latin-1 or Windows-1252 now)",
                e.getMessage());
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(directory.resolve("other"), bytes);
        assertEquals(message,
                assertThrows(TableException.class, () -> TableFile.read(file, TableOptions.NONE)).getMessage());
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void recognisesFilesThatAreNoText() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("x,y\n1,2\n".getBytes(UTF_8));
        }
        assertRefused(packed.toByteArray(), "the file is compressed (gzip); unpack it first, as with gunzip");
        assertRefused(zip("[Content_Types].xml", "xl/workbook.xml"),
                "the file is an Excel workbook (xlsx); save the sheet as CSV (UTF-8)");
        assertRefused(zip("table.csv"), "the file is an archive (zip); unpack it first");
        assertRefused("HOME=/root\0TOKEN=abc\0".getBytes(UTF_8), "the file holds zero bytes, so it is no table of text");
        assertRefused("x,y\n1,2\n".getBytes(UTF_16LE),
                "the file seems to be in UTF-16 without a byte order mark; save it as UTF-8");
        assertRefused("<!DOCTYPE html><html>".getBytes(UTF_8),
                "the file is a web page, not the table that it may show; download the table itself");
    }

    @Test
    void columnsAreCountedWithoutAHeader() throws Exception {
        Path file = file("1,2.5\n2,3.5\n", UTF_8);
        assertEquals(List.of(1.0, 2.5, 2.0, 3.5), xy(TableFile.read(file, options(null, null, false, null)), "1", "2"));
        assertEquals(List.of("1: there is no column \"x\"; without a header the columns are counted, and the file has 2"),
                problems("1,2.5\n2,3.5\n", options(null, null, false, null), "x", "2"));
    }

    @Test
    void saysThatTheFirstLineMustNameTheColumns() throws IOException {
        assertEquals("1: the first line must name the columns, and this one holds numbers; put x,y above it, or write "
                + "header: false and count the columns, as in x: 1", problems("1,2.5\n2,3.5\n3,5\n").get(0));
    }

    @Test
    void saysWhereATableBeginsBelowItsTitle() throws IOException {
        assertEquals(List.of("3: the table seems to begin here; remove the lines above it, or put # before each of them"),
                problems("Temperatures\nUnits: Celsius\nx,y\n1,2\n3,4\n"));
    }

    @Test
    void saysThatRowsHaveAnUnnamedFirstColumn() throws IOException {
        assertEquals(List.of("1: every row has one field more than this line names; name the first column, too, as in "
                + "\"row,...\""), problems("x,y\n1,1,2\n2,3,4\n"));
    }

    @Test
    void namesThatLookTheSameAreTheSame() throws Exception {
        assertEquals(List.of(1.0, 2.0), xy(table("time\u00A0s,Gro\u0308\u00DFe\n1,2\n"), "time s", "Gr\u00F6\u00DFe"));
    }

    @Test
    void missingValuesAreRefusedOrSkipped() throws Exception {
        String content = "x,y,z\n1,2,\n2,,\n3,NA,\nnull,4,\n5,NaN,\n6,7,\n";
        assertEquals(List.of(
                        "3: column \"y\": the field is empty; fill it in, or leave such rows out with missing: skip",
                        "4: column \"y\": the value is missing (NA); fill it in, or leave such rows out with missing: skip",
                        "5: column \"x\": the value is missing (null); fill it in, or leave such rows out with missing:"
                                + " skip",
                        "6: column \"y\": the value is missing (NaN); fill it in, or leave such rows out with missing:"
                                + " skip"),
                problems(content));
        TableFile table = TableFile.read(file(content, UTF_8), SKIP);
        assertEquals(List.of(1.0, 2.0, 6.0, 7.0), xy(table));
        assertEquals(4, table.columns(List.of("x", "y"), List.of()).skipped());
        assertEquals("1: every row lacks a value in these columns; at least one complete row is needed",
                problems(content, SKIP, "x", "z").get(0));
    }

    @Test
    void reportsEveryFieldThatIsNoFiniteNumber() throws IOException {
        assertEquals(List.of(
                        "3: column \"y\": \"two\" is not a finite number; allowed are numbers such as 2.5, -3 or 1e-3",
                        "6: column \"x\": 1e400 is too large for a double",
                        "6: column \"y\": \"0x1p3\" is not a finite number; allowed are numbers such as 2.5, -3 or"
                                + " 1e-3"),
                problems("x,y\n1,2\n3,two\n\n4,5\n1e400,0x1p3\n6,7\n"));
    }

    @Test
    void oneSentenceTellsOfAColumnOfWords() throws IOException {
        assertEquals(List.of("2: column \"species\" holds words, such as \"setosa\"; numbers or dates are needed, as in "
                + "\"width\", \"length\""),
                problems("species,width,length\n" + "setosa,1,2\n".repeat(300), TableOptions.NONE, "species", "width"));
    }

    @Test
    void labelsAreWordsAndStayInStep() throws Exception {
        TableFile table = TableFile.read(file("x,kind\n1,a\n,b\n3,\n4, a \n", UTF_8), SKIP);
        TableColumns columns = table.columns(List.of("x"), List.of("kind"));
        assertEquals(List.of("a", "a"), columns.labels().get(0).values());
        assertEquals(2, columns.skipped());
    }

    @Test
    void reportsTenProblemsAndTheNumberOfTheOthers() throws IOException {
        List<String> problems = problems("x,y\n" + "1,2\n".repeat(600) + "a,1\n".repeat(500));
        assertEquals(11, problems.size());
        assertEquals("1: 490 more problems like these in this file", problems.get(10));
    }

    @Test
    void reportsRaggedRows() throws IOException {
        assertEquals(List.of("2: this row has 1 field, the header has 2 fields; they must agree",
                "3: this row has 3 fields, the header has 2 fields; they must agree"), problems("x,y\n1\n1,2,3\n"));
    }

    @Test
    void reportsColumnsThatAreMissingOrTwice() throws IOException {
        assertEquals(List.of("1: there is no column \"x\"; the columns are \"X\", \"y\", \"y\"; did you mean \"X\"?",
                "1: two columns are called \"y\"; names must differ"), problems("X,y,y\n1,2,3\n"));
    }

    @Test
    void reportsFilesWithoutRows() throws IOException {
        assertEquals(List.of("1: the file is empty; its first line names the columns, such as x,y"), problems(""));
        assertEquals(List.of("1: the file is empty; its first line names the columns, such as x,y"), problems("\n \n"));
        assertEquals(List.of("1: the file has a header but no rows; at least one row of values is needed"),
                problems("x,y\n"));
    }

    @Test
    void saysWhereAQuoteIsNeverClosed() throws IOException {
        assertEquals(List.of("3: from here on the file is no table; perhaps a quote opens in this row and is never closed,"
                + " or something follows a closed one"), problems("x,y\n1,2\n3,\"4\n5,6\n"));
    }

    @Test
    void messagesStayShortForWideFiles() throws Exception {
        String names = "column-with-a-rather-long-name-that-goes-on-and-on,".repeat(5000) + "z";
        List<String> problems = problems(names + "\n" + "1,".repeat(5000) + "2\n");
        assertTrue(problems.get(0).length() < 700, problems.get(0));
        assertTrue(problems.get(0).contains(" and 4989 more"), problems.get(0));
        assertEquals(List.of("1: this row has more than 16384 fields; at most that many are read"),
                problems("a,".repeat(3_000_000) + "\n1,2\n"));
    }

    @Test
    void controlCharactersOfAFileAreSpeltOut() throws IOException {
        assertEquals("1: there is no column \"x\"; the columns are \"\\u001b[31mx\\u001b[0m\", \"y\", \"\\u202ez\"",
                problems("\u001B[31mx\u001B[0m,y,\u202Ez\n1,2,3\n").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "root:$6$secret$hash:19000:0:99999:7:::\ndaemon:*:19000:0:99999:7:::\n",
        "secret-key,secret-token\nsecret-abc,secret-def\n",
        "secret passphrase of one line",
        "127.0.0.1\tsecret-host\n10.0.0.7\tsecret-name\n"})
    void wordsAreShownOnlyOfWhatLooksLikeATable(String content) throws IOException {
        for (TableOptions options : List.of(TableOptions.NONE, options(Separator.COMMA, null, null, null),
                options(null, null, false, null))) {
            assertFalse(problems(content, options).toString().contains("secret"));
            assertFalse(problems(content, options, "1", "2").toString().contains("secret"));
        }
    }

    private List<Double> days(TableOptions options, String... dates) throws Exception {
        StringBuilder content = new StringBuilder("day;y\n");
        Arrays.stream(dates).forEach(date -> content.append(date).append(";1\n"));
        TableFile table = TableFile.read(file(content.toString(), UTF_8), options);
        return numbers(table.columns(List.of("day"), List.of()).values().get(0)).asList();
    }

    @Test
    void datesAreDaysAfterTheFirstRowsDate() throws Exception {
        assertEquals(List.of(0.0, 31.0, -1.0), days(TableOptions.NONE, "2026-03-01", "2026-04-01", "2026-02-28"));
        assertEquals(List.of(0.0, 366.0), days(TableOptions.NONE, "20240101", "20250101"));
        assertEquals(List.of(0.0, 0.5, 1.75), days(TableOptions.NONE,
                "2026-03-01T00:00", "2026-03-01 12:00:00", "2026-03-02T18:00:00.000"));
        assertEquals(List.of(0.0, 0.5), days(TableOptions.NONE, "2026-03-01T00:00:00+02:00", "2026-03-01T10:00:00Z"));
        assertEquals(List.of(0.0, 31.0), days(TableOptions.NONE, "2026-03", "2026-04"));
        assertEquals(List.of(0.0, 30.0), days(TableOptions.NONE, "Mar-1-2026", "Mar-31-2026"));
        assertEquals(List.of(0.0, 30.0), days(TableOptions.NONE, "1 Mar 2026", "31-march-2026"));
        assertEquals(List.of(0.0, 31.0), days(TableOptions.NONE, "January 2026", "February 2026"));
        assertEquals(List.of(0.0, 1.0), days(TableOptions.NONE, "01.03.2026", "2.3.2026"));
        assertEquals(List.of(0.0, 1.0), days(TableOptions.NONE, "2026/03/01", "2026/3/2"));
        assertEquals(List.of(0.0, 30.5), days(TableOptions.NONE, "3/1/2026 12:00 AM", "3/31/2026 12:00 PM"));
        assertEquals(List.of(0.0, 30.0), days(TableOptions.NONE, "1/3/2026", "31/3/2026"));
    }

    @Test
    void datesThatCanBeReadInTwoWaysAskForTheirFormat() throws Exception {
        assertEquals(List.of("2: column \"x\": \"3/1/2026\" may have the day or the month first; say date-format: "
                + "\"M/d/yyyy\" or \"d/M/yyyy\""), problems("x,y\n3/1/2026,1\n3/2/2026,2\n"));
        assertEquals(List.of(0.0, 1.0), days(options(null, null, null, "M/d/yyyy"), "3/1/2026", "3/2/2026"));
        assertEquals(List.of(0.0, 31.0), days(options(null, null, null, "d/M/yyyy"), "3/1/2026", "3/2/2026"));
    }

    @Test
    void aDateFormatMayLeaveOutDayAndTime() throws Exception {
        assertEquals(List.of(0.0, 59.0), days(options(null, null, null, "MMM-yyyy"), "jan-2026", "MAR-2026"));
        assertEquals(List.of(0.0, 365.0), days(options(null, null, null, "yyyy"), "2025", "2026"));
        assertEquals(List.of(0.0, 1.0), days(options(null, null, null, "yyyyDDD"), "2026001", "2026002"));
        for (String letters : List.of("d.M.", "qq[", "HH:mm", "bananas")) {
            assertThrows(IllegalArgumentException.class, () -> DateFormat.of(letters), letters);
        }
    }

    @Test
    void daysThatNeverWereArePointedOut() throws IOException {
        assertEquals(List.of("3: column \"x\": \"2026-02-30\" is not a date written as the others are: yyyy-MM-dd"),
                problems("x,y\n2026-02-27,1\n2026-02-30,1\n2026-03-01,2\n"));
    }

    @Test
    void datesTellTheirOriginAndCanBeCountedFromAnother() throws Exception {
        Function<String, Column.Dates> dates = content -> {
            try {
                return (Column.Dates) table("x\n" + content).columns(List.of("x"), List.of()).values().get(0);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
        Column.Dates train = dates.apply("2026-03-01\n2026-03-02\n");
        Column.Dates test = dates.apply("2026-02-01 06:00\n2026-03-04\n");
        assertEquals(LocalDateTime.of(2026, 3, 1, 0, 0), train.origin().toLocalDateTime());
        assertFalse(train.timed());
        assertTrue(test.timed());
        assertEquals(List.of(-27.75, 3.0), test.since(train.origin()).values().asList());
    }

    @Test
    void readsAMillionRowsAndNoMore() throws Exception {
        Path file = directory.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write("x,y\n");
            for (int i = 0; i < TableFile.MAX_ROWS; i++) {
                out.write(i + "," + i / 8.0 + "\n");
            }
        }
        TableColumns columns = TableFile.read(file, TableOptions.NONE).columns(List.of("x", "y"), List.of());
        assertEquals(TableFile.MAX_ROWS, columns.rows());
        assertEquals(999_999 / 8.0, numbers(columns.values().get(1)).get(999_999));
        Files.write(file, "1,2\n".getBytes(UTF_8), StandardOpenOption.APPEND);
        TableFile longer = TableFile.read(file, TableOptions.NONE);
        TableException e = assertThrows(TableException.class, () -> longer.columns(List.of("x", "y"), List.of()));
        assertEquals(1_000_002, e.problems().get(0).line());
        assertEquals("the file has more than 1000000 rows; at most that many are read", e.getMessage());
    }

    @Test
    void readingEndsWhenItsThreadIsInterrupted() throws Exception {
        TableFile table = table("x,y\n" + "1,2\n".repeat(10_000));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> table.columns(List.of("x", "y"), List.of()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aFileThatIsNotThereIsNoProblemOfItsContent() {
        assertThrows(NoSuchFileException.class,
                () -> TableFile.read(directory.resolve("none.csv"), TableOptions.NONE));
    }

    @Test
    void tellsWhichColumnsHoldNumbersAndDates() throws Exception {
        TableFile table = table("name,day,y,note\na,2026-01-01,1,\nb,2026-01-02,2,\n");
        assertEquals(List.of("day", "y"), table.valueNames());
        assertEquals(List.of("day"), table.dateNames());
    }
}
