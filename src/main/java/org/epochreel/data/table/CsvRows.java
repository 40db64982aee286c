package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;

/** Rows of separated fields (RFC 4180, and spaces about quotes). Read and written; knows FastCSV. */
public final class CsvRows {

    /** Most fields of a row. */
    static final int MAX_FIELDS = 16_384;

    private static final int ROWS_BETWEEN_LOOKS = 4096;

    private CsvRows() {}

    /** Receives rows, one after the other. */
    interface Receiver {

        /**
         * Takes the row, which is another's with the next call.
         *
         * @return whether more rows are wanted
         */
        boolean take(Row row) throws TableException;
    }

    /** A row. Mutable: it becomes the next one. */
    static final class Row {

        private final String[] kept;
        private long line;
        private int count;
        private int filled;

        private Row(int width) {
            kept = new String[width];
        }

        /** Line of the file, from 1, on which it starts. */
        long line() {
            return line;
        }

        int count() {
            return count;
        }

        /** Fields up to the last that is not empty. */
        int filled() {
            return filled;
        }

        /** A field without spaces at its ends, of those that are wanted; empty where the row is too short for it. */
        String field(int index) {
            return index < count ? kept[index] : "";
        }

        /** All fields; for where all are wanted. */
        ImmutableList<String> fields() {
            return ImmutableList.copyOf(Arrays.asList(kept).subList(0, count));
        }
    }

    /**
     * Reads rows until there are no more or no more are wanted. Rows whose fields are all empty are left out.
     *
     * @param firstLine line of the file on which {@code text} begins
     * @param wanted which fields, from 0, are looked at
     * @throws TableException if the text is no CSV, or a row has more than {@link #MAX_FIELDS} fields
     * @throws InterruptedIOException if the thread is interrupted
     */
    static void read(Reader text, Separator separator, long firstLine, IntPredicate wanted, Receiver receiver)
            throws TableException, IOException {
        Handler handler = new Handler(firstLine - 1, wanted);
        try (CsvReader<Row> reader = CsvReader.builder()
                .fieldSeparator(separator.character())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .build(handler, text)) {
            Iterator<Row> rows = reader.iterator();
            for (long read = 1; rows.hasNext(); read++) {
                Row row = rows.next();
                if (row.count > MAX_FIELDS) {
                    throw new TableException(row.line, "this row has more than " + MAX_FIELDS
                            + " fields; at most that many are read");
                }
                if (read % ROWS_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted in line " + row.line);
                }
                if (row.filled > 0 && !receiver.take(row)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new TableException(handler.row.line, "from here on the file is no table; perhaps a quote opens in "
                    + "this row and is never closed, or something follows a closed one");
        } catch (UncheckedIOException e) {
            throw e.getCause();
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

    private static final class Handler extends CsvCallbackHandler<Row> {

        private final long lineOffset;
        private final IntPredicate wanted;
        private final Row row = new Row(MAX_FIELDS);
        private RecordType type = RecordType.EMPTY;

        Handler(long lineOffset, IntPredicate wanted) {
            this.lineOffset = lineOffset;
            this.wanted = wanted;
        }

        @Override
        protected RecordType getRecordType() {
            return type;
        }

        @Override
        protected int getFieldCount() {
            return row.count;
        }

        @Override
        protected void beginRecord(long startingLine) {
            row.line = startingLine + lineOffset;
            row.count = 0;
            row.filled = 0;
            type = RecordType.DATA;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            int start = offset;
            int end = offset + length;
            while (start < end && NumberText.isSpace(buffer[start])) {
                start++;
            }
            while (start < end && NumberText.isSpace(buffer[end - 1])) {
                end--;
            }
            if (row.count < MAX_FIELDS && wanted.test(row.count)) {
                row.kept[row.count] = new String(buffer, start, end - start);
            }
            row.count++;
            if (start < end) {
                row.filled = row.count;
            }
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            type = RecordType.COMMENT;
        }

        @Override
        protected void setEmpty() {
            type = RecordType.EMPTY;
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
