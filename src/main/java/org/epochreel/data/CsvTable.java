package org.epochreel.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.epochreel.text.DecimalNumber;
import org.epochreel.text.NearestName;

/** Reads and writes CSV files (RFC 4180, UTF-8). */
public final class CsvTable {

    /** Most rows that are read, the header not counted. */
    public static final int MAX_ROWS = 1_000_000;

    private static final int MAX_PROBLEMS = 10;

    private final List<CsvException.Problem> problems = new ArrayList<>();
    private int moreProblems;

    private CsvTable() {}

    /**
     * Reads two columns of numbers by the names that the first line gives them; empty lines do not count.
     *
     * @throws CsvException if the file's content is wrong: up to ten problems and the number of the others
     * @throws IOException if the file cannot be read
     */
    public static Samples read(Path file, String xColumn, String yColumn) throws CsvException, IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(true)
                .ofCsvRecord(file, StandardCharsets.UTF_8)) {
            return new CsvTable().read(reader.iterator(), xColumn, yColumn);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Samples read(Iterator<CsvRecord> records, String xColumn, String yColumn) throws CsvException {
        ImmutableDoubleArray.Builder x = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder y = ImmutableDoubleArray.builder();
        int rows = 0;
        long line = 0;
        try {
            if (!records.hasNext()) {
                throw failed(1, "the file is empty; its first line names the columns, such as " + xColumn + ","
                        + yColumn);
            }
            CsvRecord first = records.next();
            line = first.getStartingLineNumber();
            List<String> header = first.getFields().stream().map(String::strip).toList();
            int xIndex = column(header, xColumn);
            int yIndex = column(header, yColumn);
            throwIfProblems();
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                if (++rows > MAX_ROWS) {
                    throw failed(line, "the file has more than " + MAX_ROWS + " rows; at most that many are read");
                }
                if (row.getFieldCount() != header.size()) {
                    report(line, "this row has " + count(row.getFieldCount()) + ", the header has "
                            + count(header.size()) + "; they must agree");
                    continue;
                }
                x.add(number(row, xIndex, xColumn));
                y.add(number(row, yIndex, yColumn));
            }
        } catch (CsvParseException e) {
            throw failed(line + 1, "the file is not CSV from here on, perhaps a quote is never closed");
        }
        if (rows == 0) {
            throw failed(1, "the file has a header but no rows; at least one row of numbers is needed");
        }
        throwIfProblems();
        return new Samples(x.build(), y.build());
    }

    private static String count(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }

    private int column(List<String> header, String name) {
        int index = header.indexOf(name);
        if (index >= 0 && header.lastIndexOf(name) != index) {
            report(1, "two columns are called \"" + name + "\"; names must differ");
        }
        if (index < 0) {
            String hint = NearestName.of(name, header).map(near -> "; did you mean \"" + near + "\"?").orElse("");
            if (header.size() == 1 && header.get(0).indexOf(';') >= 0) {
                hint = "; the file seems to be separated by semicolons: save it with commas";
            }
            report(1, "there is no column \"" + name + "\"; the columns are " + quoted(header) + hint);
        }
        return index;
    }

    private static String quoted(List<String> names) {
        int shown = Math.min(names.size(), 12);
        String list = "\"" + String.join("\", \"", names.subList(0, shown)) + "\"";
        return shown < names.size() ? list + " and " + (names.size() - shown) + " more" : list;
    }

    private double number(CsvRecord row, int index, String column) {
        String text = row.getField(index).strip();
        OptionalDouble value = DecimalNumber.parse(text);
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            return value.getAsDouble();
        }
        String what;
        if (text.isEmpty()) {
            what = "the field is empty; a number is needed";
        } else if (value.isPresent()) {
            what = text + " is too large for a double";
        } else {
            String line = text.replaceAll("\\s+", " ");
            String shown = line.length() > 40 ? line.substring(0, 40) + "..." : line;
            what = "\"" + shown + "\" is not a finite number; allowed are numbers such as 2.5, -3 or 1e-3";
        }
        report(row.getStartingLineNumber(), "column \"" + column + "\": " + what);
        return 0;
    }

    private void report(long line, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new CsvException.Problem(line, message));
        } else {
            moreProblems++;
        }
    }

    private CsvException failed(long line, String message) {
        problems.add(new CsvException.Problem(line, message));
        return new CsvException(ImmutableList.copyOf(problems));
    }

    private void throwIfProblems() throws CsvException {
        if (moreProblems > 0) {
            throw failed(1, moreProblems + " more problems like these in this file");
        }
        if (!problems.isEmpty()) {
            throw new CsvException(ImmutableList.copyOf(problems));
        }
    }

    /** Writes rows that end in a line feed; closing it closes the writer beneath. */
    public static final class RowWriter implements Closeable {

        private final CsvWriter csv;
        private final int columns;

        /** Writes {@code header} as the first row. */
        public RowWriter(Writer out, ImmutableList<String> header) {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            columns = header.size();
            write(header);
        }

        /**
         * Writes one row; an empty text is an empty field.
         *
         * @throws IllegalArgumentException if the row has not as many fields as the header
         * @throws UncheckedIOException if the writer beneath fails
         */
        public void write(List<String> row) {
            if (row.size() != columns) {
                throw new IllegalArgumentException("a row of " + row.size() + " fields under " + columns + " columns");
            }
            csv.writeRecord(row);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
