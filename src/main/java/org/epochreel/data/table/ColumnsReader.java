package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads chosen columns row by row and collects what is wrong with them. Mutable. */
final class ColumnsReader {

    private final int width;
    private final TableOptions options;
    private final List<ValueReader> readers;
    private final int[] valueIndices;
    private final int[] labelIndices;
    private final List<String> labelNames;
    private final boolean mayShow;
    private final Problems problems = new Problems();
    private final List<ImmutableList.Builder<String>> labels = new ArrayList<>();
    /** One copy of each label, of which there may be a million. */
    private final Map<String, String> distinct = new HashMap<>();
    private int rows;
    private int skipped;

    ColumnsReader(int width, TableOptions options, List<ValueReader> readers, int[] valueIndices, int[] labelIndices,
            List<String> labelNames, boolean mayShow) {
        this.width = width;
        this.options = options;
        this.readers = readers;
        this.valueIndices = valueIndices;
        this.labelIndices = labelIndices;
        this.labelNames = labelNames;
        this.mayShow = mayShow;
        for (int i = 0; i < labelIndices.length; i++) {
            labels.add(ImmutableList.builder());
        }
    }

    boolean take(CsvRows.Row row) {
        // Some programs end each row with a separator.
        if (row.count() < width || row.filled() > width) {
            problems.add(row.line(), "this row has " + fields(row.count()) + ", the header has " + fields(width)
                    + "; they must agree");
            return true;
        }
        boolean missing = false;
        boolean complete = true;
        for (int i = 0; i < valueIndices.length; i++) {
            String field = row.field(valueIndices[i]);
            if (ValueReader.isMissing(field)) {
                missing = true;
                complete &= options.skipMissing() || refuseMissing(row.line(), readers.get(i).name(), field);
            } else if (!readers.get(i).read(field)) {
                complete = false;
                String shown = mayShow ? Shown.quoted(field) : "a field";
                problems.add(row.line(), "column " + Shown.quoted(readers.get(i).name()) + ": "
                        + readers.get(i).refusal(field, shown));
            }
        }
        for (int i = 0; i < labelIndices.length; i++) {
            String field = row.field(labelIndices[i]);
            if (ValueReader.isMissing(field)) {
                missing = true;
                complete &= options.skipMissing() || refuseMissing(row.line(), labelNames.get(i), field);
            }
        }
        if (missing || !complete) {
            skipped += complete ? 1 : 0;
            return true;
        }
        readers.forEach(ValueReader::keep);
        for (int i = 0; i < labelIndices.length; i++) {
            String label = row.field(labelIndices[i]);
            labels.get(i).add(distinct.computeIfAbsent(label, same -> same));
        }
        rows++;
        return true;
    }

    private boolean refuseMissing(long line, String column, String field) {
        String what = field.isEmpty() ? "the field is empty" : "the value is missing (" + field + ")";
        problems.add(line, "column " + Shown.quoted(column) + ": " + what
                + "; fill it in, or leave such rows out with missing: skip");
        return false;
    }

    private static String fields(int count) {
        return count == 1 ? "1 field" : count + " fields";
    }

    /** All columns, once every row has been taken. */
    TableColumns columns(DecimalMark mark, long firstLine) throws TableException {
        problems.throwIfAny();
        if (rows == 0) {
            throw new TableException(firstLine, skipped == 0
                    ? "the file has a header but no rows; at least one row of values is needed"
                    : "every row lacks a value in these columns; at least one complete row is needed");
        }
        ImmutableList.Builder<Column.Words> words = ImmutableList.builder();
        for (int i = 0; i < labels.size(); i++) {
            words.add(new Column.Words(labelNames.get(i), labels.get(i).build()));
        }
        ImmutableList<Column> values =
                readers.stream().map(ValueReader::column).collect(ImmutableList.toImmutableList());
        return new TableColumns(values, words.build(), rows, skipped, mark);
    }
}
