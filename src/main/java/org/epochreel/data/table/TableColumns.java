package org.epochreel.data.table;

import com.google.common.collect.ImmutableList;

/**
 * Columns of a table, in step: a row has its value in each of them.
 *
 * @param values numbers or dates, in the order asked for
 * @param labels words, in the order asked for
 * @param rows of them all, at least 1
 * @param skipped rows of the file that were left out because a value is missing
 * @param decimal what stands before the decimals
 */
public record TableColumns(ImmutableList<Column> values, ImmutableList<Column.Words> labels, int rows, int skipped,
        DecimalMark decimal) {}
